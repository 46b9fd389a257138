// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/auth/tokentranscript.h"

#include "lib/json/jsonview.h"

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array tokenFields{"access_token"_L1, "refresh_token"_L1, "id_token"_L1};

//! Whether the text is a JSON object as a token reply is, and no token is left in it.
bool isTokenReplyWithoutToken(const QByteArray &json)
{
    const JsonView reply = JsonView::of(json);
    const QString dots = QString::fromUtf8(secretDots());
    return reply.isObject() && std::ranges::all_of(tokenFields, [&](QLatin1StringView field) {
               const JsonView value = reply.value(field);
               return !value || value.toString() == dots;
           });
}

} // namespace

void cleanTokenTranscript(HttpTranscript &transcript, const CleanReply &reply, const SecretMask &mask)
{
    cleanTranscript(transcript, mask);
    const bool success = transcript.status >= 200 && transcript.status < 300;
    const bool isWhole = reply.shown.isEmpty() || !success || isTokenReplyWithoutToken(reply.shown);
    transcript.replyBody = isWhole ? reply.shown : secretDots();
}

} // namespace linterna
