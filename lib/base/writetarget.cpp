// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/writetarget.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QMimeType>
#include <QRegularExpression>

#include <algorithm>
#include <array>

#include <sys/stat.h>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostLinks = 40; // as the kernel follows

struct FormatNames {
    FileFormat format;
    QLatin1StringView suffix;
    QStringList others; //!< Other endings of the same meaning.
    QStringList types;  //!< MIME types whose names may be used for it.
};

const std::array<FormatNames, 5> &formats()
{
    static const std::array<FormatNames, 5> all{
        FormatNames{FileFormat::Csv, ".csv"_L1, {}, {u"text/csv"_s, u"text/plain"_s}},
        FormatNames{FileFormat::JsonLines, ".jsonl"_L1, {u".ndjson"_s}, {u"text/plain"_s}},
        FormatNames{FileFormat::Json, ".json"_L1, {}, {u"application/json"_s, u"text/plain"_s}},
        FormatNames{FileFormat::Pdf, ".pdf"_L1, {}, {u"application/pdf"_s}},
        FormatNames{FileFormat::Backup, ".linterna-backup"_L1, {u".backup"_s}, {}},
    };
    return all;
}

const FormatNames &formatNamesOf(FileFormat format)
{
    return formats()[static_cast<std::size_t>(format)];
}

bool endsLike(const QString &path, const FormatNames &names)
{
    const auto ends = [&](const auto &suffix) { return path.endsWith(suffix, Qt::CaseInsensitive); };
    return ends(names.suffix) || std::ranges::any_of(names.others, ends);
}

//! The descriptor of this process that the path names itself, links not followed; -1 for none.
int descriptorAt(const QString &path)
{
    static const QRegularExpression folder(u"^/proc/(\\d+)(?:/task/\\d+)?/fd$"_s);
    const QFileInfo info(path);
    const auto match = folder.match(QFileInfo(info.absolutePath()).canonicalFilePath());
    bool isNumber = false;
    const int descriptor = info.fileName().toInt(&isNumber);
    return match.hasMatch() && match.captured(1).toLongLong() == QCoreApplication::applicationPid() && isNumber
        ? descriptor
        : -1;
}

QString kindText(mode_t mode)
{
    if (S_ISDIR(mode))
        return u"a folder, not a file"_s;
    if (S_ISFIFO(mode))
        return u"a pipe, not a file"_s;
    if (S_ISSOCK(mode))
        return u"a socket, not a file"_s;
    return u"a device, not a file"_s;
}

} // namespace

WriteTarget writeTarget(const QString &path)
{
    struct stat found = {};
    // stat() follows the links under /proc too, which lead to no path.
    const bool exists = stat(QFile::encodeName(path).constData(), &found) == 0;
    const bool isStream = exists && (S_ISFIFO(found.st_mode) || S_ISCHR(found.st_mode));
    QString at = path;
    for (int i = 0; i < mostLinks; ++i) {
        if (const int descriptor = descriptorAt(at); descriptor >= 0)
            return {
                .kind = WriteTarget::Kind::Stream, .descriptor = descriptor, .what = u"an open stream, not a file"_s};
        const QFileInfo info(at);
        if (isStream || !info.isSymLink()) {
            if (isStream)
                return {.kind = WriteTarget::Kind::Stream, .what = kindText(found.st_mode)};
            if (exists && !S_ISREG(found.st_mode))
                return {.kind = WriteTarget::Kind::Neither, .what = kindText(found.st_mode)};
            return {.file = at};
        }
        at = info.symLinkTarget();
    }
    return {.kind = WriteTarget::Kind::Neither, .what = u"links that lead to each other"_s};
}

bool promisesOtherFormat(const QString &path, FileFormat format)
{
    const FormatNames &own = formatNamesOf(format);
    if (endsLike(path, own))
        return false;
    if (std::ranges::any_of(formats(), [&](const FormatNames &each) { return endsLike(path, each); }))
        return true;
    // Not among the types that are known everywhere.
    static const QRegularExpression more(u"\\.(?:sqlite|db|mdb|accdb|parquet|numbers)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    if (more.match(path).hasMatch())
        return true;
    const QMimeType type = QMimeDatabase().mimeTypeForFile(path, QMimeDatabase::MatchExtension);
    static const QStringList saysNothing{u"application/octet-stream"_s, u"application/x-trash"_s, u"text/x-log"_s};
    return !type.isDefault() && !saysNothing.contains(type.name()) && !own.types.contains(type.name());
}

QString suffixOf(FileFormat format)
{
    return formatNamesOf(format).suffix;
}

} // namespace linterna
