// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/crypto/sealedfile.h"

#include "lib/crypto/sodium.h"

#include <QIODevice>
#include <QtEndian>

#include <sodium.h>

#include <new>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

// Never change a number: files are written so. Numbers are little endian.
constexpr QByteArrayView sealedFileMagic = "LinternaBackup";
constexpr quint16 sealedFileVersion = 1;
constexpr qsizetype versionAt = 14;
constexpr qsizetype passesAt = versionAt + 2;
constexpr qsizetype memoryAt = passesAt + 4;
constexpr qsizetype sealedSaltAt = memoryAt + 4;
constexpr qsizetype streamAt = sealedSaltAt + PassphraseSaltBytes;
constexpr qsizetype plainAt = streamAt + crypto_secretstream_xchacha20poly1305_HEADERBYTES; // how much is sealed
constexpr qsizetype signAt = plainAt + 8;
constexpr qsizetype signBytes = crypto_kdf_BYTES_MIN; // the part by which a passphrase is recognised
constexpr qsizetype checksumAt = signAt + signBytes;
constexpr qsizetype headChecksumBytes = 16; // over all before it
constexpr qsizetype sealedHeadBytes = checksumAt + headChecksumBytes;
constexpr qsizetype plainBytes = qsizetype{64} * 1024;
constexpr qsizetype extraBytes = crypto_secretstream_xchacha20poly1305_ABYTES;
static_assert(sealedHeadBytes == 104);

constexpr qint64 mostPlain = Q_INT64_C(1) << 50;

constexpr char sealedFileContext[] = "lintback";
enum FileSubkey : quint64 { StreamKey = 1, Sign = 2 };

QByteArray headChecksum(QByteArrayView of)
{
    QByteArray sum(headChecksumBytes, '\0');
    crypto_generichash(unsignedBytes(sum), headChecksumBytes, unsignedBytes(of), byteCount(of), nullptr, 0);
    return sum;
}

Secret subkey(const Secret &master, FileSubkey which, qsizetype size)
{
    QByteArray key(size, '\0');
    crypto_kdf_derive_from_key(unsignedBytes(key), static_cast<std::size_t>(size), which, sealedFileContext,
                               unsignedBytes(master.view()));
    return Secret(std::move(key));
}

qint64 sealedSize(qint64 plain)
{
    return sealedHeadBytes + plain + extraBytes * std::max<qint64>(1, (plain + plainBytes - 1) / plainBytes);
}

} // namespace

//! The state of a stream holds its key, so it lies in pages that no memory image gets, given back zeroed.
struct GuardedStream : crypto_secretstream_xchacha20poly1305_state {
    static void *operator new(std::size_t size)
    {
        startSodium();
        if (void *room = sodium_malloc(size))
            return room;
        throw std::bad_alloc();
    }
    static void operator delete(void *stream) { sodium_free(stream); }
};

struct SealedWriter::Stream : GuardedStream {};
struct SealedReader::Stream : GuardedStream {};

QString sealedProblemText(SealedProblem problem)
{
    switch (problem) {
    case SealedProblem::NotSealed:
        return u"not a backup of Linterna"_s;
    case SealedProblem::Newer:
        return u"written by a newer version of Linterna"_s;
    case SealedProblem::Damaged:
        return u"damaged: something in it was changed"_s;
    case SealedProblem::CutShort:
        return u"cut short: its end is missing"_s;
    case SealedProblem::TooCostly:
        return u"damaged: it asks for more work than Linterna ever does"_s;
    case SealedProblem::WrongPassphrase:
        return u"this is not its passphrase"_s;
    }
    Q_UNREACHABLE();
}

SealedWriter::SealedWriter(Sink sink) : m_sink(std::move(sink)), m_stream(std::make_unique<Stream>()) {}
SealedWriter::~SealedWriter() = default;

std::optional<Error> SealedWriter::begin(qint64 size, const Secret &passphrase, const PassphraseCost &cost)
{
    m_left = size;
    QByteArray salt(PassphraseSaltBytes, '\0');
    startSodium();
    randombytes_buf(salt.data(), static_cast<std::size_t>(salt.size()));
    const Result<Secret> master = keyFromPassphrase(passphrase, salt, cost);
    if (!master)
        return master.error();
    QByteArray head = sealedFileMagic.toByteArray().leftJustified(sealedHeadBytes, '\0');
    qToLittleEndian(sealedFileVersion, head.data() + versionAt);
    qToLittleEndian(cost.passes, head.data() + passesAt);
    qToLittleEndian(cost.memoryKiB, head.data() + memoryAt);
    qToLittleEndian(quint64(size), head.data() + plainAt);
    head.replace(sealedSaltAt, salt.size(), salt);
    const Secret key = subkey(*master, StreamKey, crypto_secretstream_xchacha20poly1305_KEYBYTES);
    crypto_secretstream_xchacha20poly1305_init_push(m_stream.get(), unsignedBytes(head) + streamAt,
                                                    unsignedBytes(key.view()));
    head.replace(signAt, signBytes, subkey(*master, Sign, signBytes).view().toByteArray());
    head.replace(checksumAt, headChecksumBytes, headChecksum(QByteArrayView(head).first(checksumAt)));
    m_head = head;
    return m_sink(head);
}

