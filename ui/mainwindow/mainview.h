// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dates.h"
#include "history/recordopener.h"
#include "storage/otherwriters.h"

#include <QWidget>

class QSplitter;

namespace linterna {

class Banner;
class CaseCard;
class HistoryView;
class LookupBar;
enum class RecordRemedy;

//! The window's content: banners, receipt entry, list and card.
class MainView : public QWidget
{
    Q_OBJECT
public:
    MainView(const ViewEnvironment &environment, bool practice, QWidget *parent = nullptr);

    [[nodiscard]] LookupBar &lookup() const { return *m_lookup; }
    [[nodiscard]] HistoryView &history() const { return *m_history; }
    [[nodiscard]] CaseCard &card() const { return *m_card; }
    //! What must be said of files that were damaged, of doubt about dates, and of answers that wait to be saved.
    [[nodiscard]] Banner &filesBanner() const { return *m_filesBanner; }
    [[nodiscard]] Banner &clockBanner() const { return *m_clockBanner; }
    [[nodiscard]] Banner &waitingBanner() const { return *m_waitingBanner; }
    [[nodiscard]] QSplitter &splitter() const { return *m_splitter; }

    //! Says above everything what the person must know about the record of this run; nothing where all is well.
    void showRecordState(const RecordState &state);

    //! Says that somebody else can write where everything is kept; nothing where nobody can.
    void showOtherWriters(const std::optional<OtherWriters> &others);

    //! Something is being done about it.
    void setRecordBusy(bool busy);
    //! Instead of a case, whose row can then be chosen again.
    void showFirstSteps();

signals:
    //! The person wants to do what the banner about the record offers.
    void recordRemedyRequested();
    //! In practice: how does one get to real cases?
    void realConnectionRequested();

protected:
    void changeEvent(QEvent *event) override;

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
    HistoryView *m_history;
    CaseCard *m_card;
};

} // namespace linterna
