// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/errorparser.h"
#include "tests/fuzz/fuzzing.h"

#include <QTimeZone>

#include <map>
#include <set>

using namespace linterna;
using namespace linterna::test;

namespace fuzz_errorbody {

int tryOnce(const std::uint8_t *data, std::size_t size)
{
    static const QDateTime now = QDateTime(QDate(2026, 1, 16), QTime(20, 0), QTimeZone::utc()).toUTC();
    const QByteArray body = bytesOf(data, size);
    using enum ErrorCode;
    static const std::map<int, std::set<ErrorCode>> codes{{401, {Unauthorized}},
                                                          {403, {Forbidden}},
                                                          {404, {NotRecognized}},
                                                          {422, {BadReceipt}},
                                                          {429, {RateLimited, QuotaSpent, Forbidden}},
                                                          {500, {Server, RateLimited, QuotaSpent}},
                                                          {503, {Server, Closed, RateLimited}}};
    for (const auto &[status, possible] : codes) {
        const Error error = errorFromReply(status, body, body.left(40), now);
        promise(error.httpStatus == status, "the status as it came");
        promise(possible.contains(error.code), "the status decides");
        promise(error.detail.size() <= 120 && isWhole(error.detail), "a short, well-formed code");
        promise(error.serverMessage.size() <= 500 && isWhole(error.serverMessage), "a short, well-formed message");
        for (const QChar c : error.serverMessage)
            promise(c.category() != QChar::Other_Control, "one line, nothing that cannot be seen");
        if (error.retryAt)
            promise(*error.retryAt > now && *error.retryAt <= now.addSecs(LongestWait), "a time to come, within a day");
    }
    return 0;
}

LINTERNA_FUZZ_TARGET(fuzz_errorbody, tryOnce)

} // namespace fuzz_errorbody
