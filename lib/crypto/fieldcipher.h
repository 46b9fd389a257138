// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/secret.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace linterna {

//! Encrypts single fields of a database (XChaCha20-Poly1305, a random nonce each) and makes the keyed hashes by which
//! they are found. Both keys are derived from one data key (crypto_kdf, context "linterna").
class FieldCipher
{
public:
    //! Bytes of a data key.
    static constexpr qsizetype KeyBytes = 32;
    //! Bytes of a row's own random name.
    static constexpr qsizetype RowUidBytes = 16;

    //! `dataKey`: exactly KeyBytes (asserts).
    explicit FieldCipher(const Secret &dataKey);
    //! A new data key.
    [[nodiscard]] static Secret makeDataKey();
    //! A new random name for a row.
    [[nodiscard]] static QByteArray makeRowUid();
    //! 32 random bytes that make a hash of few possible values tell nothing of them.
    [[nodiscard]] static QByteArray makeSalt();

    //! Names the data key without telling it: 16 hexadecimal digits, the same for the same key.
    [[nodiscard]] const QString &keyId() const { return m_keyId; }
    //! Keyed BLAKE2b of 32 bytes: equal for equal values, and telling nothing to who has no key.
    [[nodiscard]] QByteArray lookupHash(QByteArrayView value) const;

    //! The first ShortHashBytes of lookupHash(): enough to tell contents apart.
    [[nodiscard]] QByteArray shortHash(QByteArrayView value) const { return lookupHash(value).first(ShortHashBytes); }
    static constexpr qsizetype ShortHashBytes = 16;
    //! Vouches for columns that are not sealed: keyed BLAKE2b of ShortHashBytes, with a key of its own.
    [[nodiscard]] QByteArray sealOf(QByteArrayView columns) const;

    //! What is stored: nonce, cipher text, tag. It opens only under the same column name in the same row, so that cells
    //! that were swapped or copied are noticed.
    [[nodiscard]] QByteArray seal(QByteArrayView plain, QLatin1StringView column, QByteArrayView rowUid) const;
    //! What was sealed. Empty where it was sealed with another key or for another place, or was changed.
    [[nodiscard]] std::optional<QByteArray> open(QByteArrayView sealed, QLatin1StringView column,
                                                 QByteArrayView rowUid) const;

private:
    Secret m_encryptionKey;
    Secret m_lookupKey;
    Secret m_sealKey;
    QString m_keyId;
};

} // namespace linterna
