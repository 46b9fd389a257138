// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryFile>

namespace linterna {

//! A file in the making beside the one that it is to become, for its owner alone. Where the file system can do that it
//! has no name until it is whole, so that nothing is left of a program that was killed; elsewhere, and for the moment
//! between its name and its place, it is called ".linterna-unfinished-XXXXXX". A kernel lock says that its writer lives.
class UnfinishedFile : public QTemporaryFile
{
    Q_OBJECT
public:
    //! `target`: where it is to stand. Its folder is there.
    explicit UnfinishedFile(const QString &target);
    //! False: errorString() says why.
    [[nodiscard]] bool begin();
    //! What has been written, to be read back while this is open.
    [[nodiscard]] QString pathForReading();
    //! Makes it the target, in the place of what stands there. False: errorString(), and the target is as it was.
    [[nodiscard]] bool putInPlace();

private:
    QString m_target;
};

//! Takes away what was left unfinished in `folder` by programs that were killed: our own names, regular files of this
//! user, and nobody holds the lock.
void sweepUnfinished(const QString &folder);

} // namespace linterna
