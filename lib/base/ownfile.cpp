// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/ownfile.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

namespace linterna::ownfile {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString setAside = u"\\.(?:damaged|replaced|locked|before-update)-[0-9-]+"_s;

//! Names of a file and of what comes from it.
QString namesFrom(QLatin1StringView file)
{
    const QFileInfo name{QString(file)};
    const QString suffix = u"\\."_s + name.suffix();
    const QString beside = name.suffix() == "db"_L1 ? u"(?:-wal|-shm|-journal)?"_s : u"(?:\\.[A-Za-z]{6})?"_s;
    return name.completeBaseName() + u"(?:"_s + setAside + u")?"_s + suffix + beside;
}

QRegularExpression whole(const QStringList &names)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(names.join(u'|')));
}

} // namespace

bool isOurs(const QString &name)
{
    static const QRegularExpression ours = [] {
        QStringList names{u"history\\.db\\.lock"_s, u"scratch\\.lock"_s, u"settings\\.ini\\.lock"_s,
                          u"connections\\.json\\.damaged-[0-9]+"_s, u"\\.linterna-unfinished-[A-Za-z]{6}"_s};
        for (const QLatin1StringView file : All)
            names << namesFrom(file);
        return whole(names);
    }();
    return ours.match(name).hasMatch();
}

bool isOlderRecord(const QString &name)
{
    static const QRegularExpression older = whole({u"history"_s + setAside + u"\\.db"_s});
    return older.match(name).hasMatch();
}

} // namespace linterna::ownfile
