// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historyview.h"

#include "common/footbar.h"
#include "common/linternastyle.h"
#include "common/theme.h"
#include "common/typography.h"
#include "history/historydelegate.h"
#include "history/historymodel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace linterna {

HistoryView::HistoryView(const ViewEnvironment &environment, QWidget *parent)
    : QWidget(parent), m_model(new HistoryModel(environment, this)), m_table(new QTableView), m_heading(new TextLabel),
      m_empty(new TextLabel(textsize::body, TextLabel::Ink::Secondary)), m_message(new TextLabel(textsize::helper)),
      m_range(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)), m_earlier(new QPushButton),
      m_newest(new QPushButton), m_export(new QPushButton)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    makeTable();
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setContentsMargins(16, 8, 16, 0);
    m_message->setContentsMargins(16, 8, 16, 8);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_empty, 0);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(4, 4, 4, 4);
    inset->addWidget(m_table);
    layout->addLayout(inset, 1);
    layout->addWidget(m_message);
    layout->addWidget(makeFoot());
    m_table->hide();

    connect(m_earlier, &QPushButton::clicked, this, [this] { emit pageWanted(m_lastId); });
    connect(m_newest, &QPushButton::clicked, this, [this] { emit pageWanted(0); });
    connect(m_export, &QPushButton::clicked, this, &HistoryView::exportRequested);
    retranslate();
}

void HistoryView::makeTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new HistoryDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(HistoryDelegate::rowHeight());
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(HistoryModel::CaseColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(HistoryModel::StatusColumn, QHeaderView::Fixed);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        const HistoryRow *row = m_model->row(now);
        if (m_filling || !row)
            return;
        m_selected = row->id;
        emit checkChosen(row->id);
    });
}

QWidget *HistoryView::makeHead()
{
    auto *head = new QWidget;
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 16, 16, 4);
    m_heading->setFont(scaledFont(textsize::section, QFont::DemiBold));
    layout->addWidget(m_heading);
    return head;
}

QWidget *HistoryView::makeFoot()
{
    auto *foot = new FootBar;
    auto *actions = new QHBoxLayout;
    actions->setSpacing(8);
    auto *paging = new QHBoxLayout;
    paging->setSpacing(8);
    setButtonKind(m_earlier, ButtonKind::Link);
    setButtonKind(m_newest, ButtonKind::Link);
    setButtonKind(m_export, ButtonKind::Plain);
    m_range->setWordWrap(false);
    paging->addWidget(m_newest);
    paging->addWidget(m_earlier);
    paging->addStretch(1);
    actions->addWidget(m_range, 1);
    actions->addWidget(m_export);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(0);
    layout->addLayout(paging);
    layout->addLayout(actions);
    return foot;
}

void HistoryView::setPage(CheckPage page, qint64 skipped)
{
    m_filling = true;
    m_skipped = skipped;
    m_total = page.total;
    m_lastId = page.rows.empty() ? 0 : page.rows.back().id;
    m_model->setRows(std::move(page.rows));
    m_filling = false;
    const bool empty = m_model->rowCount() == 0;
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
    m_export->setEnabled(m_total > 0);
    select(m_selected);
    sayRange();
}

void HistoryView::select(qint64 id)
{
    m_filling = true;
    m_selected = id;
    const int row = id == 0 ? -1 : m_model->rowOf(id);
    if (row < 0) {
        m_table->selectionModel()->clear();
    } else {
        const QModelIndex index = m_model->index(row, 0);
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
    }
    m_filling = false;
}

void HistoryView::setMessage(const QString &message, bool wrong)
{
    const Colors c = colorsOf(palette());
    setInk(m_message, wrong ? c.noAnswer.text : c.text);
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void HistoryView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HistoryView::retranslate()
{
    m_heading->setText(tr("History"));
    m_table->setAccessibleName(tr("History"));
    m_empty->setText(tr("No checks yet. Every answer, and every question that got none, is kept here."));
    m_earlier->setText(tr("Earlier"));
    m_newest->setText(tr("Newest"));
    m_export->setText(tr("Export history"));
    m_export->setAccessibleName(tr("Export history"));
    m_table->horizontalHeader()->resizeSection(HistoryModel::StatusColumn, HistoryDelegate::statusWidth());
    m_table->setMinimumWidth(HistoryDelegate::caseWidth() + HistoryDelegate::statusWidth()
                             + m_table->verticalScrollBar()->sizeHint().width());
    m_table->viewport()->update();
    m_message->clear();
    m_message->hide();
    sayRange();
}

void HistoryView::sayRange()
{
    const QLocale locale;
    const qint64 shown = m_model->rowCount();
    m_range->setText(shown == 0 ? QString()
                                : tr("%1–%2 of %3")
                                      .arg(locale.toString(m_skipped + 1), locale.toString(m_skipped + shown),
                                           locale.toString(m_total)));
    m_earlier->setVisible(m_skipped + shown < m_total);
    m_newest->setVisible(m_skipped > 0);
}

} // namespace linterna
