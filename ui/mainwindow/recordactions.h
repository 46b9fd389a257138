// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/recordkeeping/recordlifecycle.h"
#include "lib/settings/settings.h"
#include "ui/list/listrow.h"
#include "ui/print/printquestion.h"

#include <optional>

namespace linterna {

class Banner;
class CaseCard;
class CaseDeletion;
class Clock;
class DifferenceReview;
class ListFeed;
class ListView;
class Printing;
class UndoStack;
class Retention;
class WindowMenus;
struct ExportScope;
struct ListPaper;

//! Actions on the lists: export, printing and deletion. Connects the view and the menus with them, and says in the view
//! how they went.
class RecordActions : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Record &history;
        Settings &settings;
        Clock &clock;
        ListFeed &feed;
        ListView &view;
        CaseCard &card;
        WindowMenus &menus;
        Printing &printing;
        UndoStack &steps;
        QString folder;
        QDateTime built; //!< When the program was built; may be invalid.
        Banner &clockBanner;
    };
    //! `window`: parent of the dialogs, and of this object.
    RecordActions(Parts parts, QWidget *window);

    //! To be called when the record's state changes: steps done in one record cannot be undone in another.
    void showRecordState(const RecordState &state);
    //! Takes the server's time from an answer, to compare it with this computer's clock.
    void noteAnswer(const CheckOutcome &outcome);

private:
    void connectLists();
    void connectDeletion();
    void connectReview();
    void connectMenus();
    //! Exports the current list; where several cases are selected, these are offered first.
    void exportList();
    void exportRows(const ListSelection &rows);
    void askExport(const ExportScope &scope);
    //! Prints rows of the page in view, by their ids; no ids: all rows.
    void print(const std::vector<qint64> &ids);
    template<class Page>
    void printPage(JobOf<Page> *job, const std::vector<qint64> &ids);
    void askPrint(const ListPaper &list);
    void say(const QString &message, bool wrong, bool canUndo);
    [[nodiscard]] std::optional<ReceiptNumber> shown() const;
    //! Empties the card where it shows one of these cases.
    void leaveDeletedCases(const std::vector<ReceiptNumber> &receipts);
    //! Empties the card where the check that it shows was deleted, being from before that moment.
    void leaveDeletedCheck(const QDateTime &before);

    Parts m_parts;
    QWidget *m_window;
    CaseDeletion *m_deletion;
    Retention *m_retention;
    DifferenceReview *m_review;
    std::optional<bool> m_forThisRunOnly;
    //! Counts the rows to be exported, before the dialog opens.
    QPointer<Job> m_counting;
};

} // namespace linterna
