// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/checkservice.h"
#include "lib/record/caserecord.h"
#include "lib/record/checkinspection.h"
#include "ui/casecard/cardtext.h"
#include "ui/casecard/startpanel.h"
#include "ui/words/dates.h"

#include <QPointer>
#include <QWidget>

class QLabel;

namespace linterna {

class Announcer;
class AskingPill;
class CardFooter;
class CardHeader;
class CardPage;
class FirstSteps;
class LinkList;
class NextSteps;
class ScrollArea;
class StatusBrowser;
class StatusChip;
class TimelineView;

//! Shows one case as a document: title, category, receipt number, when the status was confirmed, text, links, timeline.
//! The card is always about the case that was asked for or chosen last: while its check is under way, the card shows
//! the receipt number and, dimmed, the case's last answer where there is one; never another case's.
class CaseCard : public QWidget
{
    Q_OBJECT
public:
    CaseCard(const ViewEnvironment &environment, bool practice, QWidget *parent = nullptr);

    //! Sets the language of the status text, which is chosen apart from the program's language.
    void setStatusLanguage(Settings::StatusLanguage language);
    //! Shows no case, but what one can do.
    void showEmpty();
    void setStartGuide(StartGuide guide);
    //! Shows the first steps in place of any case.
    void showFirstSteps();
    //! Shows that a check is under way; the card is about that case from now on.
    void showProgress(const ReceiptNumber &receipt, const CheckProgress &progress);
    //! Tells that no check is under way any more.
    void endProgress();
    //! Says that this check was stopped, unless the card is about another case by now. An old answer of the case stays.
    void showStopped(const CheckOutcome &stopped);
    //! Shows an outcome. `announce`: tell assistive technology too, because the person waits for it.
    void showOutcome(const CheckOutcome &outcome, bool announce);
    //! Says that this check cannot be trusted. The card is about no case then.
    void showDamaged(const CheckInspection &check);
    //! Outcome of receipt() that is shown; empty while there is none.
    [[nodiscard]] const std::optional<CheckOutcome> &outcome() const { return m_outcome; }
    //! The case that the card is about; empty where there is none.
    [[nodiscard]] const std::optional<ReceiptNumber> &receipt() const { return m_receipt; }
    //! To be called as time passes: words relative to now are made anew.
    void sayTimes();
    //! Sets the office's own details of the case shown; dropped when another case is shown.
    void setDetails(const CaseDetails &details);
    [[nodiscard]] const std::optional<CaseDetails> &details() const { return m_details; }
    //! Shows in one line how an action on the case went, and tells assistive technology; an empty message hides the
    //! line. `canUndo`: the line has an undo button.
    void say(const QString &message, bool canUndo);

signals:
    //! The person chose one of the receipt numbers offered, or wants the one shown checked again.
    void receiptChosen(const linterna::ReceiptNumber &receipt);
    //! The person wants those checks made that were not made because the service is closed.
    void askAnywayRequested();
    void stopRequested(const linterna::ReceiptNumber &receipt);
    //! The person wants to open the connection settings, because a check failed over these or there are none yet.
    void settingsRequested();
    //! The card shows another outcome, or none any more.
    void caseShown();
    void editRequested();
    void undoRequested();
    void printRequested();
    //! The person wants a file with all there is of the damaged check.
    void rowExportRequested(const linterna::CheckInspection &check);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Veil;
    CardPage *makePage();
    void connectParts();
    void retranslate();
    void sayCard();
    void sayEmpty();
    void sayWaiting();
    void beAbout(const std::optional<ReceiptNumber> &receipt);
    void fill(const CardText &card);
    void placePill();
    void askBeforeOpening(const QUrl &url);
    void copy();
    void showTechnicalDetails();

    ViewEnvironment m_environment;
    bool m_practice;
    StartGuide m_guide;
    bool m_firstStepsAskedFor = false;
    Settings::StatusLanguage m_language = Settings::StatusLanguage::AsProgram;
    std::optional<ReceiptNumber> m_receipt;
    std::optional<CheckOutcome> m_outcome;
    std::optional<CaseDetails> m_details;
    std::optional<CheckInspection> m_damaged; //!< What the card is about in place of a case.
    std::optional<ReceiptNumber> m_asking;
    CardText m_card;

    ScrollArea *m_scroll;
    CardPage *m_page;
    QLabel *m_lantern;
    StatusBrowser *m_browser;
    CardHeader *m_header;
    StatusChip *m_chip;
    NextSteps *m_nextSteps;
    LinkList *m_links;
    TimelineView *m_timeline;
    StartPanel *m_start;
    FirstSteps *m_firstSteps;
    CardFooter *m_footer;
    Veil *m_veil;
    AskingPill *m_pill;
    Announcer *m_announcer;
    QPointer<QWidget> m_confirmation;
};

} // namespace linterna
