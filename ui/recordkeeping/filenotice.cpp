// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordkeeping/filenotice.h"

#include "lib/base/ownfile.h"
#include "ui/widgets/banner.h"

#include <algorithm>

namespace linterna {

using What = FileTrouble::What;

namespace {

QString whatText(const FileTrouble &trouble)
{
    switch (trouble.what) {
    case What::Damaged:
        return FileNotice::tr("%1 was damaged.").arg(trouble.name);
    case What::Empty:
        return FileNotice::tr("%1 was empty.").arg(trouble.name);
    case What::NotAFile:
        return FileNotice::tr("In place of %1 there was a folder.").arg(trouble.name);
    case What::Unreadable:
        return FileNotice::tr("%1 could not be read and is left as it is.").arg(trouble.name);
    case What::Gone:
        return FileNotice::tr("%1 is gone.").arg(trouble.name);
    }
    Q_UNREACHABLE();
}

//! What the loss of the file means, and what the person can do.
QString wayOn(const FileTrouble &trouble)
{
    if (trouble.name == ownfile::Settings)
        return FileNotice::tr(
            "Language, columns and the connection in use are as at the first start: choose them anew.");
    if (trouble.name == ownfile::Privacy)
        return FileNotice::tr("It holds what you chose about privacy, which the settings hold too.");
    if (trouble.name == ownfile::Connections)
        return FileNotice::tr(
            "Your connections are missing: import them or enter them again with Connection, Settings. "
            "Client secrets stay in the keyring.");
    if (trouble.name == ownfile::Requests)
        return FileNotice::tr("Today's requests are counted from 0 again, so the service may say sooner than Linterna "
                              "that they are used up.");
    if (trouble.name == ownfile::Key)
        return FileNotice::tr("The history cannot be opened without it. Put a copy of this file in its place, then try "
                              "again.");
    return FileNotice::tr("A new history is begun. If you have a copy of the file, close Linterna and put it in its "
                          "place; if you have a backup, choose File, Restore a backup.");
}

} // namespace

QString fileTroubleText(const FileTrouble &trouble)
{
    QStringList sentences{whatText(trouble)};
    if (!trouble.keptAs.isEmpty())
        sentences << FileNotice::tr("It is kept as %1.").arg(trouble.keptAs);
    sentences << wayOn(trouble);
    return sentences.join(u' ');
}

FileNotice::FileNotice(Settings &settings, Banner &banner, QObject *parent)
    : QObject(parent), m_settings(settings), m_banner(banner)
{
    connect(&m_banner, &Banner::buttonClicked, this, &FileNotice::pressed);
    connect(&m_settings, &Settings::keepingChosen, this, &FileNotice::update);
}

void FileNotice::add(const FileTroubles &troubles)
{
    m_troubles.insert(m_troubles.end(), troubles.begin(), troubles.end());
    update();
}

void FileNotice::update()
{
    m_banner.say(
        [this] { return text(); },
        [this] { return m_settings.isPrivacyInDoubt() ? tr("Choose how to keep it…") : tr("Close this notice"); });
}

QString FileNotice::text() const
{
    QStringList lines;
    for (const FileTrouble &trouble : m_troubles)
        lines << fileTroubleText(trouble);
    const bool ofSettings = std::ranges::any_of(m_troubles, [](const FileTrouble &trouble) {
        return trouble.name == ownfile::Settings || trouble.name == ownfile::Privacy;
    });
    if (ofSettings && !m_settings.isPrivacyInDoubt())
        lines << tr("What you chose about privacy stays as it was.");
    if (m_settings.isPrivacyInDoubt())
        lines << tr(
            "It is not known any more whether a history may be kept on this computer. Nothing is kept until you "
            "choose.");
    return lines.join(u'\n');
}

void FileNotice::pressed()
{
    if (m_settings.isPrivacyInDoubt())
        return emit choiceRequested();
    m_troubles.clear();
    update();
}

} // namespace linterna
