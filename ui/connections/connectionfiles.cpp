// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionfiles.h"

#include "lib/base/background.h"
#include "lib/base/wholefile.h"
#include "lib/connections/connectionfile.h"
#include "ui/connections/importwords.h"
#include "ui/style/typography.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/filequestion.h"
#include "ui/widgets/question.h"
#include "ui/words/errortext.h"

#include <QDir>
#include <QFileInfo>
#include <QLayout>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! File name for a connection's name: characters that some file systems refuse become "_".
QString fileNameFor(QString name)
{
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != u' ' && c != u'-')
            c = u'_';
    }
    return name + u".json"_s;
}

} // namespace

ConnectionFiles::ConnectionFiles(ConnectionStore &connections, SecretStore &secrets, QObject *parent)
    : QObject(parent), m_connections(connections), m_keeper(connections, secrets)
{}

void ConnectionFiles::chooseImport(QWidget *window)
{
    askToOpen({.title = tr("Import a connection"), .filter = tr("Connection files (*.json)")}, window, this,
              [this, parent = QPointer(window)](const QString &path) { importFile(path, parent); });
}

void ConnectionFiles::importFile(const QString &path, QWidget *window)
{
    inBackground<QByteArray>([path] { return readWholeFile(path, LargestConnectionFile); }, this)
        ->onFinished(this, [this, path, window = QPointer(window)](const Result<QByteArray> &json) {
            if (!json) {
                refuse(path, json.error(), {}, window);
                return;
            }
            const Result<ConnectionImport> found = readImport(*json, m_connections);
            if (found)
                ask(*found, window);
            else
                refuse(path, found.error(), *json, window);
        });
}

void ConnectionFiles::refuse(const QString &path, const Error &error, const QByteArray &json, QWidget *window)
{
    const QString file = QDir::toNativeSeparators(path);
    const ImportRefusal why = importRefusal(json, m_connections);
    QString text = tr("%1 was not imported.").arg(file) + u' '
        + (json.isEmpty() ? tr("It cannot be read: %1").arg(error.detail) : why.sentence);
    auto *question = new Question(tr("This is not a connection file that can be imported"), text, window);
    for (const QString &field : why.fields) {
        auto *label = new TextLabel;
        label->setTextFormat(Qt::PlainText); // its text is from the file
        label->setText(field);
        question->addContent(label);
    }
    question->addClose();
    question->open();
}

void ConnectionFiles::ask(const ConnectionImport &found, QWidget *window)
{
    const Connection &connection = found.connection;
    if (found.changesNothing()) {
        Question::tell(tr("“%1” is here already").arg(connection.name),
                       tr("The file says the same as this desk. Nothing was changed."), window);
        return;
    }
    QString text =
        tr("Client ID, client secret and receipt numbers will go to these servers. Import it only if it comes "
           "from somebody whom you trust.");
    if (found.replaced)
        text += u' ' + tr("It takes the place of the connection of the same name.");
    if (m_keeper.needsNewSecret(connection))
        text += u' ' + tr("Its servers are others than before: the stored client secret is removed.");
    auto *question = new Question(tr("Import “%1”?").arg(connection.name), text, window);
    auto *facts = new QWidget;
    facts->setLayout(factsGrid(importFacts(connection)));
    facts->layout()->setContentsMargins(0, 8, 0, 0);
    question->addContent(facts);
    question->addChoice(tr("Import"), [this, connection, window = QPointer(window)] { takeOver(connection, window); });
    question->addChoice(tr("Cancel"));
    question->open();
}

void ConnectionFiles::takeOver(const Connection &connection, QWidget *window)
{
    m_keeper.save(connection, {})
        ->onFinished(this,
                     [this, name = connection.name, window = QPointer(window)](const Result<SavedConnection> &saved) {
                         if (saved)
                             emit imported(name);
                         else
                             Question::tell(tr("“%1” was not imported").arg(name), errorLine(saved.error()), window);
                     });
}

void ConnectionFiles::chooseExport(const QString &name, QWidget *window)
{
    const auto connection = m_connections.find(name);
    if (!connection)
        return;
    if (builtInConnection(name)) {
        Question::tell(
            tr("“%1” needs no file").arg(name),
            tr("Every desk has it already. To hand on addresses and settings of your own, make a new connection and "
               "export that."),
            window);
        return;
    }
    askToSave(
        {.title = tr("Export “%1”").arg(name), .filter = tr("Connection files (*.json)"), .name = fileNameFor(name)},
        window, this,
        [this, connection, parent = QPointer(window)](const QString &path) { exportTo(*connection, path, parent); });
}

void ConnectionFiles::exportTo(const Connection &connection, const QString &path, QWidget *window)
{
    if (promisesOtherFormat(path, FileFormat::Json)) {
        Question::tell(tr("“%1” was not exported").arg(connection.name), otherFormatText(path, FileFormat::Json),
                       window);
        return;
    }
    const QByteArray json = writeConnectionFile(connection);
    inBackground<Nothing>([path, json] { return writeWholeFile(path, json); }, this)
        ->onFinished(this,
                     [this, name = connection.name, path, window = QPointer(window)](const Result<Nothing> &written) {
                         if (written)
                             emit exported(name, QDir::toNativeSeparators(path));
                         else
                             Question::tell(tr("“%1” was not exported").arg(name),
                                            tr("%1 Choose another place.").arg(written.error().detail), window);
                     });
}

} // namespace linterna
