// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/domain/receiptnearmiss.h"

#include "lib/domain/receiptcharacters.h"
#include "lib/domain/receiptfacts.h"
#include "lib/domain/receiptreading.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QChar otherLetter = u'#';
constexpr QChar hardBreak = u'/';
constexpr qsizetype prefixLength = 3;
constexpr qsizetype digitCount = ReceiptNumber::Length - prefixLength;
//! Digits that must stand behind a prefix: with fewer true ones it is a word or a name with a number.
constexpr qsizetype fewestDigits = 7;

//! The capital or digit that a character looks like, in any script; a separator where it may stand between the groups
//! of a receipt number; `otherLetter` or `hardBreak` for the rest. A folded line is thus as long as the line itself.
QChar foldedCharacter(QChar c)
{
    static constexpr QStringView foreign(
        u"\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425\u0406\u0405"
        "\u0408\u0423\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1"
        "\u03A4\u03A5\u03A7\u20AC$@\u00A2\u00A9\u00AE");
    static constexpr QStringView latin(u"ABEKMHOPCTXISJYABEZHIKMNOPTYXESACCR");
    static_assert(foreign.size() == latin.size());
    if (c.category() == QChar::Number_DecimalDigit)
        return QChar(char16_t(u'0' + c.digitValue()));
    if (c == u'*' || c == u'-' || c == u'.' || c == u' ')
        return c;
    const QChar upper = c.toUpper();
    if (receiptcharacters::isLetter(upper))
        return upper;
    if (const qsizetype at = foreign.indexOf(upper); at >= 0)
        return latin[at];
    if (!c.isLetter())
        return hardBreak;
    const QString parts = upper.decomposition();
    return !parts.isEmpty() && receiptcharacters::isLetter(parts.front()) ? parts.front() : otherLetter;
}

QString foldedLine(QStringView line)
{
    QString out(line.size(), QChar());
    std::ranges::transform(line, out.begin(), foldedCharacter);
    return out;
}

bool isLikeDigit(QChar c)
{
    return receiptcharacters::isDigit(c) || QStringView(u"OQILSBZG*").contains(c);
}

qsizetype digitsIn(QStringView text)
{
    return std::ranges::count_if(text, receiptcharacters::isDigit);
}

const QStringList &knownPrefixList()
{
    static const QStringList known = knownPrefixes().split(u'|');
    return known;
}

bool isKnownPrefix(QStringView three)
{
    return std::ranges::any_of(knownPrefixList(), [&](const QString &each) { return each == three; });
}

bool misreadAs(QChar seen, QChar meant)
{
    static constexpr std::array alike{QStringView(u"O0Q"), QStringView(u"I1L"), QStringView(u"S5"), QStringView(u"B8"),
                                      QStringView(u"A4"),  QStringView(u"E3"),  QStringView(u"C6"), QStringView(u"T7")};
    return seen == meant
        || std::ranges::any_of(alike, [&](QStringView each) { return each.contains(seen) && each.contains(meant); });
}

//! Whether the text is no known prefix, but one as it is misread, with at least this many letters left.
bool isMisreadPrefix(QStringView three, qsizetype letters)
{
    return three.size() == prefixLength && !isKnownPrefix(three)
        && std::ranges::count_if(three, [](QChar c) { return receiptcharacters::isLetter(c); }) >= letters
        && std::ranges::any_of(knownPrefixList(),
                               [&](const QString &known) { return std::ranges::equal(three, known, misreadAs); });
}

//! Whether the text is a known prefix that lost one of its letters; not IN, with which invoices begin.
bool isTornPrefix(QStringView two)
{
    return two != u"IN" && std::ranges::any_of(two, [](QChar c) { return receiptcharacters::isLetter(c); })
        && std::ranges::any_of(knownPrefixList(), [&](const QString &known) {
               return std::ranges::any_of(std::array{0, 1, 2}, [&](int lost) {
                   return std::ranges::equal(QString(known).remove(lost, 1), two,
                                             [](QChar meant, QChar seen) { return misreadAs(seen, meant); });
               });
           });
}

