// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/error.h"

#include <QByteArray>

namespace linterna {

//! What the body of a reply that is no success says.
struct ErrorBody {
    //! The message for display, as plain text: tags gone, white space collapsed, at most 500 characters; empty when
    //! there was none.
    //! A receipt number in it stays: mask it in logs.
    QString message = {};
    //! The machine's word or number, for example "900901", "invalid_client",
    //! "policies.ratelimit.QuotaViolation". Empty when there was none.
    QString code = {};
    //! WSO2's nextAccessTime as sent ("2026-Jan-17 00:00:00+0000 UTC"). Empty when there was none.
    QString nextAccessTime = {};
};

//! Reads an error body of any known shape: {"message"}, {"code","message"}, {"error":{…}},
//! {"error","error_description"}, {"errors":[…]}, Apigee's {"fault":{…}} and {"ErrorCode","Error"}, WSO2's
//! {"code","message","description"} (message and description both, with a colon between), the same in XML, an HTML page
//! (its title or first heading), plain text, nothing. What the body is called (Content-Type) plays no part. Damaged
//! JSON and bytes that are no text give nothing. Never fails.
[[nodiscard]] ErrorBody parseErrorBody(const QByteArray &body);

//! The Error of a reply of the Case Status API that is no 200. The HTTP status decides; the body only gives the message
//! and tells apart what shares a status: Closed (a 503 that speaks of operation hours), QuotaSpent (a 429 or 500 that
//! names a quota violation), Forbidden (a 429 by which WSO2 says that this client is blocked) and RateLimited (a 500 or
//! 503 that names a spike arrest or WSO2's hard limit). `retryAfter` is the Retry-After field as sent (seconds or a
//! date), `now` UTC. Without it, nextAccessTime counts. A time that is past or makes no sense is none; a later one than
//! LongestWait from now becomes that.
[[nodiscard]] Error errorFromReply(int httpStatus, const QByteArray &body, const QByteArray &retryAfter,
                                   const QDateTime &now);

//! Most seconds that a server may tell us to wait: a day.
constexpr qint64 LongestWait = qint64{24} * 60 * 60;

} // namespace linterna
