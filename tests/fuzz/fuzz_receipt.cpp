// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/receiptnumber.h"
#include "fuzz/fuzzing.h"

#include <QRegularExpression>

using namespace linterna;
using namespace linterna::test;

namespace {

void check(const ReceiptNumber &receipt)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Z]{3}(\\*[0-9]{9}|[0-9]{10})\\z"));
    promise(form.match(receipt.toString()).hasMatch(), "a receipt number may stand in a URL path");
    promise(ReceiptNumber::fromText(receipt.toString()) == receipt, "reads what it wrote");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // Odd sizes are read as UTF-16, so that lone surrogates come up too.
    const QByteArray bytes = bytesOf(data, size);
    const QString text = size % 2 ? QString(reinterpret_cast<const QChar *>(bytes.constData()), bytes.size() / 2)
                                  : QString::fromUtf8(bytes);
    if (const auto receipt = ReceiptNumber::fromText(text))
        check(*receipt);
    const ReceiptList list = parseReceiptList(text);
    for (const ReceiptNumber &receipt : list.receipts)
        check(receipt);
    for (const auto &[piece, refusal] : list.refused)
        promise(piece.size() <= 40, "pieces are cut");
    return 0;
}
