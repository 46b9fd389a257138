// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/settings/privacyfile.h"

#include "lib/base/wholefile.h"
#include "lib/json/jsontext.h"
#include "lib/json/jsonview.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int privacyVersion = 1;
constexpr qint64 largestPrivacyFile = qint64{64} * 1024;
constexpr auto checksumKey = "checksum"_L1;

QString checksumOf(QJsonObject object)
{
    object.remove(checksumKey);
    const QByteArray text = jsonBytes(object, JsonLayout::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

QJsonObject toJson(const PrivacyChoices &choices)
{
    QJsonObject object{{u"version"_s, privacyVersion},
                       {u"keep_nothing"_s, choices.keepNothing},
                       {u"in_doubt"_s, choices.inDoubt},
                       {u"retention_months"_s, choices.retentionMonths},
                       {u"masked_export"_s, choices.maskedExport},
                       {u"files"_s, QJsonArray::fromStringList(choices.files)}};
    if (choices.lastStart)
        object.insert(u"last_start"_s, choices.lastStart->toString(Qt::ISODate));
    object.insert(checksumKey, checksumOf(object));
    return object;
}

//! The choices in the bytes of the file; empty where these are not as they were written.
std::optional<PrivacyChoices> fromJson(const QJsonObject &object)
{
    if (object.value("version"_L1).toInt() != privacyVersion || object.value(checksumKey) != checksumOf(object))
        return {};
    PrivacyChoices choices{.keepNothing = object.value("keep_nothing"_L1).toBool(),
                           .inDoubt = object.value("in_doubt"_L1).toBool(),
                           .retentionMonths = object.value("retention_months"_L1).toInt(),
                           .maskedExport = object.value("masked_export"_L1).toBool()};
    const QDateTime start = QDateTime::fromString(object.value("last_start"_L1).toString(), Qt::ISODate);
    if (start.isValid())
        choices.lastStart = start;
    for (const QJsonValue name : object.value("files"_L1).toArray())
        choices.files << name.toString();
    return choices;
}

} // namespace

PrivacyFile PrivacyFile::read(const QString &path)
{
    PrivacyFile file;
    const QFileInfo info(path);
    if (!info.exists())
        return file;
    file.state = State::Damaged;
    if (!info.isFile()) {
        file.what = FileTrouble::What::NotAFile;
        return file;
    }
    const auto bytes = readWholeFile(path, largestPrivacyFile);
    if (!bytes) {
        file.what = FileTrouble::What::Unreadable;
        return file;
    }
    if (bytes->isEmpty())
        file.what = FileTrouble::What::Empty;
    if (const auto choices =
            fromJson(JsonView::of(withoutByteOrderMark(*bytes), JsonRules::Lenient).toJsonValue().toObject())) {
        file.state = State::Sound;
        file.choices = *choices;
    }
    return file;
}

Result<Nothing> PrivacyFile::write(const QString &path, const PrivacyChoices &choices)
{
    return writeWholeFile(path, jsonBytes(toJson(choices)));
}

} // namespace linterna
