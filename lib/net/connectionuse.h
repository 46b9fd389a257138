// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace linterna {

//! Lets a request go over a connection that other requests used before it, and says whether it did.
//!
//! A reply that comes over such a connection may be the answer to an earlier request (see NetworkAccess). So whoever
//! gives a request one of these has to tell by the reply alone whether it is the right one: by the receipt number in
//! it. Where the reply does not say, or there is none, the request is sent again without a ConnectionUse, over a
//! connection that nobody used before.
struct ConnectionUse {
    //! Whether other requests had used the connection before.
    bool wasUsedBefore = false;
    //! Keeps the connection for requests to come. To be called only when the reply has named what was asked for, and by
    //! whoever the reply was given to, before they return: a connection that nobody vouches for is closed. Empty where
    //! the server closes it, or where there is no whole reply.
    std::function<void()> keep = {};
};

} // namespace linterna
