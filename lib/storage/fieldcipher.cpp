// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fieldcipher.h"

#include <sodium.h>

namespace linterna {

namespace {

// Never change a number: files are written with these keys.
enum class Subkey : quint64 { Encryption = 1, Lookup = 2, Name = 3, Seal = 4 };

constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

std::size_t length(QByteArrayView view)
{
    return static_cast<std::size_t>(view.size());
}

QByteArray derive(const Secret &dataKey, Subkey which, qsizetype size)
{
    static_assert(FieldCipher::KeyBytes == crypto_kdf_KEYBYTES);
    QByteArray key(size, '\0');
    crypto_kdf_derive_from_key(bytes(key), length(key), static_cast<quint64>(which), "linterna", bytes(dataKey.view()));
    return key;
}

void startSodium()
{
    if (sodium_init() < 0)
        qFatal("libsodium does not start");
}

QByteArray randomBytes(qsizetype size)
{
    startSodium();
    QByteArray random(size, '\0');
    randombytes_buf(random.data(), length(random));
    return random;
}

QByteArray keyedHash(const Secret &key, QByteArrayView value, qsizetype size)
{
    QByteArray hash(size, '\0');
    crypto_generichash(bytes(hash), length(hash), bytes(value), length(value), bytes(key.view()), length(key.view()));
    return hash;
}

//! The row's name has one length, so that no two places give the same text.
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
    m_encryptionKey = Secret(derive(dataKey, Subkey::Encryption, crypto_aead_xchacha20poly1305_ietf_KEYBYTES));
    m_lookupKey = Secret(derive(dataKey, Subkey::Lookup, crypto_generichash_KEYBYTES));
    m_sealKey = Secret(derive(dataKey, Subkey::Seal, crypto_generichash_KEYBYTES));
    m_keyId = QString::fromLatin1(derive(dataKey, Subkey::Name, crypto_kdf_BYTES_MIN).first(8).toHex());
}

Secret FieldCipher::makeDataKey()
{
    return Secret(randomBytes(KeyBytes));
}

QByteArray FieldCipher::makeRowUid()
{
    return randomBytes(RowUidBytes);
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
    sealed.resize(nonceBytes + plain.size() + tagBytes);
    unsigned char *start = bytes(sealed);
    crypto_aead_xchacha20poly1305_ietf_encrypt(start + nonceBytes, nullptr, bytes(plain), length(plain), bytes(boundTo),
                                               length(boundTo), nullptr, start, bytes(m_encryptionKey.view()));
    return sealed;
}

std::optional<QByteArray> FieldCipher::open(QByteArrayView sealed, QLatin1StringView column,
                                            QByteArrayView rowUid) const
{
    if (sealed.size() < nonceBytes + tagBytes || rowUid.size() != RowUidBytes)
        return {};
    const QByteArray boundTo = place(column, rowUid);
    const QByteArrayView body = sealed.sliced(nonceBytes);
    QByteArray plain(body.size() - tagBytes, '\0');
    const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(plain), nullptr, nullptr, bytes(body),
                                                                   length(body), bytes(boundTo), length(boundTo),
                                                                   bytes(sealed), bytes(m_encryptionKey.view()));
    return refused ? std::nullopt : std::optional(plain);
}

} // namespace linterna
