// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace linterna {

//! A character that nobody sees where it stands, in a text that is sent as it is: pasting brings such characters along.
struct HiddenCharacter {
    enum class Kind {
        Space, //!< At the start or the end.
        Tab,
        LineBreak,
        NoBreakSpace, //!< And all other spaces beyond ASCII.
        ByteOrderMark,
        ZeroWidth,
        SoftHyphen,
        Direction, //!< Turns the text around it.
        Lost,      //!< U+FFFD: what stood there was lost on the way from another encoding.
        Other,
    };
    enum class Where { AtStart, Inside, AtEnd };
    Kind kind = Kind::Other;
    Where where = Where::Inside;
    char32_t code = 0;
    //! Counted in characters, from 1.
    qsizetype position = 0;
    bool operator==(const HiddenCharacter &) const = default;
};

//! The first hidden character; empty where there is none. A space between visible characters is not hidden.
[[nodiscard]] std::optional<HiddenCharacter> hiddenCharacterIn(const QString &text);

//! The character in words ("character 5 is U+200B, which nobody sees"), for one line of a terminal.
[[nodiscard]] QString hiddenCharacterLine(const HiddenCharacter &hidden);

} // namespace linterna
