// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/checkrow.h"
#include "lib/record/eventchain.h"
#include "tests/support/chance.h"
#include "tests/support/outcomes.h"

#include <limits>

namespace linterna::test {

//! A check with its case, as a visitor sees it.
struct SeenCheck {
    CheckRow row;
    CheckOutcome outcome;
};

//! Makes checks with all that a record can hold, and with odd values of it.
class OddChecks
{
public:
    explicit OddChecks(unsigned seed) : m_chance(seed) {}

    SeenCheck next()
    {
        const ReceiptNumber receipt = receiptOf(m_chance.oneIn(2) ? u"EAC9999103402" : u"IOE*000000017");
        CheckOutcome outcome = m_chance.oneIn(2) ? goodOutcome(status(receipt)) : badOutcome(error(), receipt);
        outcome.connection = text();
        outcome.askedBy = AskedBy(m_chance.below(3));
        outcome.checkedAt = moment();
        outcome.httpStatus = m_chance.below(600);
        outcome.rawReply = bytes();
        for (int i = m_chance.below(3); i > 0; --i)
            outcome.transcripts.push_back(transcript(outcome.rawReply));
        if (++m_made % 3 != 0)
            outcome.uuid = QByteArray(UuidBytes, char(m_made));
        CheckRow row{{.id = 1, .receipt = receipt, .checkedAt = outcome.checkedAt}, outcome.connection};
        row.details = details();
        return {row, outcome};
    }

    QString text()
    {
        static const std::array<QString, 22> pieces{QString(),
                                                    QStringLiteral("plain words"),
                                                    QStringLiteral("=1+1"),
                                                    QStringLiteral("@SUM(1)"),
                                                    QStringLiteral("\t-2"),
                                                    QStringLiteral("'=x"),
                                                    QStringLiteral("00017"),
                                                    QStringLiteral("\"quoted\", \\ and / more;"),
                                                    QStringLiteral("line\r\nend\n\r"),
                                                    QString(QChar(0xD800)),
                                                    QString(QChar(0xDC00)),
                                                    QString(QChar(u'\0')),
                                                    QString(QChar(QChar::ByteOrderMark)),
                                                    QStringLiteral("\U0001F512 whole"),
                                                    QStringLiteral("aprobación ñ"),
                                                    QString(QChar(0xFFFF)),
                                                    QString(QChar(QChar::LineSeparator)),
                                                    QStringLiteral("\x7f\x01\u0085"),
                                                    QStringLiteral("\\ud800"),
                                                    QStringLiteral("<a href=\"https://www.uscis.gov\">x</a> &amp;"),
                                                    QStringLiteral("  spaces  "),
                                                    QStringLiteral("{\"a\":1}")};
        QString whole;
        for (int i = m_chance.below(4); i > 0; --i)
            whole += m_chance.of(pieces);
        return whole;
    }

private:
    BilingualText bilingual() { return {text(), text()}; }
    QByteArray bytes()
    {
        QByteArray some(m_chance.oneIn(20) ? 20'000 : m_chance.below(50), '\0');
        for (char &byte : some)
            byte = static_cast<char>(m_chance.below(256));
        return some;
    }
    QDateTime moment()
    {
        return QDateTime::fromMSecsSinceEpoch(
            1'700'000'000'000 + qint64(m_chance.below(2'000'000'000)) * 100 + m_chance.below(1000), Qt::UTC);
    }
    std::optional<QDateTime> maybeMoment() { return m_chance.oneIn(2) ? std::optional(moment()) : std::nullopt; }
    QStringList texts(int most)
    {
        QStringList some;
        for (int i = m_chance.below(most + 1); i > 0; --i)
            some << text();
        return some;
    }
    CaseStatus status(const ReceiptNumber &receipt)
    {
        CaseStatus status{.receipt = receipt,
                          .formType = text(),
                          .submittedDate = m_chance.oneIn(2) ? QStringLiteral("09-05-2023 14:28:46") : text(),
                          .modifiedDate = text(),
                          .title = bilingual(),
                          .description = bilingual()};
        for (int i = m_chance.below(4); i > 0; --i) {
            const QDate date = QDate(2023, 9, 5).addDays(m_chance.below(900));
            status.history.push_back({text(), m_chance.oneIn(2) ? std::optional(date) : std::nullopt, bilingual()});
        }
        status.message = text();
        status.repaired = m_chance.oneIn(2);
        for (int i = m_chance.below(3); i > 0; --i)
            status.mended.push_back({text(), m_chance.below(1000)});
        return status;
    }
    Error error()
    {
        Error error{.code = ErrorCode(m_chance.below(int(ErrorCode::Invalid) + 1)),
                    .httpStatus = m_chance.below(600),
                    .retryAt = maybeMoment(),
                    .serverMessage = text(),
                    .detail = text()};
        if (m_chance.oneIn(2))
            error.tls =
                TlsProblem{TlsProblem::Kind(m_chance.below(int(TlsProblem::Kind::Other) + 1)), maybeMoment(), texts(3)};
        return error;
    }
    NamedValues headers()
    {
        NamedValues headers;
        for (int i = m_chance.below(4); i > 0; --i)
            headers.emplace_back(bytes().left(9), bytes().left(30));
        return headers;
    }
    HttpTranscript transcript(const QByteArray &rawReply)
    {
        return {.method = m_chance.oneIn(2) ? "GET" : "",
                .url = m_chance.oneIn(2) ? QUrl(QStringLiteral("https://api.example/a%2Ab/ñ?x=ü&y=%00")) : QUrl(),
                .requestHeaders = headers(),
                .requestBody = bytes(),
                .sentAt = m_chance.oneIn(4) ? QDateTime() : moment(),
                .took = std::chrono::milliseconds(m_chance.oneIn(9) ? std::numeric_limits<int>::max() + 1LL
                                                                    : m_chance.below(9999)),
                .status = m_chance.below(600),
                .replyHeaders = headers(),
                .replyBody = m_chance.oneIn(2) ? rawReply : bytes(),
                .tlsVersion = text()};
    }
    CaseDetails details()
    {
        if (m_chance.oneIn(3))
            return {};
        return {.client = text().left(CaseDetails::LongestClient),
                .note = text(),
                .tags = {text().left(CaseDetails::LongestTag), text().left(CaseDetails::LongestTag)},
                .onHold = m_chance.oneIn(2)};
    }

    Chance m_chance;
    int m_made = 0;
};

//! Name of the first part in which two checks differ; empty where they are equal.
inline QString difference(const CheckOutcome &was, const CheckOutcome &came)
{
    if (was.receipt != came.receipt || was.connection != came.connection || was.askedBy != came.askedBy)
        return QStringLiteral("receipt, connection or who asked");
    if (was.checkedAt != came.checkedAt || came.checkedAt.timeSpec() != Qt::UTC || was.httpStatus != came.httpStatus)
        return QStringLiteral("time or HTTP status");
    if (was.result.ok() != came.result.ok())
        return QStringLiteral("answer or error");
    if (was.result.ok() ? was.result.value() != came.result.value() : was.result.error() != came.result.error())
        return QStringLiteral("the result");
    if (was.rawReply != came.rawReply)
        return QStringLiteral("the raw reply");
    if (was.uuid != came.uuid)
        return QStringLiteral("the event");
    return was.transcripts == came.transcripts ? QString() : QStringLiteral("the requests");
}

} // namespace linterna::test
