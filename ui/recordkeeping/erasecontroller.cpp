// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordkeeping/erasecontroller.h"

#include "lib/base/ownfile.h"
#include "ui/recordkeeping/erasedialog.h"
#include "ui/widgets/question.h"
#include "ui/words/errortext.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

EraseController::EraseController(Parts parts, QWidget *window)
    : QObject(window), m_parts(std::move(parts)), m_window(window)
{}

void EraseController::ask()
{
    if (const auto refused = m_parts.record.refusesDeletion()) {
        return Question::tell(tr("Nothing was erased"),
                              tr("Linterna cannot tell whether another program works in this folder, because the "
                                 "folder takes no locks. Close every Linterna and delete the folder yourself: %1")
                                  .arg(m_parts.folder),
                              m_window);
    }
    if (std::exchange(m_asking, true))
        return;
    if (m_parts.record.state().isForThisRunOnly())
        return question(-1, -1);
    m_parts.history.checks({.pageSize = 0})->onFinished(this, [this](const Result<CheckPage> &checks) {
        m_parts.history.cases({.pageSize = 0})->onFinished(this, [this, checks](const Result<CasePage> &cases) {
            question(checks ? checks->total : -1, cases ? cases->total : -1);
        });
    });
}

void EraseController::question(qint64 checks, qint64 cases)
{
    auto *dialog = new EraseDialog(things(checks, cases), m_parts.folder, m_window);
    connect(dialog, &QDialog::finished, this, [this] { m_asking = false; });
    connect(dialog, &EraseDialog::confirmed, this, &EraseController::erase);
    dialog->open();
}

QStringList EraseController::things(qint64 checks, qint64 cases) const
{
    QStringList names;
    for (const Connection &connection : m_parts.connections.all())
        names << connection.name;
    const QStringList files = filesOfLinterna(m_parts.folder);
    const auto certificates =
        std::ranges::count_if(files, [](const QString &file) { return file.startsWith(u"certificates/"_s); });
    QStringList all;
    if (checks < 0 || cases < 0)
        all << tr("The history, which is closed now");
    else
        all << tr("The history: %1 of %2")
                   .arg(tr("%Ln check(s)", nullptr, int(checks)), tr("%Ln case(s)", nullptr, int(cases)));
    all << tr("How much was asked on which day") << tr("Connections: %1").arg(names.join(u", "_s));
    if (certificates > 0)
        all << tr("%Ln certificate(s) that you chose to trust", nullptr, int(certificates));
    all << tr("All settings")
        << tr("In the keyring: the key to the history, all client secrets and passwords for proxies");
    return all;
}

void EraseController::erase()
{
    m_asking = true; // never reset: the program ends
    emit begun();
    QStringList keys{recordKeyName};
    for (const Connection &connection : m_parts.connections.all())
        keys << connection.secretKey() << connection.proxyPasswordKey();
    const bool settingsGone = m_parts.settings.forget();
    eraseEverything(m_parts.record.recordFile(), m_parts.secrets, m_parts.folder, keys)
        ->onFinished(this, [this, settingsGone](const Result<Erased> &erased) {
            tell(erased ? *erased : Erased(), settingsGone);
        });
}

void EraseController::tell(Erased erased, bool settingsGone)
{
    for (const QString settings : {ownfile::Settings, ownfile::Privacy}) {
        if (settingsGone)
            erased.files << settings;
        else if (!erased.files.contains(settings) && !erased.filesLeft.contains(settings))
            erased.filesLeft << settings;
    }
    const ErasedWords words = erasedWords(erased);
    auto *report = new Question(words.heading, words.text, m_window);
    report->addChoice(tr("Close Linterna"));
    connect(report, &QDialog::finished, this, &EraseController::done);
    report->open();
}

ErasedWords erasedWords(const Erased &erased)
{
    const bool all = erased.filesLeft.isEmpty() && erased.secretsLeft.empty();
    QStringList lines;
    if (!erased.files.isEmpty())
        lines << EraseController::tr("Removed files: %1").arg(erased.files.join(u", "_s));
    lines << (erased.secrets.isEmpty()
                  ? EraseController::tr("Nothing was removed from the keyring.")
                  : EraseController::tr("Removed from the keyring: %1").arg(erased.secrets.join(u", "_s)));
    if (!erased.filesLeft.isEmpty())
        lines << EraseController::tr("These files could not be removed; delete them yourself: %1")
                     .arg(erased.filesLeft.join(u", "_s));
    for (const Erased::SecretLeft &left : erased.secretsLeft)
        lines << EraseController::tr("May still be in the keyring: “%1”").arg(left.key);
    if (!erased.secretsLeft.empty()) {
        lines << errorLine(erased.secretsLeft.front().why)
              << EraseController::tr("Delete these entries in your system's program for passwords and keys.");
    }
    return {all ? EraseController::tr("Everything is erased") : EraseController::tr("Not everything could be erased"),
            lines.join(u'\n')};
}

} // namespace linterna
