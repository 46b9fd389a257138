// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/writetarget.h"

#include "lib/platform/files.h"

#include <QFileInfo>
#include <QMimeDatabase>
#include <QMimeType>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <filesystem>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

using FileType = std::filesystem::file_type;

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

//! What is at the end of all links, those under /proc too, which lead to no path.
FileType typeOf(const QString &path)
{
    std::error_code failed;
    const QByteArray name = path.toUtf8();
    return std::filesystem::status(reinterpret_cast<const char8_t *>(name.constData()), failed).type();
}

QString kindText(FileType type)
{
    switch (type) {
    case FileType::directory:
        return u"a folder, not a file"_s;
    case FileType::fifo:
        return u"a pipe, not a file"_s;
    case FileType::socket:
        return u"a socket, not a file"_s;
    default:
        return u"a device, not a file"_s;
    }
}

} // namespace

WriteTarget writeTarget(const QString &path)
{
    constexpr auto openStream = [](int descriptor) {
        return WriteTarget{
            .kind = WriteTarget::Kind::Stream, .descriptor = descriptor, .what = u"an open stream, not a file"_s};
    };
    if (path == StandardOutputName)
        return openStream(1);
    const FileType type = typeOf(path);
    const bool isStream = type == FileType::fifo || type == FileType::character;
    const bool isNothing = type == FileType::none || type == FileType::not_found || type == FileType::unknown;
    QString at = path;
    for (int i = 0; i < mostLinks; ++i) {
        if (const int descriptor = ownDescriptorAt(at); descriptor >= 0)
            return openStream(descriptor);
        const QFileInfo info(at);
        if (isStream || !info.isSymLink()) {
            if (isStream)
                return {.kind = WriteTarget::Kind::Stream, .what = kindText(type)};
            if (!isNothing && type != FileType::regular)
                return {.kind = WriteTarget::Kind::Neither, .what = kindText(type)};
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
