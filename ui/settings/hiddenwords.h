// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/hiddencharacter.h"

namespace linterna {

//! What a person reads who cannot see what is wrong, in the language shown: what it is, where it stands, what to do.
[[nodiscard]] QString hiddenCharacterText(const HiddenCharacter &hidden);

} // namespace linterna
