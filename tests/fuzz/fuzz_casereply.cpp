// SPDX-License-Identifier: GPL-3.0-or-later
#include "casestatus/responseparser.h"
#include "domain/statuscategory.h"
#include "fuzz/fuzzing.h"
#include "text/safehtml.h"

#include <QJsonDocument>

using namespace linterna;
using namespace linterna::test;

namespace {

QStringList textsOf(const CaseStatus &status)
{
    QStringList texts{status.formType, status.submittedDate,  status.modifiedDate,   status.title.en,
                      status.title.es, status.description.en, status.description.es, status.message};
    for (const HistoryEntry &entry : status.history)
        texts << entry.dateText << entry.text.en << entry.text.es;
    return texts;
}

//! What stands in the reply as it is, or with the escapes of JSON: enough to tell an invented word.
bool comesFrom(const QString &text, const QByteArray &reply)
{
    if (text.isEmpty() || reply.contains(text.toUtf8()))
        return true;
    // Escapes and replaced characters make the difference: then letters and digits must do.
    return reply.contains('\\') || text.contains(QChar(QChar::ReplacementCharacter)) || text.contains(QChar(0x2060));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray reply = bytesOf(data, size);
    static const QStringList known{QStringLiteral("EAC9999103402"), QStringLiteral("EAC9999103403"),
                                   QStringLiteral("EAC9999103400"), QStringLiteral("IOE9999999999")};
    for (const QString &number : known) {
        const ReceiptNumber asked = *ReceiptNumber::fromText(number);
        const auto result = parseCaseStatus(reply, asked);
        if (!result) {
            const ErrorCode code = result.error().code;
            promise(code == ErrorCode::Unreadable || code == ErrorCode::Mismatch, "no other error");
            promise(result.error().serverMessage.size() <= 500, "a short message");
            continue;
        }
        promise(result->receipt == asked, "the receipt that was asked for");
        promise(result->title != BilingualText{} || result->description != BilingualText{}, "a title or a description");
        for (const QString &text : textsOf(*result)) {
            promise(isWhole(text) && !text.contains(QChar::Null), "well-formed");
            promise(comesFrom(text, reply), "no word that the reply did not contain");
        }
        for (std::size_t i = 1; i < result->history.size(); ++i)
            promise(result->history[i - 1].date >= result->history[i].date, "newest first, undated last");
        (void)safeHtml(result->description.en);
        (void)statusCategory(result->title.en);
    }
    return 0;
}
