// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/exchange/exportoptions.h"

namespace linterna {

//! What a person chose for an export, as stable words to be remembered: all of it but the scope and the words of
//! headers.
[[nodiscard]] QStringList wordsOfChoices(const ExportOptions &options);
//! The inverse of wordsOfChoices(). A word that is not known counts as not there; a column that is no more is left out.
[[nodiscard]] ExportOptions choicesFromWords(const QStringList &words);

} // namespace linterna
