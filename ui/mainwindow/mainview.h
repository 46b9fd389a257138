// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/receiptnumber.h"
#include "lib/platform/otherwriters.h"
#include "lib/recordkeeping/recordstate.h"
#include "ui/words/dates.h"

#include <QWidget>

class QSplitter;

namespace linterna {

class Banner;
class CaseCard;
class ListView;
class LookupBar;
struct CheckOutcome;
struct CheckProgress;

//! The window's content: banners, receipt entry, list and card.
class MainView : public QWidget
{
    Q_OBJECT
public:
    MainView(const ViewEnvironment &environment, bool practice, QWidget *parent = nullptr);

    [[nodiscard]] LookupBar &lookup() const { return *m_lookup; }
    [[nodiscard]] ListView &history() const { return *m_history; }
    [[nodiscard]] CaseCard &card() const { return *m_card; }
    //! Banners about damaged files, about doubtful dates, and about answers that wait to be saved; others set their
    //! text.
    [[nodiscard]] Banner &filesBanner() const { return *m_filesBanner; }
    [[nodiscard]] Banner &clockBanner() const { return *m_clockBanner; }
    [[nodiscard]] Banner &waitingBanner() const { return *m_waitingBanner; }
    [[nodiscard]] QSplitter &splitter() const { return *m_splitter; }

    //! Shows the banner about the record of this run; hides it where all is well.
    void showRecordState(const RecordState &state);

    //! Shows a banner where other users can write into the program's folder; hides it for an empty value.
    void showOtherWriters(const std::optional<OtherWriters> &others);

    //! Whether what the banner about the record offers is under way: its button is disabled meanwhile.
    void setRecordBusy(bool busy);
    //! Shows on the card how far a check is. Where the card leaves another case for it, the row of that case is no longer
    //! marked in the list, and can be chosen again.
    void showProgress(const ReceiptNumber &receipt, const CheckProgress &progress);
    //! Shows the first steps on the card in place of a case, and ends the selection in the list, so that the same row
    //! can be chosen again.
    void showFirstSteps();
    //! Shows an answer that the person waited for on the card, and marks it in the list.
    void showAnswer(const CheckOutcome &outcome);
    //! Shows a check from the record on the card in place of what is asked for there.
    void showRecorded(const CheckOutcome &outcome);

signals:
    //! The person wants to do what the banner about the record offers.
    void recordRemedyRequested();
    //! The person pressed the practice banner's button, to learn how to use a real connection.
    void realConnectionRequested();

private:
    void retranslate();
    [[nodiscard]] static QString remedyName(RecordRemedy remedy);
    bool m_practice;
    RecordState m_record;
    std::optional<OtherWriters> m_otherWriters;
    Banner *m_practiceBanner;
    Banner *m_recordBanner;
    Banner *m_folderBanner;
    Banner *m_filesBanner;
    Banner *m_clockBanner;
    Banner *m_waitingBanner;
    LookupBar *m_lookup;
    QSplitter *m_splitter;
    ListView *m_history;
    CaseCard *m_card;
};

} // namespace linterna
