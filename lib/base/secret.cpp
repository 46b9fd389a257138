// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/secret.h"

#include <sodium.h>

#include <cstring>

namespace linterna {

//! Pages of libsodium's own allocator, which gives them back zeroed.
struct Secret::Buffer {
    explicit Buffer(QByteArrayView bytes) : size(bytes.size())
    {
        if (sodium_init() < 0 || !(data = static_cast<char *>(sodium_malloc(std::size_t(size)))))
            qFatal("there is no memory for a secret");
        std::memcpy(data, bytes.data(), std::size_t(size));
    }
    ~Buffer() { sodium_free(data); }
    Q_DISABLE_COPY_MOVE(Buffer)

    char *data = nullptr;
    qsizetype size;
};

std::shared_ptr<const Secret::Buffer> Secret::guarded(QByteArrayView bytes)
{
    return bytes.isEmpty() ? nullptr : std::make_shared<const Buffer>(bytes);
}

void wipe(QByteArray &bytes)
{
    // constData: data() would detach and leave the original where it was. A literal has no header and cannot be
    // written.
    if (!bytes.isEmpty() && bytes.data_ptr().d_ptr())
        sodium_memzero(const_cast<char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

Secret::Secret(QByteArray &&bytes) : m_bytes(guarded(bytes))
{
    wipe(bytes);
}

Secret Secret::copyOf(QByteArrayView bytes)
{
    Secret secret;
    secret.m_bytes = guarded(bytes);
    return secret;
}

bool Secret::isEmpty() const
{
    return !m_bytes;
}

QByteArrayView Secret::view() const
{
    // C functions want a place even for nothing.
    return m_bytes && m_bytes->size > 0 ? QByteArrayView(m_bytes->data, m_bytes->size)
                                        : QByteArrayView("", qsizetype{0});
}

bool Secret::operator==(const Secret &other) const
{
    const QByteArrayView a = view();
    const QByteArrayView b = other.view();
    return a.size() == b.size()
        && (a.isEmpty() || sodium_memcmp(a.data(), b.data(), static_cast<std::size_t>(a.size())) == 0);
}

} // namespace linterna
