// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/casecard.h"

#include "lib/text/linkpolicy.h"
#include "ui/casecard/askingpill.h"
#include "ui/casecard/cardfooter.h"
#include "ui/casecard/cardheader.h"
#include "ui/casecard/cardpage.h"
#include "ui/casecard/damagedtext.h"
#include "ui/casecard/firststeps.h"
#include "ui/casecard/linkconfirmation.h"
#include "ui/casecard/linklist.h"
#include "ui/casecard/nextsteps.h"
#include "ui/casecard/statusbrowser.h"
#include "ui/casecard/timelineview.h"
#include "ui/style/icons.h"
#include "ui/style/typography.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textdialog.h"
#include "ui/widgets/translation.h"
#include "ui/words/transcriptwords.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace linterna {

namespace {
constexpr int cardMargin = 24;
constexpr int lanternSize = 72;
constexpr int charactersPerLine = 75;
} // namespace

//! Overlay that dims the widgets below it and lets mouse events through.
class CaseCard::Veil : public QWidget
{
public:
    explicit Veil(QWidget *parent) : QWidget(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QColor color = colorsOf(QApplication::palette()).page;
        color.setAlphaF(0.5F);
        QPainter(this).fillRect(rect(), color);
    }
};

CaseCard::CaseCard(const ViewEnvironment &environment, bool practice, QWidget *parent)
    : QWidget(parent), m_environment(environment), m_practice(practice),
      m_guide(practice ? StartGuide::Practice : StartGuide::None), m_scroll(new ScrollArea), m_lantern(new QLabel),
      m_browser(new StatusBrowser), m_header(new CardHeader), m_chip(new StatusChip),
      m_nextSteps(new NextSteps(practice)), m_links(new LinkList), m_timeline(new TimelineView),
      m_start(new StartPanel), m_firstSteps(new FirstSteps), m_footer(new CardFooter), m_veil(new Veil(this)),
      m_pill(new AskingPill(environment, this)), m_announcer(new Announcer(this))
{
    if (!m_environment.openUrl)
        m_environment.openUrl = [](const QUrl &url) { QDesktopServices::openUrl(url); };
    m_browser->setTitleWidgets(m_header, m_chip);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page = makePage();
    m_scroll->setWidget(m_page);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_footer);
    m_veil->hide();
    m_pill->hide();
    m_veil->raise();
    m_pill->raise();

    connectParts();
    keepTranslated(this, &CaseCard::retranslate);
    onChange(this, QEvent::PaletteChange, [this] { sayCard(); });
}

void CaseCard::connectParts()
{
    connect(m_header, &CardHeader::editRequested, this, &CaseCard::editRequested);
    connect(m_footer, &CardFooter::copyRequested, this, &CaseCard::copy);
    connect(m_footer, &CardFooter::printRequested, this, &CaseCard::printRequested);
    connect(m_footer, &CardFooter::detailsRequested, this, &CaseCard::showTechnicalDetails);
    connect(m_footer, &CardFooter::undoRequested, this, &CaseCard::undoRequested);
    connect(m_browser, &QTextBrowser::anchorClicked, this, &CaseCard::askBeforeOpening);
    connect(m_links, &LinkList::linkActivated, this, &CaseCard::askBeforeOpening);
    connect(m_start, &StartPanel::receiptChosen, this, &CaseCard::receiptChosen);
    connect(m_firstSteps, &FirstSteps::linkActivated, this, &CaseCard::askBeforeOpening);
    connect(m_firstSteps, &FirstSteps::settingsRequested, this, &CaseCard::settingsRequested);
    connect(m_nextSteps, &NextSteps::settingsRequested, this, &CaseCard::settingsRequested);
    connect(m_nextSteps, &NextSteps::askAnywayRequested, this, &CaseCard::askAnywayRequested);
    connect(m_nextSteps, &NextSteps::askAgainRequested, this, [this] {
        const auto receipt = m_damaged ? m_damaged->receipt : m_receipt; // a copy: slots may change either
        if (receipt)
            emit receiptChosen(*receipt);
    });
    connect(m_nextSteps, &NextSteps::rowExportRequested, this, [this] {
        if (m_damaged)
            emit rowExportRequested(CheckInspection(*m_damaged));
    });
    connect(m_pill, &AskingPill::stopRequested, this, [this] {
        if (m_asking)
            emit stopRequested(*m_asking);
    });
}

