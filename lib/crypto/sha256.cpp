// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/crypto/sha256.h"

#include "lib/crypto/sodium.h"

#include <sodium.h>

namespace linterna {

QByteArray sha256Of(std::initializer_list<QByteArrayView> parts)
{
    startSodium();
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (const QByteArrayView part : parts)
        crypto_hash_sha256_update(&state, unsignedBytes(part), byteCount(part));
    QByteArray hash(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256_final(&state, unsignedBytes(hash));
    return hash;
}

} // namespace linterna