std::optional<Error> SealedWriter::write(QByteArrayView plain)
{
    m_left -= plain.size();
    while (!plain.isEmpty()) {
        if (m_plain.size() == plainBytes) { // more is to come, so that this piece is not the last
            if (auto error = push(0))
                return error;
        }
        const qsizetype some = std::min(plain.size(), plainBytes - m_plain.size());
        m_plain.append(plain.first(some));
        plain = plain.sliced(some);
    }
    return {};
}

std::optional<Error> SealedWriter::end()
{
    if (m_left != 0)
        return Error{.code = ErrorCode::Invalid, .detail = u"what was to be sealed has another size than was said"_s};
    return push(crypto_secretstream_xchacha20poly1305_TAG_FINAL);
}

std::optional<Error> SealedWriter::push(unsigned char tag)
{
    QByteArray sealed(m_plain.size() + extraBytes, '\0');
    crypto_secretstream_xchacha20poly1305_push(m_stream.get(), unsignedBytes(sealed), nullptr,
                                               unsignedBytes(QByteArrayView(m_plain)), byteCount(m_plain),
                                               unsignedBytes(QByteArrayView(m_head)), byteCount(m_head), tag);
    m_head.clear(); // only the first piece vouches for the head
    m_plain.resize(0);
    return m_sink(sealed);
}

SealedReader::SealedReader(QIODevice &file) : m_file(file), m_stream(std::make_unique<Stream>()) {}
SealedReader::~SealedReader() = default;

Error SealedReader::refuse(SealedProblem problem)
{
    m_problem = problem;
    return {.code = ErrorCode::Unreadable, .detail = sealedProblemText(problem)};
}

//! Reads `most` bytes, or all that are left.
Result<QByteArray> SealedReader::bytes(qint64 most)
{
    QByteArray found;
    while (found.size() < most) {
        const QByteArray some = m_file.read(most - found.size());
        if (some.isEmpty())
            break;
        found += some;
    }
    if (found.size() < most && !m_file.atEnd())
        return Error{.code = ErrorCode::Storage, .detail = m_file.errorString()};
    return found;
}

std::optional<Error> SealedReader::begin(const Secret &passphrase)
{
    const Result<QByteArray> head = bytes(sealedHeadBytes);
    if (!head)
        return head.error();
    if (!head->startsWith(sealedFileMagic))
        return refuse(SealedProblem::NotSealed);
    if (head->size() < sealedHeadBytes)
        return refuse(SealedProblem::CutShort);
    // A newer version may have put anything behind its number.
    if (qFromLittleEndian<quint16>(head->constData() + versionAt) > sealedFileVersion)
        return refuse(SealedProblem::Newer);
    if (headChecksum(QByteArrayView(*head).first(checksumAt)) != head->sliced(checksumAt))
        return refuse(SealedProblem::Damaged);
    const auto plain = qFromLittleEndian<quint64>(head->constData() + plainAt);
    if (plain > quint64(mostPlain))
        return refuse(SealedProblem::Damaged);
    if (m_file.size() != sealedSize(qint64(plain)))
        return refuse(m_file.size() < sealedSize(qint64(plain)) ? SealedProblem::CutShort : SealedProblem::Damaged);
    const PassphraseCost cost{qFromLittleEndian<quint32>(head->constData() + passesAt),
                              qFromLittleEndian<quint32>(head->constData() + memoryAt)};
    if (!isBearable(cost))
        return refuse(SealedProblem::TooCostly);
    const Result<Secret> master =
        keyFromPassphrase(passphrase, QByteArrayView(*head).sliced(sealedSaltAt, PassphraseSaltBytes), cost);
    if (!master)
        return master.error();
    if (subkey(*master, Sign, signBytes) != Secret::copyOf(QByteArrayView(*head).sliced(signAt, signBytes)))
        return refuse(SealedProblem::WrongPassphrase);
    const Secret key = subkey(*master, StreamKey, crypto_secretstream_xchacha20poly1305_KEYBYTES);
    if (crypto_secretstream_xchacha20poly1305_init_pull(m_stream.get(), unsignedBytes(QByteArrayView(*head)) + streamAt,
                                                        unsignedBytes(key.view())))
        return refuse(SealedProblem::Damaged);
    m_head = *head;
    return {};
}

Result<QByteArray> SealedReader::read()
{
    if (m_ended)
        return QByteArray();
    const Result<QByteArray> sealed = bytes(plainBytes + extraBytes);
    if (!sealed)
        return sealed.error();
    if (sealed->size() < extraBytes)
        return refuse(SealedProblem::CutShort);
    QByteArray plain(sealed->size() - extraBytes, '\0');
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(m_stream.get(), unsignedBytes(plain), nullptr, &tag,
                                                   unsignedBytes(QByteArrayView(*sealed)), byteCount(*sealed),
                                                   unsignedBytes(QByteArrayView(m_head)), byteCount(m_head)))
        return refuse(SealedProblem::Damaged);
    m_head.clear();
    m_ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (m_ended != m_file.atEnd())
        return refuse(SealedProblem::Damaged);
    return plain;
}

} // namespace linterna
