// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/transcriptwords.h"

#include <QCoreApplication>

namespace linterna {

namespace {

struct TranscriptTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::TranscriptWords)
};

//! A moment in a fixed form, the same in every language: it is part of a proof.
QString utc(const QDateTime &moment)
{
    return moment.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz 'UTC'"));
}

QString headingFor(const HttpTranscript &transcript)
{
    return transcript.method == "POST" ? TranscriptTexts::tr("Access token") : TranscriptTexts::tr("Case status");
}

} // namespace

QString transcriptSection(const QString &heading, const HttpTranscript &transcript, ReceiptNumbers receipts)
{
    QStringList facts{heading, utc(transcript.sentAt), TranscriptTexts::tr("%1 ms").arg(transcript.took.count())};
    if (!transcript.tlsVersion.isEmpty())
        facts += transcript.tlsVersion;
    const QString reply = replyText(transcript, receipts);
    return QStringLiteral("== %1 ==\n\n%2\n\n%3\n")
        .arg(facts.join(QStringLiteral(" · ")), requestText(transcript, receipts),
             reply.isEmpty() ? TranscriptTexts::tr("(no reply)") : reply);
}

QString technicalDetails(const CheckOutcome &outcome)
{
    QStringList sections;
    for (const HttpTranscript &transcript : outcome.transcripts)
        if (!transcript.method.isEmpty())
            sections += transcriptSection(headingFor(transcript), transcript, ReceiptNumbers::Shown);
    if (!sections.isEmpty())
        return sections.join(u'\n');
    if (outcome.httpStatus == 0)
        return TranscriptTexts::tr("Nothing was sent for this check.");
    // Checks recorded by versions that did not keep requests have only the reply.
    const HttpTranscript reply{.status = outcome.httpStatus, .replyBody = outcome.rawReply};
    return TranscriptTexts::tr("The request of this check was not kept.") + QStringLiteral("\n\n")
        + replyText(reply, ReceiptNumbers::Shown);
}

} // namespace linterna
