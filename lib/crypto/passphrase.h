// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"
#include "lib/base/secret.h"

namespace linterna {

//! What it costs to try one passphrase (Argon2id, one lane).
struct PassphraseCost {
    quint32 passes = 3;
    quint32 memoryKiB = 256 * 1024; //!< About half a second on an office computer of 2020.
};

//! Whether a file may ask for this cost. A damaged or hostile file must not keep the computer busy for long.
[[nodiscard]] bool isBearable(const PassphraseCost &cost);

//! Bytes of the salt that a passphrase is mixed with.
inline constexpr qsizetype PassphraseSaltBytes = 16;
//! The key of 32 bytes that a passphrase makes (Argon2id). Takes as long as the cost says. Error: Storage (there is not
//! memory enough).
[[nodiscard]] Result<Secret> keyFromPassphrase(const Secret &passphrase, QByteArrayView salt,
                                               const PassphraseCost &cost);

//! Characters that a new passphrase has at least.
inline constexpr qsizetype ShortestPassphrase = 8;

//! What was typed, as the bytes that count: composed (NFC), so that the same letters are the same passphrase on every
//! keyboard; UTF-8. `text` is wiped.
[[nodiscard]] Secret passphraseFromText(QString &&text);

//! Seals a secret under a passphrase: Argon2id, XChaCha20-Poly1305, all that is needed to open it but the passphrase
//! within the bytes. Takes as long as the cost says: never call it on the window's thread. Error: Storage (there is not
//! memory enough).
[[nodiscard]] Result<QByteArray> sealUnderPassphrase(const Secret &content, const Secret &passphrase,
                                                     const PassphraseCost &cost);
//! Opens what sealUnderPassphrase() made, and takes as long. Empty where it was sealed under another passphrase.
//! Errors: Unreadable (damaged, from a newer version, or none of ours), Storage (there is not memory enough).
[[nodiscard]] Result<Secret> openUnderPassphrase(QByteArrayView sealed, const Secret &passphrase);

} // namespace linterna
