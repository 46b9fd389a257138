// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>

namespace linterna {

//! What a reply that is no success says.
struct ErrorBody {
    //! For display, plain text: tags gone, white space collapsed, at most 500 characters. Empty when there was none.
    QString message;
    //! The machine's word or number, for example "900901", "invalid_client",
    //! "policies.ratelimit.QuotaViolation". Empty when there was none.
    QString code;
};

//! Reads an error body of any known shape: {"message"}, {"code","message"}, {"error":{…}}, {"error","error_description"},
//! {"errors":[…]}, Apigee's {"fault":{…}} and {"ErrorCode","Error"}, WSO2's {"code","message","description"}, the same
//! in XML, an HTML page (its title or first heading), plain text, nothing. Never fails.
[[nodiscard]] ErrorBody parseErrorBody(const QByteArray &body);

//! The Error of a reply of the Case Status API that is no 200. The HTTP status decides; the body only gives the message
//! and tells Closed (a 503 that speaks of operation hours) and QuotaSpent (a 429 that names a quota) apart.
//! `retryAfter` is the Retry-After field as sent (seconds or a date), `now` UTC.
[[nodiscard]] Error errorFromReply(int httpStatus, const QByteArray &body, const QByteArray &retryAfter, const QDateTime &now);

} // namespace linterna