CardPage *CaseCard::makePage()
{
    // Lines of more than 75 characters are hard to read.
    const QString sample = QStringLiteral("You will be notified by mail when we have completed working on your case. ");
    const QFontMetricsF metrics(scaledFont(textsize::card));
    auto *page = new CardPage(qRound(metrics.horizontalAdvance(sample) / qreal(sample.size()) * charactersPerLine));
    for (QWidget *part : std::initializer_list<QWidget *>{m_lantern, m_browser, m_start, m_firstSteps, m_nextSteps,
                                                          m_links, m_timeline})
        page->add(part);
    return page;
}

void CaseCard::setStatusLanguage(Settings::StatusLanguage language)
{
    m_language = language;
    sayCard();
}

//! Makes the card be about a case; drops outcome and details of another one.
void CaseCard::beAbout(const std::optional<ReceiptNumber> &receipt)
{
    m_damaged.reset();
    if (m_receipt && m_receipt == receipt)
        return;
    m_receipt = receipt;
    m_outcome.reset();
    m_details.reset();
}

void CaseCard::showEmpty()
{
    beAbout(std::nullopt);
    sayCard();
    emit caseShown();
}

void CaseCard::setDetails(const CaseDetails &details)
{
    m_details = details;
    m_header->setDetails(details);
    m_browser->fit();
    m_page->arrange();
}

void CaseCard::say(const QString &message, bool canUndo)
{
    m_footer->say(message, canUndo);
    if (!message.isEmpty())
        m_announcer->announce(message);
}

void CaseCard::setStartGuide(StartGuide guide)
{
    m_guide = guide;
    m_firstStepsAskedFor = false;
    if (!m_receipt)
        sayCard();
}

void CaseCard::showFirstSteps()
{
    m_firstStepsAskedFor = true;
    showEmpty();
    m_scroll->verticalScrollBar()->setValue(0);
    m_announcer->announce(m_card.title);
}

void CaseCard::showProgress(const ReceiptNumber &receipt, const CheckProgress &progress)
{
    const bool begins = m_asking != receipt;
    m_asking = receipt;
    if (m_receipt != receipt) {
        beAbout(receipt);
        m_firstStepsAskedFor = false;
        sayCard();
        m_scroll->verticalScrollBar()->setValue(0);
        emit caseShown();
    }
    m_pill->setProgress(receipt, progress);
    m_footer->say({});
    m_veil->setVisible(m_outcome.has_value());
    m_pill->show();
    placePill();
    if (begins)
        m_announcer->announce(m_pill->text());
}

void CaseCard::endProgress()
{
    m_asking.reset();
    m_veil->hide();
    m_pill->hide();
}

void CaseCard::showStopped(const CheckOutcome &stopped)
{
    if (m_receipt != stopped.receipt)
        return;
    if (!m_outcome)
        return showOutcome(stopped, true);
    endProgress();
    say(tr("Stopped. What is shown is the answer from before."), false);
}

void CaseCard::showOutcome(const CheckOutcome &outcome, bool announce)
{
    if (announce)
        endProgress();
    beAbout(outcome.receipt);
    m_outcome = outcome;
    m_firstStepsAskedFor = false;
    m_footer->say({});
    sayCard();
    m_scroll->verticalScrollBar()->setValue(0);
    if (announce) {
        const QString word = m_card.look ? m_card.look->word : QString();
        m_announcer->announce(QStringLiteral("%1. %2. %3").arg(m_card.receipt, m_card.title, word));
    }
    emit caseShown();
}

void CaseCard::showDamaged(const CheckInspection &check)
{
    endProgress();
    beAbout(std::nullopt);
    m_damaged = check;
    m_firstStepsAskedFor = false;
    m_footer->say({});
    sayCard();
    m_scroll->verticalScrollBar()->setValue(0);
    m_announcer->announce(m_card.title);
    emit caseShown();
}

void CaseCard::sayCard()
{
    if (m_damaged)
        return fill(damagedTextOf(*m_damaged, m_environment.now()));
    if (m_outcome)
        fill(cardTextOf(*m_outcome, m_language, colorsOf(QApplication::palette()), m_environment.now()));
    else if (m_receipt)
        sayWaiting();
    else
        sayEmpty();
}

void CaseCard::sayTimes()
{
    if (!m_outcome)
        return;
    const CardText card = cardTextOf(*m_outcome, m_language, colorsOf(QApplication::palette()), m_environment.now());
    const auto same = [](const CardText::Part &a, const CardText::Part &b) { return a.text == b.text; };
    if (!std::ranges::equal(card.parts, m_card.parts, same))
        return fill(card);
    if (card.facts == m_card.facts)
        return; // the person may be reading or selecting
    m_card = card;
    m_header->setCard(card);
    m_browser->fit();
    m_page->arrange();
}

