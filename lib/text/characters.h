// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linterna {

//! `text` with lone surrogates and NUL replaced by U+FFFD, and byte order marks by U+2060 (word joiner): what may be
//! stored and exported, and comes back from UTF-8 as it was.
[[nodiscard]] QString wellFormed(const QString &text);

//! wellFormed(), and with every character replaced by U+FFFD that would not stay where it stands: control characters
//! (all but tab, line feed, form feed and carriage return), the directional formatting characters (Unicode's
//! Bidi_Control: overrides, embeddings, isolates, marks), which would reorder the text around, and the noncharacters
//! and the object replacement character, by which Qt's text documents mark frames and pictures.
//! Replaced, not taken out: a person sees that something was there, and no two words become one.
[[nodiscard]] QString showable(const QString &text);

//! showable() in one line: white space collapsed, at most `most` characters, of which the last is then "…".
[[nodiscard]] QString oneLine(const QString &text, qsizetype most);

} // namespace linterna
