// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainview.h"

#include "ui/casecard/casecard.h"
#include "ui/list/listview.h"
#include "ui/lookup/lookupbar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/translation.h"
#include "ui/words/errortext.h"
#include "ui/words/folderwords.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace linterna {

MainView::MainView(const ViewEnvironment &environment, bool practice, QWidget *parent)
    : QWidget(parent), m_practice(practice), m_practiceBanner(new Banner(Banner::Kind::Practice)),
      m_recordBanner(new Banner(Banner::Kind::Warning)), m_folderBanner(new Banner(Banner::Kind::Warning)),
      m_filesBanner(new Banner(Banner::Kind::Warning)), m_clockBanner(new Banner(Banner::Kind::Warning)),
      m_waitingBanner(new Banner(Banner::Kind::Warning)), m_lookup(new LookupBar(environment)),
      m_splitter(new QSplitter), m_history(new ListView(environment)), m_card(new CaseCard(environment, practice))
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_history);
    m_splitter->addWidget(m_card);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({400, 720});
    m_card->setMinimumWidth(340); // beside the list on 683 points: 1366 pixels at 200 %
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_practiceBanner);
    for (Banner *banner : {m_recordBanner, m_folderBanner, m_filesBanner, m_clockBanner, m_waitingBanner}) {
        layout->addWidget(banner);
        banner->hide();
    }
    layout->addWidget(m_lookup);
    layout->addWidget(m_splitter, 1);
    m_practiceBanner->setVisible(practice);
    connect(m_practiceBanner, &Banner::buttonClicked, this, &MainView::realConnectionRequested);
    connect(m_recordBanner, &Banner::buttonClicked, this, &MainView::recordRemedyRequested);
    keepTranslated(this, &MainView::retranslate);
}

void MainView::showProgress(const ReceiptNumber &receipt, const CheckProgress &progress)
{
    if (m_card->receipt() != receipt)
        m_history->select(0);
    m_card->showProgress(receipt, progress);
}

void MainView::showFirstSteps()
{
    m_card->showFirstSteps();
    m_history->select(0);
}

void MainView::showAnswer(const CheckOutcome &outcome)
{
    m_card->showOutcome(outcome, true);
    m_history->select(outcome.id);
}

void MainView::showRecorded(const CheckOutcome &outcome)
{
    m_card->endProgress();
    m_card->showOutcome(outcome, false);
}

void MainView::showOtherWriters(const std::optional<OtherWriters> &others)
{
    m_otherWriters = others;
    m_folderBanner->setText(others ? otherWritersText(*others) : QString());
    m_folderBanner->setVisible(others.has_value());
}

void MainView::setRecordBusy(bool busy)
{
    m_recordBanner->setButtonBusy(busy);
}

QString MainView::remedyName(RecordRemedy remedy)
{
    switch (remedy) {
    case RecordRemedy::EnterPassphrase:
        return tr("Enter passphrase…");
    case RecordRemedy::Choose:
        return tr("Choose how to keep it…");
    case RecordRemedy::TryAgain:
        return tr("Try again");
    case RecordRemedy::FindKey:
        return tr("What to do…");
    case RecordRemedy::None:
        break;
    }
    return {};
}

void MainView::showRecordState(const RecordState &state)
{
    m_record = state;
    const QString text = recordStateText(state);
    m_recordBanner->setText(text);
    m_recordBanner->setButtonText(remedyName(recordRemedy(state)));
    m_recordBanner->setVisible(!text.isEmpty());
}

void MainView::retranslate()
{
    m_practiceBanner->setText(tr("PRACTICE: invented data, nothing is sent to USCIS"));
    m_practiceBanner->setButtonText(tr("Use a real connection…"));
    showRecordState(m_record);
    showOtherWriters(m_otherWriters);
}

} // namespace linterna