void CaseCard::sayWaiting()
{
    CardText card;
    card.receipt = m_receipt->toString();
    card.title = tr("Waiting for the answer");
    card.parts.push_back({CardText::Part::Kind::Words, tr("What USCIS says about this case appears here.")});
    fill(card);
}

void CaseCard::sayEmpty()
{
    const bool firstSteps = m_firstStepsAskedFor || m_guide == StartGuide::FirstSteps;
    m_firstSteps->setVisible(firstSteps);
    m_lantern->setVisible(!firstSteps); // so that all three steps fit into view
    m_start->setVisible(!firstSteps && m_guide != StartGuide::None);
    m_start->setPurpose(m_practice ? StartPanel::Purpose::Practice : StartPanel::Purpose::Sandbox);
    CardText card;
    const auto addWords = [&](const QString &words) { card.parts.push_back({CardText::Part::Kind::Words, words}); };
    if (firstSteps) {
        card.title = tr("First steps");
        addWords(tr("Linterna asks USCIS with your organization's own client ID and client secret. In three steps the "
                    "first answer is here."));
    } else {
        card.title = tr("Look up a case");
        addWords(tr("Type or paste a receipt number above and press Enter. It stands on every notice that USCIS sent: "
                    "three letters and ten digits. Spaces and hyphens do not matter, and several numbers can be pasted "
                    "at once."));
        addWords(tr("The official status appears here, and every answer is kept in the history."));
    }
    fill(card);
}

void CaseCard::fill(const CardText &card)
{
    m_card = card;
    const bool empty = !m_receipt && !m_damaged;
    if (!empty) {
        for (QWidget *part : std::initializer_list<QWidget *>{m_lantern, m_start, m_firstSteps})
            part->hide();
    }
    m_chip->setVisible(card.look.has_value());
    if (card.look)
        m_chip->setLook(*card.look);
    m_header->setVisible(!empty);
    m_header->setCard(card);
    m_header->setDetails(m_details);
    m_browser->setCard(card);
    m_nextSteps->setOutcome(m_outcome);
    if (m_damaged)
        m_nextSteps->setDamaged(m_damaged->receipt.has_value());
    m_links->setLinks(card.links);
    m_timeline->setEntries(card.timeline);
    m_page->arrange();
    m_footer->setHasCase(m_outcome.has_value()); // without an outcome there is nothing to copy or print
}

void CaseCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePill();
}

void CaseCard::placePill()
{
    m_veil->setGeometry(m_scroll->geometry());
    const QSize wanted = m_pill->sizeHint();
    const int width = std::min(wanted.width(), m_scroll->width() - 2 * cardMargin);
    m_pill->resize(width, wanted.height());
    // At the bottom in the middle, where it covers least of what is read first.
    m_pill->move((m_scroll->width() - width) / 2, m_scroll->geometry().bottom() - wanted.height() - cardMargin);
}

void CaseCard::retranslate()
{
    m_browser->setAccessibleName(tr("Case status"));
    m_lantern->setPixmap(lanternIcon().pixmap(lanternSize, lanternSize));
    m_footer->say({});
    sayCard();
}

void CaseCard::askBeforeOpening(const QUrl &url)
{
    // Checked once more, although the card's text holds allowed links only.
    const auto allowed = allowedLink(QString::fromLatin1(url.toEncoded()));
    if (!allowed || m_confirmation)
        return;
    auto *confirmation = new LinkConfirmation(*allowed, this);
    m_confirmation = confirmation;
    connect(confirmation, &LinkConfirmation::openRequested, this,
            [this](const QUrl &chosen) { m_environment.openUrl(chosen); });
    confirmation->open();
}

void CaseCard::showTechnicalDetails()
{
    if (!m_outcome)
        return;
    const QString purpose =
        tr("What was sent for %1 and what came back (%2, %3). The client secret and the access token "
           "are replaced by dots.")
            .arg(m_outcome->receipt.toString(), m_outcome->connection,
                 momentText(m_outcome->checkedAt, {})); // a full date: the dialog may stay open over midnight
    (new TextDialog({tr("Technical details"), purpose, {}, technicalDetails(*m_outcome)}, this))->open();
}

void CaseCard::copy()
{
    if (!m_outcome)
        return;
    // With an invalid `now`, so that no text says "today", which is wrong by tomorrow.
    const CardText card = cardTextOf(*m_outcome, m_language, colorsOf(QApplication::palette()), {});
    QGuiApplication::clipboard()->setText(plainTextOf(card, *m_outcome, m_practice));
    say(tr("Copied, with source and date"), false);
}

} // namespace linterna