bool isPrefixAndOneMore(QStringView four)
{
    return std::ranges::any_of(std::array{0, 1, 2, 3},
                               [&](int more) { return isKnownPrefix(four.toString().remove(more, 1)); });
}

bool areLetters(QStringView text)
{
    return std::ranges::all_of(text, receiptcharacters::isLetter);
}

//! Whether the text is digits, or what is misread for them, at least `least` of them true digits.
bool areDigits(QStringView text, qsizetype least)
{
    return std::ranges::all_of(text, isLikeDigit) && digitsIn(text) >= least;
}

//! Whether what stands behind a prefix is a year ("2024"): the prefixes are names of other things too.
bool isYear(QStringView text)
{
    return text.size() == 4 && (text.startsWith(u"20") || text.startsWith(u"19"));
}

//! Whether a run of characters without any separator is a near miss; `original` is how it was written.
bool isNearRun(QStringView run, QStringView original)
{
    static const QRegularExpression within(u"(?:%1)(?:[0-9]{10}|\\*[0-9]{9})"_s.arg(knownPrefixes()));
    constexpr qsizetype fewestTorn = 3;
    constexpr qsizetype mostWrong = 3;
    if (run.size() < prefixLength + fewestTorn)
        return false;
    const QStringView prefix = run.first(prefixLength);
    const QStringView rest = run.sliced(prefixLength);
    const qsizetype digits = digitsIn(rest);
    const bool capitals = std::ranges::none_of(original.first(prefixLength), [](QChar c) { return c.isLower(); });
    const bool aboutAsLong = std::abs(run.size() - ReceiptNumber::Length) <= 1;
    if (isKnownPrefix(prefix) && digits >= (capitals ? fewestTorn : fewestDigits - 1)
        && rest.size() - digits <= mostWrong && !isYear(rest))
        return true;
    if (aboutAsLong && isMisreadPrefix(prefix, 1) && areDigits(rest, fewestDigits))
        return true;
    if (run.size() == ReceiptNumber::Length && areLetters(prefix) && areDigits(rest, fewestDigits))
        return true;
    if (run.size() == ReceiptNumber::Length - 1 && isTornPrefix(run.first(2))
        && areDigits(run.sliced(2), digitCount - 2))
        return capitals;
    if (run.size() == ReceiptNumber::Length + 1 && isPrefixAndOneMore(run.first(4))
        && areDigits(run.sliced(4), fewestDigits))
        return true;
    return run.size() > ReceiptNumber::Length && within.match(run.toString()).hasMatch();
}

//! Whether a prefix and groups of digits with separators are a near miss. `groups` begins with what stands behind the
//! prefix.
bool isNearGroup(QStringView prefix, QStringView original, const QString &groups)
{
    static const QRegularExpression telephone(u"^[ .]+[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{4}$"_s);
    static const QRegularExpression date(u"^[ .-]+[0-9]{4}-[0-9]{2}-[0-9]{2}$"_s);
    constexpr qsizetype fewestGrouped = 5;
    const QString digits = receiptcharacters::withoutSeparators(groups);
    if (isMisreadPrefix(prefix, 2))
        return std::abs(digits.size() - digitCount) <= 1 && areDigits(digits, fewestDigits);
    const QStringView letters = original.first(prefixLength);
    const bool oneCase =
        letters.toString() == letters.toString().toUpper() || letters.toString() == letters.toString().toLower();
    return oneCase && digitsIn(digits) >= fewestGrouped && !date.match(groups).hasMatch()
        && !(prefix == u"LIN" && telephone.match(groups).hasMatch()); // a name, and its telephone number
}

//! Finds the near misses of one line.
class NearMissFinder
{
public:
    explicit NearMissFinder(QStringView line) : m_plain(receiptcharacters::plain(line)), m_folded(foldedLine(m_plain))
    {}

