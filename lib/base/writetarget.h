// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linterna {

//! What stands at a path that somebody wants to have written.
struct WriteTarget {
    enum class Kind {
        File,    //!< A file, or nothing yet: it may be replaced as a whole.
        Stream,  //!< A pipe, a character device or an open descriptor of this process: is written to, never replaced.
        Neither, //!< A folder, a socket, a disk, a chain of links without end.
    };
    Kind kind = Kind::File;
    //! The path of a File; where `path` is a link, the one behind all links, also where the last one leads to nothing
    //! yet.
    QString file = {};
    //! The descriptor of this process that the path of a Stream stands for (/dev/stdout, /proc/self/fd/7), or -1.
    int descriptor = -1;
    //! What stands there if it is no File ("a pipe, not a file"), for an error's detail.
    QString what = {};
};

//! The path that stands for standard output, also on a system that has no such path.
inline constexpr QStringView StandardOutputName = u"/dev/stdout";

//! What stands at `path`, by looking at the disk.
[[nodiscard]] WriteTarget writeTarget(const QString &path);

//! Formats of the files that this program writes.
enum class FileFormat { Csv, JsonLines, Json, Pdf, Backup };

//! Whether the end of the name promises another format than this: "cases.xlsx" no CSV, "case.docx" no PDF. A name that
//! promises nothing ("cases", "cases.2026-11") does not, nor does one for plain text where text is written.
[[nodiscard]] bool promisesOtherFormat(const QString &path, FileFormat format);

//! The ending that the name of such a file should have: ".csv".
[[nodiscard]] QString suffixOf(FileFormat format);

} // namespace linterna
