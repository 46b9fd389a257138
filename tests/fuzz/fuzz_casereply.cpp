// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/casestatus/responseparser.h"
#include "lib/domain/statuscategory.h"
#include "lib/json/jsonview.h"
#include "lib/localrecord/outcomecodec.h"
#include "lib/text/characters.h"
#include "lib/text/safehtml.h"
#include "tests/fuzz/fuzzing.h"

#include <QMap>

using namespace linterna;
using namespace linterna::test;

namespace fuzz_casereply {

namespace {

QStringList textsOf(const CaseStatus &status)
{
    QStringList texts{status.formType, status.submittedDate,  status.modifiedDate,   status.title.en,
                      status.title.es, status.description.en, status.description.es, status.message};
    for (const TimelineEntry &entry : status.history)
        texts << entry.dateText << entry.text.en << entry.text.es;
    return texts;
}

//! The reply with JSON's escapes resolved wherever they stand: every text of it, mended or not, is a piece of this.
QString resolved(const QByteArray &reply)
{
    static const QMap<QChar, QChar> short_{{u'b', u'\b'}, {u'f', u'\f'}, {u'n', u'\n'}, {u'r', u'\r'}, {u't', u'\t'}};
    const QString text = QString::fromUtf8(jsonText(reply));
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const QChar escape = text[++i];
        bool hex = false;
        const ushort code = text.mid(i + 1, 4).toUShort(&hex, 16);
        if (escape == u'u' && hex) {
            out += QChar(code);
            i += 4;
        } else {
            out += short_.value(escape, escape);
        }
    }
    return wellFormed(out);
}

} // namespace

int tryOnce(const std::uint8_t *data, std::size_t size)
{
    const QByteArray reply = bytesOf(data, size);
    const QString sent = resolved(reply);
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
            promise(sent.contains(text), "no word that the reply did not contain");
        }
        promise(result->repaired == !isStrictJson(jsonText(reply)), "mended only where it was damaged");
        promise(result->repaired == !result->mended.empty(), "what was mended is said");
        for (std::size_t i = 1; i < result->history.size(); ++i)
            promise(result->history[i - 1].date >= result->history[i].date, "newest first, undated last");
        (void)safeHtml(result->description.en);
        (void)statusCategory(result->title.en);
        const auto kept = decodeAnswer(encodeAnswer(*result));
        promise(kept && kept->ok() && kept->value() == *result, "the record gives back what was read");
    }
    return 0;
}

LINTERNA_FUZZ_TARGET(fuzz_casereply, tryOnce)

} // namespace fuzz_casereply
