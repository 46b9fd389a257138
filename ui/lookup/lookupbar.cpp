// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lookup/lookupbar.h"

#include "ui/lookup/languageswitch.h"
#include "ui/lookup/receiptentry.h"
#include "ui/style/icons.h"
#include "ui/style/linternastyle.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "ui/widgets/translation.h"

#include <QApplication>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

namespace linterna {

namespace {

constexpr qint64 sameWishMs = 700;

} // namespace

LookupBar::LookupBar(const ViewEnvironment &environment, QWidget *parent)
    : QWidget(parent), m_label(new QLabel), m_entry(new ReceiptEntry), m_check(new QPushButton),
      m_languages(new LanguageSwitch), m_helperIcon(new QLabel),
      m_helper(new TextLabel(textsize::helper, TextLabel::Ink::Text)), m_environment(environment)
{
    m_label->setBuddy(m_entry);
    setButtonKind(m_check, ButtonKind::Primary);
    m_entry->setMinimumWidth(m_entry->fontMetrics().horizontalAdvance(QStringLiteral("EAC 99 991 03402")) + 64);
    m_entry->setMaximumWidth(m_entry->minimumWidth() * 2);
    m_helper->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_helperIcon->setFixedWidth(m_helper->fontMetrics().height() + 6);
    m_helperIcon->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_entry, 1);
    row->addWidget(m_check);
    row->addStretch(1);
    row->addSpacing(8);
    row->addWidget(m_languages);
    auto *helperRow = new QHBoxLayout;
    helperRow->setSpacing(4);
    helperRow->addWidget(m_helperIcon);
    helperRow->addWidget(m_helper, 1);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 16, 16, 8);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->addWidget(m_label, 0, 0);
    grid->addLayout(row, 0, 1);
    grid->addLayout(helperRow, 1, 1);
    grid->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    connect(m_entry, &ReceiptEntry::textChanged, this, [this] {
        m_refusedLength = 0;
        say();
    });
    connect(m_entry, &ReceiptEntry::refusedPaste, this, [this](qsizetype length) {
        m_refusedLength = length;
        say();
    });
    connect(m_entry, &ReceiptEntry::returnPressed, this, &LookupBar::submit);
    connect(m_check, &QPushButton::clicked, this, &LookupBar::submit);
    connect(m_languages, &LanguageSwitch::languageChosen, this, &LookupBar::languageChosen);
    keepTranslated(this, &LookupBar::retranslate);
    onChange(this, QEvent::PaletteChange, [this] { say(); });
}

void LookupBar::setLanguage(const QString &code)
{
    m_languages->setLanguage(code);
}

void LookupBar::setReceipts(const std::vector<ReceiptNumber> &receipts)
{
    QStringList texts;
    for (const ReceiptNumber &receipt : receipts)
        texts += receipt.toString();
    m_entry->setText(texts.join(QStringLiteral(", ")));
}

void LookupBar::checkEnded(const ReceiptNumber &receipt)
{
    m_underWay.remove(receipt);
    say();
}

void LookupBar::setProgress(int done, int total)
{
    m_done = done;
    m_total = total;
    say();
}

QString LookupBar::helperText() const
{
    return m_helper->text();
}

void LookupBar::focusEntry()
{
    m_entry->setFocus(Qt::ShortcutFocusReason);
    m_entry->selectAll();
}

bool LookupBar::isSameWish()
{
    const QDateTime now = m_environment.now();
    const qint64 since = m_lastTriedAt.isValid() ? m_lastTriedAt.msecsTo(now) : sameWishMs;
    const bool same = m_entry->text() == m_lastTried && since >= 0 && since < sameWishMs;
    m_lastTried = m_entry->text();
    m_lastTriedAt = now;
    return same;
}

void LookupBar::submit()
{
    if (isSameWish())
        return;
    ReceiptList list = parseReceiptList(m_entry->text());
    std::erase_if(list.receipts, [this](const ReceiptNumber &receipt) { return m_underWay.contains(receipt); });
    if (list.receipts.empty()) {
        say();
        return;
    }
    for (const ReceiptNumber &receipt : list.receipts)
        m_underWay.insert(receipt);
    m_entry->selectAll();
    emit checkRequested(list.receipts);
    say();
}

void LookupBar::say()
{
    if (m_refusedLength > 0) {
        const QLocale locale;
        setHelper(
            {tr("This text has %1 characters. At most %2 can be pasted at once; nothing was pasted.")
                 .arg(locale.toString(qlonglong(m_refusedLength)), locale.toString(qlonglong(ReceiptList::MaxPaste))),
             HelperLine::Tone::Wrong});
        return;
    }
    if (m_total > 1 && m_done < m_total) {
        setHelper({tr("%1 of %2 checked").arg(m_done).arg(m_total)});
        return;
    }
    setHelper(helperLine(parseReceiptList(m_entry->text()), m_underWay, m_environment.now().toLocalTime().date()));
}

void LookupBar::setHelper(const HelperLine &line)
{
    using Tone = HelperLine::Tone;
    const auto &[text, tone] = line;
    const Colors c = colorsOf(QApplication::palette());
    // Each of the three colours has a contrast of at least 4.5:1 on the bar's ground, which the theme's test computes.
    const QColor ink = tone == Tone::Wrong ? c.noAnswer.text : tone == Tone::Good ? c.text : c.secondary;
    setInk(m_helper, ink);
    m_helper->setText(text);
    const QString icon = tone == Tone::Wrong ? QStringLiteral("attention")
        : tone == Tone::Good                 ? QStringLiteral("check")
                                             : QStringLiteral("info");
    m_helperIcon->setPixmap(tintedIcon(icon, ink).pixmap(m_helper->fontMetrics().height() + 2));
    m_entry->setAccessibleDescription(text);
}

void LookupBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHelper();
}

void LookupBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors c = colorsOf(QApplication::palette());
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.line);
}

void LookupBar::retranslate()
{
    m_label->setText(tr("&Receipt number"));
    m_entry->setAccessibleName(tr("Receipt number"));
    m_entry->setPlaceholderText(QStringLiteral("EAC 99 991 03402"));
    m_check->setText(tr("Check status"));
    m_check->setAccessibleName(tr("Check status"));
    say();
    fitHelper();
}

void LookupBar::fitHelper()
{
    // The helper line is as high as the longest of its usual texts, so that typing never moves what is below.
    const QRect room(0, 0, std::max(m_helper->width(), 1), QWIDGETSIZE_MAX);
    int height = 0;
    for (const QString &line : longHelperLines())
        height = std::max(height, m_helper->fontMetrics().boundingRect(room, Qt::TextWordWrap, line).height());
    m_helper->setFixedHeight(height + 4);
    m_helperIcon->setFixedHeight(m_helper->height());
}

} // namespace linterna
