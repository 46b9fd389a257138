// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/net/canonicaltext.h"

namespace linterna {

//! What makes a text look like the reply of a token endpoint.
struct TokenMembers {
    //! The places of the values in the source.
    std::vector<CanonicalText::Place> values = {};
    //! One of the values is an object or a list, of which any part may be the token.
    bool hasOtherValue = false;
};

//! The values of what is called access_token, refresh_token, id_token or client_secret, in whatever spelling and case:
//! members of JSON, fields of a form, elements of XML, entries of an HTML form. A name in a sentence ("The access_token
//! expired"), without a value, with null or with a masked value ("•••") is none.
[[nodiscard]] TokenMembers tokenMembersIn(const CanonicalText &text);

} // namespace linterna
