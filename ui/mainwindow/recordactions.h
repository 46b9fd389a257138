// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/listrow.h"
#include "history/recordkeeper.h"
#include "print/printquestion.h"
#include "settings/settings.h"

#include <optional>

namespace linterna {

class Banner;
class CaseCard;
class CaseDeletion;
class Clock;
class HistoryFeed;
class HistoryView;
class Printing;
class RecordSteps;
class Retention;
class WindowMenus;
struct ExportScope;
struct ListPaper;

//! What can be done with the lists: out into a file, onto paper, and away. Connects the view and the menus with it, and
//! says in the view how it went.
class RecordActions : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        HistoryStore &history;
        Settings &settings;
        Clock &clock;
        HistoryFeed &feed;
        HistoryView &view;
        CaseCard &card;
        WindowMenus &menus;
        Printing &printing;
        RecordSteps &steps;
        QString folder;
        QDateTime built; //!< The program.
        Banner &clockBanner;
    };
    //! `window` is what dialogs stand in front of, and owns this.
    RecordActions(Parts parts, QWidget *window);

    //! How the record is kept by now: another one cannot take back what was done in this one.
    void showRecordState(const RecordState &state);
    //! What the servers say that it is now.
    void noteAnswer(const CheckOutcome &outcome);

private:
    void connectLists();
    void connectDeletion();
    void connectMenus();
    //! What is listed; of cases those that are selected come first where they are several.
    void exportList();
    void exportRows(const ChosenRows &rows);
    void askExport(const ExportScope &scope);
    //! These rows of what is in view; none: all.
    void print(const std::vector<qint64> &ids);
    template<class Page>
    void printPage(JobOf<Page> *job, const std::vector<qint64> &ids);
    void askPrint(const ListPaper &list);
    void say(const QString &message, bool wrong, bool canUndo);
    [[nodiscard]] std::optional<ReceiptNumber> shown() const;
    //! Where the check on the card was one of those that were deleted.
    void leaveDeletedCheck(const QDateTime &before);

    Parts m_parts;
    QWidget *m_window;
    CaseDeletion *m_deletion;
    Retention *m_retention;
    std::optional<bool> m_forThisRunOnly;
    //! How much there is to be exported.
    QPointer<Job> m_counting;
};

} // namespace linterna
