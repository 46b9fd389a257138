// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/windowmenus.h"

#include "ui/widgets/foreigntext.h"

#include <QActionGroup>
#include <QMenuBar>

namespace linterna {

WindowMenus::WindowMenus(QMenuBar *bar, bool practice, QObject *parent)
    : QObject(parent), m_file(bar->addMenu(QString())), m_edit(bar->addMenu(QString())),
      m_view(bar->addMenu(QString())), m_languageMenu(m_view->addMenu(QString())),
      m_statusMenu(m_view->addMenu(QString())), m_themeMenu(m_view->addMenu(QString())),
      m_connection(bar->addMenu(QString())), m_help(bar->addMenu(QString())), m_connectionGroup(new QActionGroup(this))
{
    buildFile(practice);
    buildEdit();
    buildView();
    if (practice) {
        add(m_connection, QT_TR_NOOP("&Use a real connection…"), &WindowMenus::realConnectionRequested);
    } else {
        add(m_connection, QT_TR_NOOP("&Settings…"), &WindowMenus::connectionSettingsRequested);
        add(m_connection, QT_TR_NOOP("&Import…"), &WindowMenus::connectionImportRequested);
    }
    add(m_connection, QT_TR_NOOP("&Details…"), &WindowMenus::connectionDetailsRequested);
    add(m_help, QT_TR_NOOP("&First steps"), &WindowMenus::firstStepsRequested);
    add(m_help, QT_TR_NOOP("&About Linterna"), &WindowMenus::aboutRequested);
    retranslate();
}

void WindowMenus::buildFile(bool practice)
{
    add(m_file, QT_TR_NOOP("&Look up a receipt number"), &WindowMenus::lookupRequested)
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    add(m_file, QT_TR_NOOP("&Export history…"), &WindowMenus::exportRequested)
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    add(m_file, QT_TR_NOOP("&Import history…"), &WindowMenus::importRequested);
    m_review = add(m_file, QT_TR_NOOP("Re&view differences…"), &WindowMenus::reviewRequested);
    setDifferences(false);
    add(m_file, QT_TR_NOOP("&Back up…"), &WindowMenus::backupRequested);
    add(m_file, QT_TR_NOOP("&Restore a backup…"), &WindowMenus::restoreRequested);
    if (!practice)
        add(m_file, QT_TR_NOOP("&How the history is kept…"), &WindowMenus::recordKeepingRequested);
    add(m_file, QT_TR_NOOP("How &long the history is kept…"), &WindowMenus::retentionRequested);
    add(m_file, QT_TR_NOOP("&Your name…"), &WindowMenus::personRequested);
    if (!practice)
        add(m_file, QT_TR_NOOP("E&rase everything…"), &WindowMenus::eraseRequested);
    m_file->addSeparator();
    QAction *print = add(m_file, QT_TR_NOOP("&Print…"), &WindowMenus::printRequested);
    print->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    QAction *pdf = add(m_file, QT_TR_NOOP("Save as P&DF…"), &WindowMenus::savePdfRequested);
    pdf->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    m_caseActions.insert(m_caseActions.end(), {print, pdf});
    add(m_file, QT_TR_NOOP("Pri&nt the list…"), &WindowMenus::printListRequested);
    m_file->addSeparator();
    add(m_file, QT_TR_NOOP("&Quit"), &WindowMenus::quitRequested)->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
}

void WindowMenus::buildEdit()
{
    m_undo = m_edit->addAction(QString());
    m_undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    m_redo = m_edit->addAction(QString());
    m_redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    connect(m_undo, &QAction::triggered, this, &WindowMenus::undoRequested);
    connect(m_redo, &QAction::triggered, this, &WindowMenus::redoRequested);
    m_edit->addSeparator();
    QAction *details = add(m_edit, QT_TR_NOOP("Edit &case details…"), &WindowMenus::caseDetailsRequested);
    details->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_caseActions.insert(
        m_caseActions.end(),
        {details, add(m_edit, QT_TR_NOOP("De&lete case…"), &WindowMenus::deleteCaseRequested),
         add(m_edit, QT_TR_NOOP("Delete &everything about this client…"), &WindowMenus::deleteClientRequested)});
    setHasCase(false);
}

void WindowMenus::setDifferences(bool any)
{
    m_review->setVisible(any);
}

void WindowMenus::setHasCase(bool hasCase)
{
    for (QAction *action : m_caseActions)
        action->setEnabled(hasCase);
}

void WindowMenus::setSteps(const std::optional<UndoStack::Name> &undo, const std::optional<UndoStack::Name> &redo)
{
    m_toUndo = undo;
    m_toRedo = redo;
    saySteps();
}

QString WindowMenus::undoText(const UndoStack::Name &step)
{
    using Kind = UndoStack::Kind;
    if (step.kind == Kind::OldChecks)
        return tr("&Undo deletion of old checks");
    if (step.kind == Kind::EarlierDetails)
        return tr("&Undo removal of earlier details of %1").arg(step.receipt);
    if (step.kind == Kind::ForeignDeletion)
        return tr("&Undo deletion of what another desk deleted");
    if (step.kind == Kind::Edit)
        return tr("&Undo edit of %1").arg(step.receipt);
    return step.receipt.isEmpty() ? tr("&Undo deletion of %Ln case(s)", nullptr, step.cases)
                                  : tr("&Undo deletion of %1").arg(step.receipt);
}

QString WindowMenus::redoText(const UndoStack::Name &step)
{
    using Kind = UndoStack::Kind;
    if (step.kind == Kind::OldChecks)
        return tr("&Redo deletion of old checks");
    if (step.kind == Kind::EarlierDetails)
        return tr("&Redo removal of earlier details of %1").arg(step.receipt);
    if (step.kind == Kind::ForeignDeletion)
        return tr("&Redo deletion of what another desk deleted");
    if (step.kind == Kind::Edit)
        return tr("&Redo edit of %1").arg(step.receipt);
    return step.receipt.isEmpty() ? tr("&Redo deletion of %Ln case(s)", nullptr, step.cases)
                                  : tr("&Redo deletion of %1").arg(step.receipt);
}

void WindowMenus::saySteps()
{
    m_undo->setEnabled(m_toUndo.has_value());
    m_redo->setEnabled(m_toRedo.has_value());
    m_undo->setText(m_toUndo ? undoText(*m_toUndo) : tr("&Undo"));
    m_redo->setText(m_toRedo ? redoText(*m_toRedo) : tr("&Redo"));
}

void WindowMenus::buildView()
{
    auto *languages = new QActionGroup(this);
    m_languages = {
        addChoice(m_languageMenu, languages, nullptr, [this] { emit languageChosen(QStringLiteral("en")); }),
        addChoice(m_languageMenu, languages, nullptr, [this] { emit languageChosen(QStringLiteral("es")); }),
    };
    m_languages[0]->setText(QStringLiteral("English"));
    m_languages[1]->setText(QStringLiteral("Español"));

    using Status = Settings::StatusLanguage;
    auto *status = new QActionGroup(this);
    const auto addStatus = [&](Status value, const char *text) {
        m_statusLanguages.push_back(
            addChoice(m_statusMenu, status, text, [this, value] { emit statusLanguageChosen(value); }));
    };
    addStatus(Status::AsProgram, QT_TR_NOOP("As the &program"));
    addStatus(Status::English, QT_TR_NOOP("&English"));
    addStatus(Status::Spanish, QT_TR_NOOP("&Spanish"));
    addStatus(Status::Both, QT_TR_NOOP("&Both"));

    auto *themes = new QActionGroup(this);
    const auto addTheme = [&](Settings::Theme value, const char *text) {
        m_themes.push_back(addChoice(m_themeMenu, themes, text, [this, value] { emit themeChosen(value); }));
    };
    addTheme(Settings::Theme::System, QT_TR_NOOP("As the s&ystem"));
    addTheme(Settings::Theme::Light, QT_TR_NOOP("&Light"));
    addTheme(Settings::Theme::Dark, QT_TR_NOOP("&Dark"));
}

QAction *WindowMenus::add(QMenu *menu, const char *text, void (WindowMenus::*emitted)())
{
    QAction *action = menu->addAction(QString());
    m_choices.push_back({action, text});
    connect(action, &QAction::triggered, this, emitted);
    return action;
}

QAction *WindowMenus::addChoice(QMenu *menu, QActionGroup *group, const char *text, const std::function<void()> &chosen)
{
    QAction *action = menu->addAction(QString());
    action->setCheckable(true);
    group->addAction(action);
    if (text)
        m_choices.push_back({action, text});
    connect(action, &QAction::triggered, this, chosen);
    return action;
}

void WindowMenus::setLanguage(const QString &code)
{
    m_languages[code == QLatin1StringView("es") ? 1 : 0]->setChecked(true);
}

void WindowMenus::setStatusLanguage(Settings::StatusLanguage language)
{
    m_statusLanguages[static_cast<std::size_t>(language)]->setChecked(true);
}

void WindowMenus::setTheme(Settings::Theme theme)
{
    m_themes[static_cast<std::size_t>(theme)]->setChecked(true);
}

void WindowMenus::setConnections(const QStringList &names, const QString &current)
{
    qDeleteAll(m_connectionGroup->actions());
    QAction *before = m_connection->actions().constFirst();
    for (const QString &name : names) {
        auto *action = new QAction(captionText(name), m_connectionGroup);
        action->setCheckable(true);
        action->setChecked(name == current);
        m_connection->insertAction(before, action);
        connect(action, &QAction::triggered, this, [this, name] { emit connectionChosen(name); });
    }
}

void WindowMenus::retranslate()
{
    m_file->setTitle(tr("&File"));
    m_edit->setTitle(tr("&Edit"));
    m_view->setTitle(tr("&View"));
    m_languageMenu->setTitle(tr("&Language"));
    m_statusMenu->setTitle(tr("Language of the &status text"));
    m_themeMenu->setTitle(tr("&Appearance"));
    m_connection->setTitle(tr("&Connection"));
    m_help->setTitle(tr("&Help"));
    for (const Choice &choice : m_choices)
        choice.action->setText(tr(choice.text));
    saySteps();
}

} // namespace linterna
