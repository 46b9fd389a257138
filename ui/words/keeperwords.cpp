// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/keeperwords.h"

#include "lib/connections/connection.h"
#include "ui/words/errortext.h"

#include <QCoreApplication>

namespace linterna {

namespace {

struct KeeperTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::KeeperWords)
};

} // namespace

QString secretPlaceText(const Result<SecretPlace> &place)
{
    if (!place)
        return KeeperTexts::tr("Whether one is stored is not known: %1").arg(errorText(place.error(), {}).happened);
    switch (*place) {
    case SecretPlace::Keyring:
        return KeeperTexts::tr("Stored in the keyring. Leave it empty to keep it.");
    case SecretPlace::ThisRun:
        return KeeperTexts::tr("Kept until the program ends. Leave it empty to keep it.");
    case SecretPlace::Nowhere:
        break;
    }
    return KeeperTexts::tr("None stored yet. It is kept in the keyring, and nowhere else.");
}

QString otherServersText(const QString &name)
{
    return KeeperTexts::tr(
               "The addresses of “%1” now lead to other servers. The client secret that is stored was given for the "
               "earlier ones: it is not sent to the new ones, and is removed from the keyring when you save.")
        .arg(name);
}

QString notSavedText(const Error &error, bool stored, bool earlierSecretLeft)
{
    if (error.code == ErrorCode::Cancelled)
        return stored ? KeeperTexts::tr("Stopped waiting. The connection is saved, its client secret may not be.")
                      : KeeperTexts::tr("Stopped waiting. Nothing was saved.");
    if (earlierSecretLeft && error.code != ErrorCode::Storage)
        return KeeperTexts::tr("Nothing was saved: the client secret for the earlier servers could not be removed. %1")
            .arg(errorLine(error));
    return KeeperTexts::tr("Nothing was saved. %1 (%2)").arg(errorLine(error), error.detail);
}

QString secretNotStoredText(const Error &error)
{
    return KeeperTexts::tr("The connection is saved, its client secret is not. %1").arg(errorLine(error));
}

QString proxyPasswordNotStoredText(const Error &error)
{
    return KeeperTexts::tr("The connection is saved, the password for its proxy is not. %1").arg(errorLine(error));
}

QString removalText(const QString &name, const RemovedConnection &removed)
{
    const bool builtIn = builtInConnection(name).has_value();
    if (!removed.secretLeft)
        return (builtIn ? KeeperTexts::tr("“%1” is reset, and its client secret is removed.")
                        : KeeperTexts::tr("“%1” and its client secret are removed."))
            .arg(name);
    // A built-in connection keeps its name and servers: a secret that is left is used again.
    const QString text = builtIn
        ? KeeperTexts::tr("“%1” is reset, but its client secret may still be in the keyring. %2 To remove it, open the "
                          "keyring, then reset it once more.")
        : KeeperTexts::tr(
            "“%1” is removed, but its client secret may still be in the keyring. %2 Linterna will not use "
            "it. To remove it, open the keyring and delete the entry “linterna” of that name there.");
    // No advice of errorText(): that is for using a secret, not removing it.
    return text.arg(name, errorText(*removed.secretLeft, {}).happened);
}

} // namespace linterna
