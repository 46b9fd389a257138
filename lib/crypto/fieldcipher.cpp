// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/crypto/fieldcipher.h"

#include "lib/crypto/sodium.h"

#include <sodium.h>

namespace linterna {

namespace {

// Never change a number: files are written with these keys.
enum class FieldSubkey : quint64 { Encryption = 1, Lookup = 2, Name = 3, Seal = 4 };

constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype fieldTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

QByteArray derive(const Secret &dataKey, FieldSubkey which, qsizetype size)
{
    static_assert(FieldCipher::KeyBytes == crypto_kdf_KEYBYTES);
    QByteArray key(size, '\0');
    crypto_kdf_derive_from_key(unsignedBytes(key), byteCount(key), static_cast<quint64>(which), "linterna",
                               unsignedBytes(dataKey.view()));
    return key;
}

QByteArray randomBytes(qsizetype size)
{
    startSodium();
    QByteArray random(size, '\0');
    randombytes_buf(random.data(), byteCount(random));
    return random;
}

QByteArray keyedHash(const Secret &key, QByteArrayView value, qsizetype size)
{
    QByteArray hash(size, '\0');
    crypto_generichash(unsignedBytes(hash), byteCount(hash), unsignedBytes(value), byteCount(value),
                       unsignedBytes(key.view()), byteCount(key.view()));
    return hash;
}

//! What a cipher text is bound to: its column and its row. The row's name has one length, so that no two places give
//! the same bytes.
QByteArray place(QLatin1StringView column, QByteArrayView rowUid)
{
    Q_ASSERT(rowUid.size() == FieldCipher::RowUidBytes);
    return rowUid.toByteArray().append(QByteArrayView(column.data(), column.size()));
}

} // namespace

FieldCipher::FieldCipher(const Secret &dataKey)
{
    Q_ASSERT(dataKey.view().size() == KeyBytes);
    startSodium();
    m_encryptionKey = Secret(derive(dataKey, FieldSubkey::Encryption, crypto_aead_xchacha20poly1305_ietf_KEYBYTES));
    m_lookupKey = Secret(derive(dataKey, FieldSubkey::Lookup, crypto_generichash_KEYBYTES));
    m_sealKey = Secret(derive(dataKey, FieldSubkey::Seal, crypto_generichash_KEYBYTES));
    m_keyId = QString::fromLatin1(derive(dataKey, FieldSubkey::Name, crypto_kdf_BYTES_MIN).first(8).toHex());
}

Secret FieldCipher::makeDataKey()
{
    return Secret(randomBytes(KeyBytes));
}

QByteArray FieldCipher::makeRowUid()
{
    return randomBytes(RowUidBytes);
}

QByteArray FieldCipher::makeSalt()
{
    constexpr qsizetype saltBytes = 32;
    return randomBytes(saltBytes);
}

QByteArray FieldCipher::lookupHash(QByteArrayView value) const
{
    return keyedHash(m_lookupKey, value, crypto_generichash_BYTES);
}

QByteArray FieldCipher::sealOf(QByteArrayView columns) const
{
    return keyedHash(m_sealKey, columns, ShortHashBytes);
}

QByteArray FieldCipher::seal(QByteArrayView plain, QLatin1StringView column, QByteArrayView rowUid) const
{
    const QByteArray boundTo = place(column, rowUid);
    QByteArray sealed = randomBytes(nonceBytes);
    sealed.resize(nonceBytes + plain.size() + fieldTagBytes);
    unsigned char *start = unsignedBytes(sealed);
    crypto_aead_xchacha20poly1305_ietf_encrypt(start + nonceBytes, nullptr, unsignedBytes(plain), byteCount(plain),
                                               unsignedBytes(boundTo), byteCount(boundTo), nullptr, start,
                                               unsignedBytes(m_encryptionKey.view()));
    return sealed;
}

std::optional<QByteArray> FieldCipher::open(QByteArrayView sealed, QLatin1StringView column,
                                            QByteArrayView rowUid) const
{
    if (sealed.size() < nonceBytes + fieldTagBytes || rowUid.size() != RowUidBytes)
        return {};
    const QByteArray boundTo = place(column, rowUid);
    const QByteArrayView body = sealed.sliced(nonceBytes);
    QByteArray plain(body.size() - fieldTagBytes, '\0');
    const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
        unsignedBytes(plain), nullptr, nullptr, unsignedBytes(body), byteCount(body), unsignedBytes(boundTo),
        byteCount(boundTo), unsignedBytes(sealed), unsignedBytes(m_encryptionKey.view()));
    return refused ? std::nullopt : std::optional(plain);
}

} // namespace linterna
