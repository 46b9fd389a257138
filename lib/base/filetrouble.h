// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace linterna {

//! What is wrong with one of this program's own files, for the person to read.
struct FileTrouble {
    enum class What {
        Damaged,
        Empty,
        NotAFile,   //!< A folder or the like stands in its place.
        Unreadable, //!< The system does not let it be read; it is left as it is.
        Gone,       //!< It was there at the last start.
    };
    //! In the folder of all files: "settings.ini".
    QString name;
    What what = What::Damaged;
    //! The name in that folder under which what stood there stays, byte for byte. Empty: it is left in its place.
    QString keptAs = {};

    bool operator==(const FileTrouble &) const = default;
};
using FileTroubles = std::vector<FileTrouble>;

} // namespace linterna
