// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/unfinishedfile.h"

#include "lib/platform/files.h"

#include <QDir>
#include <QFileInfo>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString unfinishedName = u".linterna-unfinished-"_s;

} // namespace

UnfinishedFile::UnfinishedFile(const QString &target)
    : QTemporaryFile(QFileInfo(target).absolutePath() + u'/' + unfinishedName + u"XXXXXX"_s), m_target(target)
{}

bool UnfinishedFile::begin()
{
    if (!open())
        return false;
    markAsWritten(*this);
    return true;
}

QString UnfinishedFile::pathForReading()
{
    const QString nameless = pathOfNameless(*this); // fileName() would give the file a name
    return nameless.isEmpty() ? fileName() : nameless;
}

bool UnfinishedFile::putInPlace()
{
    if (!syncToDisk(*this))
        return false;
    if (const QString why = moveOpenFile(*this, m_target); !why.isEmpty()) {
        setErrorString(why);
        return false;
    }
    setAutoRemove(false);
    return true;
}

void sweepUnfinished(const QString &folder)
{
    if (folder.isEmpty())
        return;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({unfinishedName + u"??????"_s}, QDir::Files | QDir::Hidden | QDir::System))
        removeAbandoned(dir.filePath(name));
}

} // namespace linterna
