// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linterna {

//! Why an object in a line is not what appendCheckJson() or appendEventJson() writes.
struct JsonLineProblem {
    enum class Kind {
        NotOurs, //!< None of Linterna's.
        Newer,   //!< Of a version that a later program writes.
        Value,   //!< The value of the member `field` is wrong.
    };
    Kind kind = Kind::NotOurs;
    QString field = {};
};

} // namespace linterna
