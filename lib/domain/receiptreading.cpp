// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/domain/receiptreading.h"

#include "lib/domain/receiptcharacters.h"
#include "lib/domain/receiptfacts.h"

#include <QRegularExpression>

#include <algorithm>

namespace linterna {

using namespace receiptcharacters;

namespace {

using ReceiptProblem = ReceiptNumber::Problem;

//! What a character after the prefix is read as: `digit` is empty where it is left as it is.
struct Digit {
    QChar digit = {};
    ReadAsDigits as = {};
};

Digit digitOf(char32_t c)
{
    // Only letters that look the same in print: capital and small O of Latin, Greek and Cyrillic, and their I.
    static constexpr QStringView likeZero(u"Oo\u039F\u03BF\u041E\u043E");
    static constexpr QStringView likeOne(u"Ii\u0399\u0406\u0456\u04C0");
    if (c < 0x80 && isDigit(QChar(char16_t(c))))
        return {QChar(char16_t(c)), {}};
    if (!QChar::requiresSurrogates(c) && likeZero.contains(QChar(char16_t(c))))
        return {u'0', ReadAsDigit::LetterO};
    if (!QChar::requiresSurrogates(c) && likeOne.contains(QChar(char16_t(c))))
        return {u'1', ReadAsDigit::LetterI};
    if (c == U'l' || c == U'L')
        return {u'1', ReadAsDigit::LetterL};
    if (QChar::category(c) == QChar::Number_DecimalDigit)
        return {QChar(char16_t(u'0' + QChar::digitValue(c))), ReadAsDigit::OtherDigits};
    return {};
}

struct Digits {
    QString text;
    ReadAsDigits as;
    bool oneIsTrue = false; //!< At least one of the characters was no letter.
};

//! `clean` with all that stands after the prefix read as digits where that is possible.
Digits digitsRead(const QString &clean)
{
    Digits read{.text = clean.left(3), .as = {}};
    for (qsizetype i = 3; i < clean.size(); ++i) {
        const char32_t c = characterAt(clean, i);
        const Digit digit = digitOf(c);
        read.as |= digit.as;
        read.oneIsTrue |= !digit.digit.isNull() && !(digit.as & ~ReadAsDigits(ReadAsDigit::OtherDigits));
        if (digit.digit.isNull())
            read.text += QChar::fromUcs4(c);
        else
            read.text += digit.digit;
        if (QChar::requiresSurrogates(c))
            ++i;
    }
    return read;
}

//! The label that people copy along before the number: the words for it in both languages, and nothing that could be a
//! prefix.
const QRegularExpression &label()
{
    static const QRegularExpression expression(
        QStringLiteral(
            "^(?:uscis\\s+)?"
            "(?:(?:(?:n[u\u00FA]mero|n[u\u00FA]m\\.?|no\\.?|n\\.?\\s?[\u00BA\u00B0]\\.?)(?:\\s+(?:de|del)\\b)?\\s+)?"
            "(?:recibo|caso)(?:\\s+(?:n[u\u00FA]m|no|n\\.?[\u00BA\u00B0]))?"
            "|(?:receipt|case|file)(?:[\\s_]*(?:number|num|nbr|no)\\b)?"
            "|number\\b|n[u\u00FA]mero\\b|no\\b\\.|n\\.?[\u00BA\u00B0]|\u2116)"
            "(?:\\s*[\"'.:#=-]+\\s*|\\s+|$)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

//! `text` without list marks ("1.", "•", "*"), quotation marks and brackets around it, closing punctuation, and the
//! marks with which mails make words bold.
QStringView withoutEdges(QStringView text)
{
    static const QRegularExpression listNumber(QStringLiteral("^\\d{1,3}[.)]\\s+"));
    static constexpr QStringView opening(
        u" \"'`([{<#:-*_\u00AB\u2039\u2018\u201A\u201C\u201E\u2022\u00B7\u25AA\u25E6\u2023");
    static constexpr QStringView closing(u" \"'`)]}>.,;:!\u00BB\u203A\u2019\u201C\u201D");
    if (!text.isEmpty() && isDigit(text.front()))
        text = text.sliced(listNumber.match(text.toString()).capturedLength());
    while (!text.isEmpty() && opening.contains(text.front())) {
        const bool bold =
            text.size() > 1 && (text.front() == u'*' || text.front() == u'_') && text.back() == text.front();
        text = text.sliced(1);
        if (bold)
            text.chop(1);
    }
    while (!text.isEmpty() && closing.contains(text.back()))
        text.chop(1);
    return text;
}

QStringView withoutLabel(QStringView text)
{
    constexpr qsizetype shortest = 4; // a label, or what stands behind it
    text = withoutEdges(text);
    if (text.size() < shortest)
        return text;
    const auto found = label().match(text.toString());
    return found.hasMatch() ? withoutEdges(text.sliced(found.capturedLength())) : text;
}

bool hasKnownPrefix(const QString &clean)
{
    static const QRegularExpression known(QStringLiteral("^(?:%1)").arg(knownPrefixes()),
                                          QRegularExpression::CaseInsensitiveOption);
    return clean.size() >= 3 && known.match(clean).hasMatch();
}

//! Whether the line is grouped as telephone numbers are and receipt numbers never, after letters that are no known
//! prefix, or are written as a name or a word is: "tel. 202-555-0123", "Lin 202-555-0123".
bool isTelephone(const QString &line)
{
    static const QRegularExpression grouped(
        QStringLiteral("^(?:[A-Z][a-z]{2}|(?!(?i:%1))[A-Za-z]{3})[ .-]*\\d{3}[ .-]\\d{3}[ .-]\\d{4}$")
            .arg(knownPrefixes()));
    return grouped.match(line).hasMatch();
}

//! Whether the line has the signs of paths and queries, in which no receipt number is looked for.
bool isWebAddress(const QString &line)
{
    static const QRegularExpression signs(QStringLiteral("[%?\\\\\u202E]|\\.\\./|/\\.\\.|://"));
    return signs.match(line).hasMatch();
}

const QRegularExpression &receiptInText()
{
    static const QRegularExpression expression(
        QStringLiteral("(?<![^\\s\"'`(\\[{<:#|\u00AB\u2039\u2018\u201C\u201D\u201E])"
                       "((?:%1)[ .-]?(?:\\d{10}|\\*\\d{9}|[\\d*]\\d[ .-]\\d{3}[ .-]\\d{5})"
                       "|(?i:%1)(?:\\*%2{9}|%2{10})"
                       "|[A-Z]{3}(?:\\*\\d{9}|\\d{10}))"
                       "(?![^\\s\"'`)\\]}>:!.|\u00BB\u203A\u2019\u201C\u201D])"
                       "(?![ .-]*(?!\\d{1,2}/\\d{1,2}/)[\\d*])") // no more digits, if not a date's
            .arg(knownPrefixes(), QStringLiteral("[\\p{Nd}OoIiLl\u039F\u03BF\u041E\u043E\u0399\u0406\u0456\u04C0]")));
    return expression;
}

ReceiptReading refused(const QString &clean, const Digits &digits, bool words)
{
    const auto parsed = ReceiptNumber::parse(digits.text);
    const auto strict = ReceiptNumber::parse(clean);
    ReceiptReading reading;
    // A word such as "hello" is not told that it is on its way to a number.
    const bool mayBeNumber = digits.oneIsTrue || hasKnownPrefix(clean);
    const auto *refusal = mayBeNumber ? std::get_if<ReceiptNumber::Refusal>(&parsed) : nullptr;
    if (refusal) {
        reading.refusal = *refusal;
        reading.readAsDigits = digits.as;
        reading.soFar = digits.text.toUpper();
    } else { // letters throughout
        reading.refusal = std::get<ReceiptNumber::Refusal>(strict);
    }
    if (words && reading.refusal.problem != ReceiptProblem::TooShort)
        reading = {.refusal = {.problem = ReceiptProblem::NotFound, .length = clean.size()}};
    return reading;
}

} // namespace

ReceiptReading readReceipt(QStringView text)
{
    if (text.size() == ReceiptNumber::Length) { // most of a long list
        if (const auto exact = ReceiptNumber::fromText(text))
            return {.receipt = exact};
    }
    const QString line = plain(text).trimmed();
    const QStringView core = ReceiptNumber::fromText(line) ? QStringView(line) : withoutLabel(line);
    const QString clean = withoutSeparators(core);
    if (clean.isEmpty())
        return {};
    if (clean.size() == ReceiptNumber::Length && isTelephone(core.toString()))
        return {.refusal = {.problem = ReceiptProblem::Telephone, .length = clean.size()}};
    if (const auto exact = ReceiptNumber::fromText(clean))
        return {.receipt = exact};
    const Digits digits = digitsRead(clean);
    if (digits.oneIsTrue) {
        if (const auto receipt = ReceiptNumber::fromText(digits.text))
            return {.receipt = receipt, .readAsDigits = digits.as};
    }
    return refused(clean, digits, core.contains(u' ') && isMereWords(core));
}

ReceiptsInLine receiptsIn(QStringView text)
{
    ReceiptsInLine result;
    QString line = plain(text);
    if (line.size() < ReceiptNumber::Length || isWebAddress(line))
        return result;
    QString rest = line;
    for (auto matches = receiptInText().globalMatch(line); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        ReceiptReading reading = readReceipt(match.capturedView(1));
        if (!reading.receipt)
            continue;
        result.found.push_back(std::move(reading));
        // Nothing is put together across the places where a receipt number was taken out.
        std::fill_n(rest.begin() + match.capturedStart(1), match.capturedLength(1), u'/');
    }
    result.nearMisses = receiptNearMisses(rest);
    return result;
}

bool isMereWords(QStringView text)
{
    const bool turnedRound = text.contains(u'\u202E') && std::ranges::any_of(text, isDigit);
    return !turnedRound && !isTornReceipt(text) && !hasReceiptNearMisses(text);
}

} // namespace linterna
