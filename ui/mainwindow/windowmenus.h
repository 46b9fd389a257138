// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/settings/settings.h"
#include "ui/caseactions/undostack.h"

#include <QObject>
#include <QStringList>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace linterna {

//! The menu bar: what it offers, in the language shown. Every entry does something.
class WindowMenus : public QObject
{
    Q_OBJECT
public:
    WindowMenus(QMenuBar *bar, bool practice, QObject *parent = nullptr);

    void setLanguage(const QString &code);
    void setStatusLanguage(Settings::StatusLanguage language);
    void setTheme(Settings::Theme theme);
    //! Sets the connections to choose from and the one in use.
    void setConnections(const QStringList &names, const QString &current);
    //! Enables the actions on a case, such as printing and editing, while one is shown.
    void setHasCase(bool hasCase);
    //! Steps that can be undone and redone, for the texts of these menu entries; empty where there is none.
    void setSteps(const std::optional<UndoStack::Name> &undo, const std::optional<UndoStack::Name> &redo);
    //! Shows the entry for differences between desks, or hides it.
    void setDifferences(bool any);
    void retranslate();

signals:
    void lookupRequested();
    void exportRequested();
    void importRequested();
    void reviewRequested();
    void backupRequested();
    void restoreRequested();
    void recordKeepingRequested();
    void retentionRequested();
    void personRequested();
    void eraseRequested();
    void printListRequested();
    void printRequested();
    void savePdfRequested();
    void quitRequested();
    void undoRequested();
    void redoRequested();
    void caseDetailsRequested();
    void deleteCaseRequested();
    void deleteClientRequested();
    void languageChosen(const QString &code);
    void statusLanguageChosen(linterna::Settings::StatusLanguage language);
    void themeChosen(linterna::Settings::Theme theme);
    void connectionChosen(const QString &name);
    void connectionSettingsRequested();
    void connectionImportRequested();
    void connectionDetailsRequested();
    void realConnectionRequested();
    void firstStepsRequested();
    void aboutRequested();

private:
    struct Choice {
        QAction *action;
        const char *text;
    };
    QAction *add(QMenu *menu, const char *text, void (WindowMenus::*emitted)());
    QAction *addChoice(QMenu *menu, QActionGroup *group, const char *text, const std::function<void()> &chosen);
    void buildFile(bool practice);
    void buildEdit();
    void buildView();
    [[nodiscard]] static QString undoText(const UndoStack::Name &step);
    [[nodiscard]] static QString redoText(const UndoStack::Name &step);
    void saySteps();

    QMenu *m_file;
    QMenu *m_edit;
    QMenu *m_view;
    QMenu *m_languageMenu;
    QMenu *m_statusMenu;
    QMenu *m_themeMenu;
    QMenu *m_connection;
    QMenu *m_help;
    QActionGroup *m_connectionGroup;
    std::vector<Choice> m_choices;
    //! Actions that are enabled only while a case is shown.
    std::vector<QAction *> m_caseActions;
    QAction *m_review = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    std::optional<UndoStack::Name> m_toUndo;
    std::optional<UndoStack::Name> m_toRedo;
    std::vector<QAction *> m_languages;
    std::vector<QAction *> m_statusLanguages;
    std::vector<QAction *> m_themes;
};

} // namespace linterna
