// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/settings/ownfiles.h"

#include "lib/base/ownfile.h"
#include "lib/base/wholefile.h"
#include "lib/sqlite/databasefile.h"

#include <QFileInfo>
#include <QStringDecoder>

namespace linterna {

using namespace Qt::Literals::StringLiterals;
using TroubleKind = FileTrouble::What;

namespace {

//! Whether the file holds nothing. A database of no bytes may have all that it holds in its log, where its program was
//! killed early.
bool isEmptyFile(const QFileInfo &file)
{
    return file.isFile() && file.size() == 0 && QFileInfo(file.filePath() + u"-wal"_s).size() == 0;
}

//! Whether this can be a line of an INI file. QSettings takes anything for one, and keeps what it makes of it.
bool isIniLine(QByteArrayView line)
{
    line = line.trimmed();
    if (line.isEmpty() || line.startsWith(';') || line.startsWith('#'))
        return true;
    if (line.startsWith('['))
        return line.endsWith(']');
    const qsizetype equals = line.indexOf('=');
    if (equals <= 0)
        return false;
    const QByteArrayView value = line.sliced(equals + 1).trimmed();
    if (value.startsWith('"'))
        return value.size() > 1 && value.endsWith('"');
    return !value.startsWith('@') || value.endsWith(')');
}

std::optional<TroubleKind> troubleOf(const QFileInfo &file, bool known)
{
    if (file.exists() && !file.isFile())
        return TroubleKind::NotAFile;
    if (!known)
        return {}; // a file that was never written is no trouble
    if (!file.exists())
        return TroubleKind::Gone;
    return isEmptyFile(file) ? std::optional(TroubleKind::Empty) : std::nullopt;
}

} // namespace

QStringList ownFilesIn(const QString &folder)
{
    QStringList there;
    for (const QLatin1StringView name : ownfile::All) {
        const QFileInfo file(folder + u'/' + name);
        if (name != ownfile::Privacy && file.isFile() && !isEmptyFile(file)) // that file holds this very list
            there << name;
    }
    return there;
}

FileTroubles lookAtOwnFiles(const QString &folder, const QStringList &known, const QDateTime &now)
{
    FileTroubles troubles;
    for (const QLatin1StringView name : ownfile::All) {
        if (name == ownfile::Settings || name == ownfile::Privacy)
            continue;
        const QString path = folder + u'/' + name;
        const auto what = troubleOf(QFileInfo(path), known.contains(name));
        if (!what)
            continue;
        if (*what == TroubleKind::Gone || name == ownfile::Key)
            troubles.push_back({name, *what, {}});
        else
            troubles.push_back(setOwnFileAside(path, *what, now));
    }
    return troubles;
}

std::optional<TroubleKind> troubleOfSettings(const QString &file, const QStringList &known)
{
    constexpr qint64 largestIni = qint64{4} * 1024 * 1024;
    const QFileInfo info(file);
    if (!info.exists())
        return known.contains(info.fileName()) ? std::optional(TroubleKind::Gone) : std::nullopt;
    if (!info.isFile())
        return TroubleKind::NotAFile;
    const auto bytes = readWholeFile(file, largestIni);
    if (!bytes)
        return TroubleKind::Unreadable;
    if (bytes->isEmpty())
        return TroubleKind::Empty;
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(*bytes);
    if (bytes->size() > largestIni || utf8.hasError() || text.contains(QChar(u'\0')))
        return TroubleKind::Damaged;
    if (!bytes->endsWith('\n')) // every settings file ends so: the end of this one is missing
        return TroubleKind::Damaged;
    for (const QByteArray &line : bytes->split('\n')) {
        if (!isIniLine(line))
            return TroubleKind::Damaged;
    }
    return {};
}

FileTrouble setOwnFileAside(const QString &path, TroubleKind what, const QDateTime &now)
{
    const Result<QString> kept = keepDamagedFile(path, now);
    return {QFileInfo(path).fileName(), what, kept ? QFileInfo(*kept).fileName() : QString()};
}

} // namespace linterna
