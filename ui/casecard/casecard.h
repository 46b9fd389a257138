// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casecard/cardtext.h"
#include "checks/checkservice.h"
#include "common/dates.h"
#include "history/caserecord.h"

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
class StartPanel;
class StatusBrowser;
class StatusChip;
class TimelineView;

//! What the empty card offers besides its words.
enum class StartGuide {
    None,
    Practice,   //!< Receipt numbers of the practice service.
    Sandbox,    //!< Those that USCIS publishes for its sandbox.
    FirstSteps, //!< The connection has no client ID yet: where to get one, and what then.
};

[[nodiscard]] StartGuide startGuideFor(const Connection &connection);

//! One case as a document: title, category, receipt number, when it was confirmed, text, links, timeline. It is always the
//! case that was asked for or chosen last: while it is asked, its own number stands there, and its own old answer, dimmed,
//! where there is one; never another's.
class CaseCard : public QWidget
{
    Q_OBJECT
public:
    CaseCard(const ViewEnvironment &environment, bool practice, QWidget *parent = nullptr);

    //! Language of the status text, a choice of its own.
    void setStatusLanguage(Settings::StatusLanguage language);
    //! Nothing looked up: what one can do.
    void showEmpty();
    void setStartGuide(StartGuide guide);
    //! The first steps, whatever was shown.
    void showFirstSteps();
    //! A check is under way: the card is about that case from now on.
    void showProgress(const ReceiptNumber &receipt, const CheckProgress &progress);
    //! None is any more.
    void endProgress();
    //! That check was stopped: says so, unless the card is about another case by now. An old answer of the case stays.
    void showStopped(const CheckOutcome &stopped);
    //! Shows an outcome. `announce`: tell assistive technology too, because the person waits for it.
    void showOutcome(const CheckOutcome &outcome, bool announce);
    //! Of receipt(); empty while there is none to show.
    [[nodiscard]] const std::optional<CheckOutcome> &outcome() const { return m_outcome; }
    //! The case that the card is about.
    [[nodiscard]] const std::optional<ReceiptNumber> &receipt() const { return m_receipt; }
    //! The clock went on: what is said relative to now is said anew.
    void sayTimes();
    //! What the office knows of the case that is shown. Forgotten when another case is shown.
    void setDetails(const CaseDetails &details);
    [[nodiscard]] const std::optional<CaseDetails> &details() const { return m_details; }
    //! How something went that concerns the case, in one line, for assistive technology too; empty takes the line away. `canUndo` offers to undo it.
    void say(const QString &message, bool canUndo);

signals:
    //! One of the receipt numbers offered, or the one shown, to be asked again.
    void receiptChosen(const linterna::ReceiptNumber &receipt);
    //! What was not asked because the service is closed, is to be asked all the same.
    void askAnywayRequested();
    void stopRequested(const linterna::ReceiptNumber &receipt);
    //! The answer failed for want of something in the connection settings, or there are none yet.
    void settingsRequested();
    //! There is another outcome to be seen, or none any more.
    void caseShown();
    void editRequested();
    void undoRequested();
    void printRequested();

protected:
    void changeEvent(QEvent *event) override;
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
