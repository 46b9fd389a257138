// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionlist.h"

#include "ui/connections/connectionlistdelegate.h"
#include "ui/connections/fieldwords.h"
#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/accessibleitems.h"
#include "ui/widgets/footbar.h"
#include "ui/widgets/translation.h"

#include <QGridLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Second line of a connection in the list: its kind, or its host for one of another kind.
QString detailOf(const Connection &connection)
{
    return connection.kind == ConnectionKind::Other ? connection.apiUrl.host(QUrl::FullyEncoded)
                                                    : kindName(connection.kind);
}

} // namespace

ConnectionList::ConnectionList(QWidget *parent)
    : QWidget(parent), m_heading(new TextLabel(textsize::section)), m_list(new ItemList), m_new(new QPushButton),
      m_import(new QPushButton), m_export(new QPushButton), m_remove(new QPushButton)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_heading->setContentsMargins(16, 24, 16, 8);
    m_list->setItemDelegate(new ConnectionListDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setContentsMargins(0, 0, 0, 0);
    auto *foot = new FootBar;
    m_buttons = new QGridLayout(foot);
    m_buttons->setContentsMargins(16, 8, 16, 8);
    m_buttons->setSpacing(8);
    for (QPushButton *button : {m_new, m_import, m_export, m_remove})
        setButtonKind(button, ButtonKind::Plain);
    setOnTop(false);
    auto *around = new QHBoxLayout;
    around->setContentsMargins(4, 0, 4, 0);
    around->addWidget(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addLayout(around, 1);
    layout->addWidget(foot);

    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        refresh();
        emit chosen(selected());
    });
    connect(m_new, &QPushButton::clicked, this, &ConnectionList::newRequested);
    connect(m_import, &QPushButton::clicked, this, &ConnectionList::importRequested);
    connect(m_export, &QPushButton::clicked, this, &ConnectionList::exportRequested);
    connect(m_remove, &QPushButton::clicked, this, &ConnectionList::removeRequested);
    keepTranslated(this, &ConnectionList::retranslate);
}

void ConnectionList::setConnections(const std::vector<Connection> &connections, const QString &inUse)
{
    m_connections = connections;
    std::erase_if(m_connections, [](const Connection &each) { return each.practice; });
    m_inUse = inUse;
    fill();
}

void ConnectionList::setNewOne(bool there)
{
    m_newOne = there;
    fill();
}

void ConnectionList::fill()
{
    const QSignalBlocker quiet(m_list);
    const QString before = selected();
    m_list->clear();
    const auto add = [this](const QString &key, const QString &name, const QString &detail) {
        auto *item = new QListWidgetItem(name, m_list);
        item->setData(ConnectionListDelegate::KeyRole, key);
        item->setData(ConnectionListDelegate::DetailRole, detail);
        item->setData(Qt::AccessibleTextRole, name + u", "_s + detail);
    };
    for (const Connection &connection : m_connections) {
        QString detail = detailOf(connection);
        if (connection.name == m_inUse)
            detail = tr("in use") + u" · "_s + detail;
        add(connection.name, connection.name, detail);
    }
    if (m_newOne)
        add(QString(), tr("New connection"), tr("Not saved yet"));
    select(before);
}

void ConnectionList::select(const QString &name)
{
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(ConnectionListDelegate::KeyRole).toString() == name)
            m_list->setCurrentRow(row);
    }
    refresh();
}

QString ConnectionList::selected() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(ConnectionListDelegate::KeyRole).toString() : QString();
}

void ConnectionList::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ConnectionList::setOnTop(bool onTop)
{
    const int columns = onTop ? 4 : 2;
    int place = 0;
    for (QPushButton *button : {m_new, m_import, m_export, m_remove}) {
        m_buttons->addWidget(button, place / columns, place % columns); // removes it from its old cell
        ++place;
    }
    m_heading->setVisible(!onTop); // the window's title says the same
    const int twoRows = 2 * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth();
    m_list->setMinimumHeight(onTop ? twoRows : 0); // with one row, other connections would be overlooked
    m_list->setMaximumHeight(onTop ? twoRows : QWIDGETSIZE_MAX);
}

void ConnectionList::refresh()
{
    const bool saved = !selected().isEmpty();
    m_new->setEnabled(!m_newOne);
    m_export->setEnabled(saved);
    m_remove->setEnabled(saved);
    m_remove->setText(builtInConnection(selected()) ? tr("Reset…") : tr("Remove…"));
}

void ConnectionList::retranslate()
{
    m_heading->setText(tr("Connections"));
    m_list->setAccessibleName(tr("Connections"));
    m_new->setText(tr("New…"));
    m_import->setText(tr("Import…"));
    m_export->setText(tr("Export…"));
    fill();
    refresh();
}

} // namespace linterna
