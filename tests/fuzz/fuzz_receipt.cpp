// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/domain/receiptlist.h"
#include "tests/fuzz/fuzzing.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace linterna;
using namespace linterna::test;

namespace fuzz_receipt {

namespace {

//! What the receipt number could have been read from, told without the code under test: letters and digits in their
//! order as capitals and plain digits, what looks like zero or one as that, and nothing else.
QString bones(const QString &text)
{
    static const QString zero = QStringLiteral("O\u039F\u041E");
    static const QString one = QStringLiteral("IL\u0399\u0406\u04C0");
    QString out;
    const QList<uint> codes = text.normalized(QString::NormalizationForm_KC).toUpper().toUcs4();
    for (const uint code : codes) {
        const QChar c = code <= 0xFFFF ? QChar(char16_t(code)) : QChar();
        if (QChar::category(code) == QChar::Number_DecimalDigit)
            out += QString::number(QChar::digitValue(code));
        else if (zero.contains(c))
            out += u'0';
        else if (one.contains(c))
            out += u'1';
        else if ((c >= u'A' && c <= u'Z') || c == u'*')
            out += c;
    }
    return out;
}

bool isRead(const QString &typed, const ReceiptNumber &receipt)
{
    const ReceiptList list = parseReceiptList(typed);
    return list.receipts == std::vector{receipt} && list.readAsDigits.empty() && list.refused.empty();
}

bool isRefused(const QString &typed)
{
    return parseReceiptList(typed).receipts.empty();
}

//! A well-formed number is read as itself with what people put around it; of another length, or with signs of a path in
//! it, it is refused.
void checkWellFormed(const ReceiptNumber &receipt)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Z]{3}(\\*[0-9]{9}|[0-9]{10})\\z"));
    const QString text = receipt.toString();
    promise(form.match(text).hasMatch(), "a receipt number may stand in a URL path");
    promise(ReceiptNumber::fromText(text) == receipt, "reads what it wrote");
    promise(isRead(text, receipt), "cleaning is idempotent");
    promise(isRead(text.toLower(), receipt), "lower case is the same number");
    promise(isRead(text.left(3) + QStringLiteral(" ") + text.mid(3, 2) + u'-' + text.mid(5), receipt),
            "separators say nothing");
    promise(isRead(QStringLiteral("Receipt Number: \u200E\"") + text + QStringLiteral("\"."), receipt),
            "labels say nothing");
    promise(isRefused(text.left(12)) && isRefused(text + u'0') && isRefused(QStringLiteral("X") + text),
            "13 characters");
    for (const QStringView sign : {u"/", u"?", u"%2f", u"\\", u"../", u"\u202E", u"&"}) {
        for (const qsizetype at : {qsizetype(0), qsizetype(5), text.size()}) {
            QString disturbed = text;
            disturbed.insert(at, sign.toString());
            promise(isRefused(disturbed), "signs of a path are never taken out");
        }
    }
}

} // namespace

int tryOnce(const std::uint8_t *data, std::size_t size)
{
    // Odd sizes are read as UTF-16, so that lone surrogates come up too.
    const QByteArray bytes = bytesOf(data, size);
    const QString text = size % 2 ? QString(reinterpret_cast<const QChar *>(bytes.constData()), bytes.size() / 2)
                                  : QString::fromUtf8(bytes);
    const QString inText = bones(text);
    const auto whole = ReceiptNumber::fromText(text);
    const ReceiptReading reading = readReceipt(text);
    if (whole) {
        const bool telephone = !reading.receipt && reading.refusal.problem == ReceiptNumber::Problem::Telephone;
        promise(telephone || (reading.receipt == whole && !reading.readAsDigits),
                "what is well formed is read as it is");
        promise(bones(whole->toString()) == inText, "nothing is left out of a number");
    }
    const ReceiptList list = parseReceiptList(text);
    for (const ReceiptNumber &receipt : list.receipts) {
        checkWellFormed(receipt);
        promise(inText.contains(bones(receipt.toString())), "no character is made up, left out or moved");
    }
    for (const auto &[receipt, as] : list.readAsDigits) {
        promise(as != ReadAsDigits(), "a change has a name");
        promise(std::ranges::find(list.receipts, receipt) != list.receipts.end(),
                "what was changed is among what is asked");
    }
    const QSet<ReceiptNumber> each(list.receipts.begin(), list.receipts.end());
    promise(std::size_t(each.size()) == list.receipts.size(), "each once");
    for (const auto &[piece, refused] : list.refused)
        promise(piece.size() <= 40 && !refused.receipt, "pieces are cut, and refused");
    return 0;
}

LINTERNA_FUZZ_TARGET(fuzz_receipt, tryOnce)

} // namespace fuzz_receipt
