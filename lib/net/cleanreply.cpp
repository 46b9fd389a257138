// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/cleanreply.h"

#include "lib/net/replycharset.h"

namespace linterna {

namespace {

void cleanHeaders(NamedValues &headers, const SecretMask &mask)
{
    for (auto &[name, value] : headers) {
        if (isKeyName(name) && !value.contains(secretDots()))
            value = secretDots();
        else
            value = mask.masked(value).text;
    }
}

} // namespace

CleanReply cleanReply(const HttpReply &reply, const SecretMask &mask)
{
    const DecodedBody decoded = decodedBody(reply);
    CleanReply clean{.problem = decoded.problem};
    if (!decoded.isSearchable)
        return clean;
    const bool isText = decoded.problem.isEmpty();
    SecretMask::Masked masked = mask.masked(isText ? decoded.text : reply.body);
    if (isText)
        clean.text = masked.text;
    if (masked.found) {
        clean.shown = isText ? masked.text : secretDots();
        return clean;
    }
    clean.raw = reply.body;
    // A body in another encoding is shown as UTF-8: its own bytes nobody could read there.
    clean.shown = isText && !reply.body.endsWith(decoded.text) ? decoded.text : reply.body;
    return clean;
}

void cleanTranscript(HttpTranscript &transcript, const SecretMask &mask)
{
    cleanHeaders(transcript.requestHeaders, mask);
    cleanHeaders(transcript.replyHeaders, mask);
    if (SecretMask::Masked masked = mask.masked(transcript.requestBody); masked.found)
        transcript.requestBody = std::move(masked.text);
}

Error cleanError(Error error, const SecretMask &mask)
{
    error.serverMessage = mask.masked(error.serverMessage);
    error.detail = mask.masked(error.detail);
    return error;
}

} // namespace linterna
