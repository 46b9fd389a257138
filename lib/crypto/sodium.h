// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>

//! What every call of libsodium needs: Qt's bytes as libsodium takes them, and libsodium started.
namespace linterna {

[[nodiscard]] inline const unsigned char *unsignedBytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

[[nodiscard]] inline unsigned char *unsignedBytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

[[nodiscard]] inline std::size_t byteCount(QByteArrayView view)
{
    return static_cast<std::size_t>(view.size());
}

//! Call before any other function of libsodium; costs nothing from the second time on. Ends the program where libsodium
//! cannot start: nothing could be sealed or opened.
void startSodium();

} // namespace linterna
