// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <sodium.h>

namespace linterna {

namespace {

std::shared_ptr<QByteArray> guarded(QByteArrayView bytes)
{
    return {new QByteArray(bytes.data(), bytes.size()), [](QByteArray *array) {
                wipe(*array);
                delete array;
            }};
}

} // namespace

void wipe(QByteArray &bytes)
{
    // constData: data() would detach and leave the original where it was. A literal has no header and cannot be written.
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
    return !m_bytes || m_bytes->isEmpty();
}

QByteArrayView Secret::view() const
{
    return m_bytes ? QByteArrayView(*m_bytes) : QByteArrayView();
}

bool Secret::operator==(const Secret &other) const
{
    const QByteArrayView a = view();
    const QByteArrayView b = other.view();
    return a.size() == b.size()
        && (a.isEmpty() || sodium_memcmp(a.data(), b.data(), static_cast<std::size_t>(a.size())) == 0);
}

} // namespace linterna
