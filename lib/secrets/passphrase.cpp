// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/passphrase.h"

#include <QString>
#include <QtEndian>

#include <sodium.h>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

// Never change a number: files are written so. Magic, passes and KiB of memory (little endian), salt and nonce are the
// head, which the cipher vouches for too; then come the sealed secret and a checksum over all before it. The checksum
// tells a damaged file from another passphrase.
constexpr QByteArrayView magic = "LinternaKey1";
constexpr qsizetype saltAt = 12 + 4 + 4;
constexpr qsizetype nonceAt = saltAt + crypto_pwhash_argon2id_SALTBYTES;
constexpr qsizetype headBytes = nonceAt + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype checksumBytes = 16;

// What a damaged or hostile file may make this computer do.
constexpr quint32 mostPasses = 20;
constexpr quint32 mostMemoryKiB = 1024 * 1024;
constexpr quint32 leastMemoryKiB = crypto_pwhash_argon2id_MEMLIMIT_MIN / 1024;

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

QByteArray checksum(QByteArrayView of)
{
    QByteArray sum(checksumBytes, '\0');
    crypto_generichash(bytes(sum), length(sum), bytes(of), length(of), nullptr, 0);
    return sum;
}

void startSodium()
{
    if (sodium_init() < 0)
        qFatal("libsodium does not start");
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
        crypto_pwhash_argon2id(bytes(key), length(key), typed.data(), length(typed), bytes(salt), cost.passes,
                               std::size_t{cost.memoryKiB} * 1024, crypto_pwhash_argon2id_ALG_ARGON2ID13);
    if (failed)
        return Error{.code = ErrorCode::Storage,
                     .detail = u"not enough memory to try a passphrase (%1 MiB)"_s.arg(cost.memoryKiB / 1024)};
    return Secret(std::move(key));
}

namespace {

QByteArray newHead(const PassphraseCost &cost)
{
    QByteArray head = magic.toByteArray().leftJustified(headBytes, '\0');
    qToLittleEndian(cost.passes, head.data() + magic.size());
    qToLittleEndian(cost.memoryKiB, head.data() + magic.size() + 4);
    randombytes_buf(head.data() + saltAt, static_cast<std::size_t>(headBytes - saltAt));
    return head;
}

std::optional<PassphraseCost> costIn(QByteArrayView sealed)
{
    const PassphraseCost cost{qFromLittleEndian<quint32>(sealed.data() + magic.size()),
                              qFromLittleEndian<quint32>(sealed.data() + magic.size() + 4)};
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
    const Result<Secret> key =
        keyFromPassphrase(passphrase, QByteArrayView(head).sliced(saltAt, crypto_pwhash_argon2id_SALTBYTES), cost);
    if (!key)
        return key.error();
    const QByteArrayView plain = content.view();
    sealed.resize(headBytes + plain.size() + tagBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed) + headBytes, nullptr, bytes(plain), length(plain),
                                               bytes(head), length(head), nullptr, bytes(head) + nonceAt,
                                               bytes(key->view()));
    return sealed + checksum(sealed);
}

Result<Secret> openUnderPassphrase(QByteArrayView sealed, const Secret &passphrase)
{
    startSodium();
    const auto unreadable = [](const QString &why) { return Error{.code = ErrorCode::Unreadable, .detail = why}; };
    if (!sealed.startsWith(magic.chopped(1)))
        return unreadable(u"not a key under a passphrase"_s);
    if (!sealed.startsWith(magic))
        return unreadable(u"written by a newer version"_s);
    if (sealed.size() < headBytes + tagBytes + checksumBytes
        || checksum(sealed.chopped(checksumBytes)) != sealed.last(checksumBytes))
        return unreadable(u"damaged"_s);
    const auto cost = costIn(sealed);
    if (!cost)
        return unreadable(u"it asks for more work than Linterna ever does"_s);
    const Result<Secret> key =
        keyFromPassphrase(passphrase, sealed.sliced(saltAt, crypto_pwhash_argon2id_SALTBYTES), *cost);
    if (!key)
        return key.error();
    const QByteArrayView body = sealed.sliced(headBytes).chopped(checksumBytes);
    QByteArray plain(body.size() - tagBytes, '\0');
    const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(plain), nullptr, nullptr, bytes(body),
                                                                   length(body), bytes(sealed), std::size_t{headBytes},
                                                                   bytes(sealed.sliced(nonceAt)), bytes(key->view()));
    return refused ? Secret() : Secret(std::move(plain));
}

} // namespace linterna
