// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/crypto/passphrase.h"

#include "lib/crypto/sodium.h"

#include <QString>
#include <QtEndian>

#include <sodium.h>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

// Never change a number: files are written so. Magic, passes and KiB of memory (little endian), salt and nonce are the
// head, which the cipher vouches for too; then come the sealed secret and a checksum over all before it. The checksum
// tells a damaged file from another passphrase.
constexpr QByteArrayView keyFileMagic = "LinternaKey1";
constexpr qsizetype keyFileSaltAt = 12 + 4 + 4;
constexpr qsizetype nonceAt = keyFileSaltAt + crypto_pwhash_argon2id_SALTBYTES;
constexpr qsizetype keyFileHeadBytes = nonceAt + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype keyTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype keyFileChecksumBytes = 16;

// The most work and memory that a file, which may be damaged or hostile, can ask for.
constexpr quint32 mostPasses = 20;
constexpr quint32 mostMemoryKiB = 1024 * 1024;
constexpr quint32 leastMemoryKiB = crypto_pwhash_argon2id_MEMLIMIT_MIN / 1024;

QByteArray keyFileChecksum(QByteArrayView of)
{
    QByteArray sum(keyFileChecksumBytes, '\0');
    crypto_generichash(unsignedBytes(sum), byteCount(sum), unsignedBytes(of), byteCount(of), nullptr, 0);
    return sum;
}

} // namespace

bool isBearable(const PassphraseCost &cost)
{
    return cost.passes >= 1 && cost.passes <= mostPasses && cost.memoryKiB >= leastMemoryKiB
        && cost.memoryKiB <= mostMemoryKiB;
}

Result<Secret> keyFromPassphrase(const Secret &passphrase, QByteArrayView salt, const PassphraseCost &cost)
{
    static_assert(PassphraseSaltBytes == crypto_pwhash_argon2id_SALTBYTES);
    Q_ASSERT(salt.size() == PassphraseSaltBytes);
    startSodium();
    QByteArray key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, '\0');
    const QByteArrayView typed = passphrase.view();
    const int failed =
        crypto_pwhash_argon2id(unsignedBytes(key), byteCount(key), typed.data(), byteCount(typed), unsignedBytes(salt),
                               cost.passes, std::size_t{cost.memoryKiB} * 1024, crypto_pwhash_argon2id_ALG_ARGON2ID13);
    if (failed)
        return Error{.code = ErrorCode::Storage,
                     .detail = u"not enough memory to try a passphrase (%1 MiB)"_s.arg(cost.memoryKiB / 1024)};
    return Secret(std::move(key));
}

namespace {

QByteArray newHead(const PassphraseCost &cost)
{
    QByteArray head = keyFileMagic.toByteArray().leftJustified(keyFileHeadBytes, '\0');
    qToLittleEndian(cost.passes, head.data() + keyFileMagic.size());
    qToLittleEndian(cost.memoryKiB, head.data() + keyFileMagic.size() + 4);
    randombytes_buf(head.data() + keyFileSaltAt, static_cast<std::size_t>(keyFileHeadBytes - keyFileSaltAt));
    return head;
}

std::optional<PassphraseCost> costIn(QByteArrayView sealed)
{
    const PassphraseCost cost{qFromLittleEndian<quint32>(sealed.data() + keyFileMagic.size()),
                              qFromLittleEndian<quint32>(sealed.data() + keyFileMagic.size() + 4)};
    return isBearable(cost) ? std::optional(cost) : std::nullopt;
}

} // namespace

Secret passphraseFromText(QString &&text)
{
    QString composed = text.normalized(QString::NormalizationForm_C);
    Secret passphrase(composed.toUtf8());
    for (QString *typed : {&text, &composed})
        typed->fill(u'\u2022');
    return passphrase;
}

Result<QByteArray> sealUnderPassphrase(const Secret &content, const Secret &passphrase, const PassphraseCost &cost)
{
    startSodium();
    QByteArray sealed = newHead(cost);
    const QByteArray head = sealed;
    const Result<Secret> key = keyFromPassphrase(
        passphrase, QByteArrayView(head).sliced(keyFileSaltAt, crypto_pwhash_argon2id_SALTBYTES), cost);
    if (!key)
        return key.error();
    const QByteArrayView plain = content.view();
    sealed.resize(keyFileHeadBytes + plain.size() + keyTagBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(unsignedBytes(sealed) + keyFileHeadBytes, nullptr, unsignedBytes(plain),
                                               byteCount(plain), unsignedBytes(head), byteCount(head), nullptr,
                                               unsignedBytes(head) + nonceAt, unsignedBytes(key->view()));
    return sealed + keyFileChecksum(sealed);
}

Result<Secret> openUnderPassphrase(QByteArrayView sealed, const Secret &passphrase)
{
    startSodium();
    const auto unreadable = [](const QString &why) { return Error{.code = ErrorCode::Unreadable, .detail = why}; };
    if (!sealed.startsWith(keyFileMagic.chopped(1)))
        return unreadable(u"not a key under a passphrase"_s);
    if (!sealed.startsWith(keyFileMagic))
        return unreadable(u"written by a newer version"_s);
    if (sealed.size() < keyFileHeadBytes + keyTagBytes + keyFileChecksumBytes
        || keyFileChecksum(sealed.chopped(keyFileChecksumBytes)) != sealed.last(keyFileChecksumBytes))
        return unreadable(u"damaged"_s);
    const auto cost = costIn(sealed);
    if (!cost)
        return unreadable(u"it asks for more work than Linterna ever does"_s);
    const Result<Secret> key =
        keyFromPassphrase(passphrase, sealed.sliced(keyFileSaltAt, crypto_pwhash_argon2id_SALTBYTES), *cost);
    if (!key)
        return key.error();
    const QByteArrayView body = sealed.sliced(keyFileHeadBytes).chopped(keyFileChecksumBytes);
    QByteArray plain(body.size() - keyTagBytes, '\0');
    const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
        unsignedBytes(plain), nullptr, nullptr, unsignedBytes(body), byteCount(body), unsignedBytes(sealed),
        std::size_t{keyFileHeadBytes}, unsignedBytes(sealed.sliced(nonceAt)), unsignedBytes(key->view()));
    return refused ? Secret() : Secret(std::move(plain));
}

} // namespace linterna
