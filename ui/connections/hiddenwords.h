// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/text/hiddencharacter.h"

namespace linterna {

//! Message about an invisible character, in the language shown: which one it is, where it stands, what to do.
[[nodiscard]] QString hiddenCharacterText(const HiddenCharacter &hidden);

} // namespace linterna
