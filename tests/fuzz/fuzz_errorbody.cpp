// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/errorparser.h"
#include "fuzz/fuzzing.h"

#include <QTimeZone>

using namespace linterna;
using namespace linterna::test;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QDateTime now = QDateTime(QDate(2026, 1, 16), QTime(20, 0), QTimeZone::utc()).toUTC();
    const QByteArray body = bytesOf(data, size);
    for (const int status : {401, 429, 503}) {
        const Error error = errorFromReply(status, body, body.left(40), now);
        promise(error.httpStatus == status, "the status as it came");
        promise(error.serverMessage.size() <= 500 && isWhole(error.serverMessage), "a short, well-formed message");
        for (const QChar c : error.serverMessage)
            promise(c.category() != QChar::Other_Control, "one line, nothing that cannot be seen");
        if (error.retryAt)
            promise(*error.retryAt > now && *error.retryAt <= now.addSecs(LongestWait), "a time to come, within a day");
    }
    return 0;
}
