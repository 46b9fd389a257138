// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/crypto/sodium.h"

#include <QtGlobal>

#include <sodium.h>

namespace linterna {

void startSodium()
{
    if (sodium_init() < 0)
        qFatal("libsodium does not start");
}

} // namespace linterna
