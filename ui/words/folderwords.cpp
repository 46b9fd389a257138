// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/folderwords.h"

#include "lib/text/characters.h"

#include <QCoreApplication>

namespace linterna {

namespace {

struct FolderTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::FolderWords)
};

} // namespace

QString otherWritersText(const OtherWriters &others)
{
    constexpr qsizetype longestPath = 200;
    const QString path = oneLine(others.path, longestPath);
    switch (others.who) {
    case OtherWriters::Who::Everybody:
        return FolderTexts::
            tr("Everybody who uses this computer can write to %1, and so change what Linterna shows and keeps. Take "
               "that right away (in a terminal: chmod o-w), or ask whoever looks after this computer.")
                .arg(path);
    case OtherWriters::Who::Group:
        return FolderTexts::tr(
                   "The group “%2” can write to %1, and so change what Linterna shows and keeps. Take that right away "
                   "(in a terminal: chmod g-w), or ask whoever looks after this computer.")
            .arg(path, others.name);
    case OtherWriters::Who::Owner:
        return FolderTexts::tr(
                   "%1 belongs to the user “%2”, who can change what Linterna shows and keeps. Start Linterna with a "
                   "folder of your own (--data-dir), or ask whoever looks after this computer.")
            .arg(path, others.name);
    }
    return {};
}

} // namespace linterna