    bool find()
    {
        findGroups();
        findRuns();
        std::ranges::sort(m_found, {}, &Found::at);
        return !m_found.empty();
    }

    //! The near misses that find() found.
    [[nodiscard]] std::vector<ReceiptNearMiss> misses() const
    {
        std::vector<ReceiptNearMiss> misses;
        for (const Found &each : m_found)
            misses.push_back(missOf(m_plain.mid(each.at, each.length)));
        return misses;
    }

private:
    struct Found {
        qsizetype at = 0;
        qsizetype length = 0;
    };

    void findGroups()
    {
        static const QRegularExpression grouped(
            u"(?<![A-Z0-9*#])([A-Z0-9]{3})((?:[0-9*OQILSBZG]*[0-9*][0-9OQILSBZG]*)?"
            "(?:[ .-]{1,3}(?=[0-9OQILSBZG]*[0-9])[0-9*OQILSBZG]+(?![A-Z0-9*#]))+)"_s);
        for (auto matches = grouped.globalMatch(m_folded); matches.hasNext();) {
            const auto match = matches.next();
            const QStringView prefix = match.capturedView(1);
            if ((isKnownPrefix(prefix) || isMisreadPrefix(prefix, 2))
                && isNearGroup(prefix, QStringView(m_plain).sliced(match.capturedStart()), match.captured(2)))
                take(match.capturedStart(), match.capturedLength());
        }
    }

    void findRuns()
    {
        static const QRegularExpression runs(u"[A-Z0-9*#]+"_s);
        for (auto matches = runs.globalMatch(m_folded); matches.hasNext();) {
            const auto match = matches.next();
            if (isNearRun(match.capturedView(),
                          QStringView(m_plain).sliced(match.capturedStart(), match.capturedLength())))
                take(match.capturedStart(), match.capturedLength());
        }
    }

    void take(qsizetype at, qsizetype length)
    {
        m_found.push_back({at, length});
        std::fill_n(m_folded.begin() + at, length, hardBreak);
    }

    static ReceiptNearMiss missOf(const QString &text)
    {
        const ReceiptReading reading = readReceipt(text);
        if (reading.receipt || reading.refusal.problem == ReceiptNumber::Problem::NotFound)
            return {text, {.problem = ReceiptNumber::Problem::Unclear, .length = text.size()}};
        return {text, reading.refusal};
    }

    QString m_plain;
    QString m_folded;
    std::vector<Found> m_found;
};

//! Whether the digits are made as telephone numbers of the United States: no receipt number that lost its prefix is.
bool isTelephoneNumber(QStringView digits)
{
    static const QRegularExpression form(u"^1?[2-9][0-8][0-9][2-9][0-9]{6}$"_s);
    return form.match(digits.toString()).hasMatch();
}

} // namespace

std::vector<ReceiptNearMiss> receiptNearMisses(QStringView line)
{
    NearMissFinder finder(line);
    finder.find();
    return finder.misses();
}

bool hasReceiptNearMisses(QStringView line)
{
    return NearMissFinder(line).find();
}

bool isTornReceipt(QStringView line)
{
    static const QRegularExpression torn(
        u"^\\W*(?:(?i:%1)(?:[\\d*]|[ .-]+[\\d*][ .-]?[\\d*][ .-]?[\\d*])[\\d*OoIil .-]*|[A-Za-z]{3}[\\d*][\\dOoIil*]{3,}|([0-9]{10,12}))\\W*$"_s
            .arg(knownPrefixes()));
    const auto match = torn.match(receiptcharacters::plain(line));
    return match.hasMatch() && !isTelephoneNumber(match.capturedView(1));
}

bool hasSmallLForI(QStringView text)
{
    return text.size() >= prefixLength && text[0] == u'l' && text[1].isUpper() && text[2].isUpper()
        && isKnownPrefix(u'I' + text.sliced(1, 2).toString());
}

} // namespace linterna
