// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryFile>

namespace linterna {

//! A file that is being written beside the one that it is to become, readable by its owner alone. Where the file system
//! can do that it has no name until it is whole, so that nothing is left of a program that was killed; elsewhere, and
//! for the moment before it is renamed, it is called ".linterna-unfinished-XXXXXX". A kernel lock says that its writer
//! lives.
class UnfinishedFile : public QTemporaryFile
{
    Q_OBJECT
public:
    //! `target`: the path that the file is to get. Its folder must be there.
    explicit UnfinishedFile(const QString &target);
    //! Opens the file. False: errorString() says why.
    [[nodiscard]] bool begin();
    //! A path under which what has been written can be read back while this is open.
    [[nodiscard]] QString pathForReading();
    //! Puts the file at the target, in place of what stands there, and may close it. False: errorString() says why, and
    //! the target is as it was.
    [[nodiscard]] bool putInPlace();

private:
    QString m_target;
};

//! Removes what killed programs left unfinished in `folder`: regular files of this user with our name for them, of
//! which nobody holds the lock.
void sweepUnfinished(const QString &folder);

} // namespace linterna
