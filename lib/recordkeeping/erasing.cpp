// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/recordkeeping/erasing.h"

#include "lib/base/ownfile.h"
#include "lib/crypto/fieldcipher.h"

#include <QDir>
#include <QPointer>
#include <QRegularExpression>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString certificateFolder = u"certificates"_s;
const QString scratchFolder = u"scratch"_s; // of lib/sqlite/scratch, where a copy may have been left

bool isCertificate(const QString &name)
{
    static const QRegularExpression ours(QRegularExpression::anchoredPattern(
        u"[0-9a-f]{64}\\.pem(\\.[A-Za-z]{6})?|\\.linterna-unfinished-[A-Za-z]{6}"_s));
    return ours.match(name).hasMatch();
}

//! The steps of eraseEverything(), each begun by the end of the one before.
class Erasing : public JobOf<Erased>
{
public:
    Erasing(RecordFile &record, SecretStore &secrets, const QString &folder, const QStringList &keys)
        : JobOf(&record), m_record(&record), m_secrets(&secrets), m_folder(folder), m_keys(keys)
    {}

    void start()
    {
        // Another record in its place closes it. Whatever came of that, its file goes.
        m_record->open({{}, FieldCipher::makeDataKey()})->onFinished(this, [this](const Result<Nothing> &) {
            removeFiles();
            removeSecrets();
        });
    }

private:
    void removeFiles()
    {
        const QDir folder(m_folder);
        for (const QString &name : filesOfLinterna(m_folder))
            (QFile::remove(folder.filePath(name)) ? m_erased.files : m_erased.filesLeft) << name;
        folder.rmdir(certificateFolder); // which succeeds where it is empty
        folder.rmdir(scratchFolder);
    }

    void removeSecrets()
    {
        if (isFinished())
            return;
        if (!m_keys.isEmpty() && m_secrets)
            return lookFor(m_keys.takeFirst());
        finish(m_erased);
    }

    //! Reads each secret first, so that none is said to be removed that was never there.
    void lookFor(const QString &key)
    {
        m_secrets->read(key)->onFinished(this, [this, key](const Result<Secret> &found) {
            if (!found) {
                leave(key, found.error());
            } else if (found->isEmpty()) {
                removeSecrets();
            } else {
                remove(key);
            }
        });
    }

    void remove(const QString &key)
    {
        if (!m_secrets)
            return removeSecrets();
        m_secrets->remove(key)->onFinished(this, [this, key](const Result<Nothing> &removed) {
            if (!removed)
                return leave(key, removed.error());
            m_erased.secrets << key;
            removeSecrets();
        });
    }

    void leave(const QString &key, const Error &why)
    {
        m_erased.secretsLeft.push_back({key, why});
        if (why.code == ErrorCode::KeychainLocked || why.code == ErrorCode::KeychainAbsent) {
            for (const QString &other : std::exchange(m_keys, {})) // each would wait for a minute
                m_erased.secretsLeft.push_back({other, why});
        }
        removeSecrets();
    }

    QPointer<RecordFile> m_record;
    QPointer<SecretStore> m_secrets;
    QString m_folder;
    QStringList m_keys;
    Erased m_erased;
};

} // namespace

QStringList filesOfLinterna(const QString &folder)
{
    QStringList files;
    if (folder.isEmpty())
        return files;
    constexpr auto kinds = QDir::Files | QDir::Hidden | QDir::System;
    for (const QString &name : QDir(folder).entryList(kinds, QDir::Name)) {
        if (ownfile::isOurs(name))
            files << name;
    }
    for (const QString &name : QDir(folder + u'/' + certificateFolder).entryList(kinds, QDir::Name)) {
        if (isCertificate(name))
            files << certificateFolder + u'/' + name;
    }
    for (const QString &name : QDir(folder + u'/' + scratchFolder).entryList(kinds, QDir::Name))
        files << scratchFolder + u'/' + name;
    return files;
}

QStringList olderHistories(const QString &folder)
{
    QStringList files = folder.isEmpty() ? QStringList() : QDir(folder).entryList(QDir::Files, QDir::Name);
    files.removeIf([](const QString &name) { return !ownfile::isOlderRecord(name); });
    return files;
}

JobOf<Erased> *eraseEverything(RecordFile &record, SecretStore &secrets, const QString &folder, const QStringList &keys)
{
    auto *erasing = new Erasing(record, secrets, folder, keys);
    erasing->start();
    return erasing;
}

} // namespace linterna
