// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace linterna {

//! Bytes that must not linger: a client secret, an access token, a data key. Copies share one buffer in pages of its
//! own, which the system leaves out of core dumps and, as far as it lets us, out of swap space; it is zeroed when the
//! last copy goes. It has no conversion to text and no debug operator, so that it cannot be logged by mistake.
class Secret
{
public:
    Secret() = default;
    //! Takes the bytes over and zeroes the memory that they came in, other copies of that QByteArray included.
    explicit Secret(QByteArray &&bytes);
    //! A copy of bytes that are not ours to wipe.
    [[nodiscard]] static Secret copyOf(QByteArrayView bytes);

    [[nodiscard]] bool isEmpty() const;
    //! Valid as long as a copy of this Secret lives.
    [[nodiscard]] QByteArrayView view() const;
    //! Compares in constant time.
    bool operator==(const Secret &other) const;

private:
    struct Buffer;
    std::shared_ptr<const Buffer> m_bytes;
    [[nodiscard]] static std::shared_ptr<const Buffer> guarded(QByteArrayView bytes);
};

//! Zeroes the memory behind `bytes` (shared copies included) and empties it.
void wipe(QByteArray &bytes);

} // namespace linterna
