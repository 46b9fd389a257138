// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/secret.h"
#include "lib/net/proxychoice.h"

namespace linterna {

//! The password of a proxy as it is stored: with the proxy's place in front, so that it is never sent to another proxy
//! than it was given for, whatever becomes of the connection. (Name and password may travel readable to a proxy.)
[[nodiscard]] Secret boundProxyPassword(const ProxyChoice &proxy, const Secret &password);
//! The password in what boundProxyPassword() made; empty where it was given for another proxy, or there is none.
[[nodiscard]] Secret proxyPasswordIn(const Secret &stored, const ProxyChoice &proxy);

} // namespace linterna
