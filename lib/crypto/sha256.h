// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>

namespace linterna {

//! SHA-256 of the parts, one behind the other: 32 bytes. By libsodium, which takes half the time of QCryptographicHash.
[[nodiscard]] QByteArray sha256Of(std::initializer_list<QByteArrayView> parts);

} // namespace linterna
