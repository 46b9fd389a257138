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
        Gone,       //!< The file was there at the last start.
    };
    //! The file's name in the data folder: "settings.ini".
    QString name;
    What what = What::Damaged;
    //! The name in that folder under which the damaged file or folder is kept, byte for byte. Empty: it is left in its
    //! place.
    QString keptAs = {};

    bool operator==(const FileTrouble &) const = default;
};
using FileTroubles = std::vector<FileTrouble>;

} // namespace linterna
