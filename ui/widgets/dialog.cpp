// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialog.h"

#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/scrollarea.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace linterna {

namespace {
constexpr int dialogMargin = 24;
constexpr int aboveButtons = 16;
} // namespace

Dialog::Dialog(QWidget *parent) : QDialog(parent), m_scroll(new ScrollArea), m_foot(new QWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *page = new WrappedPage;
    m_page = new QVBoxLayout(page);
    m_page->setContentsMargins(dialogMargin, dialogMargin, dialogMargin, 0);
    m_page->setSpacing(8);
    m_scroll->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_foot);
}

void Dialog::setHeading(const QString &heading)
{
    setWindowTitleText(this, heading);
    auto *label = new TextLabel(textsize::section);
    label->setText(heading);
    m_page->insertWidget(0, label);
}

void Dialog::setFoot(QLayout *foot)
{
    auto *around = new QVBoxLayout(m_foot);
    around->setContentsMargins(dialogMargin, aboveButtons, dialogMargin, dialogMargin);
    around->addLayout(foot);
}

void Dialog::setButtons(QPushButton *cancel, QPushButton *primary, QPushButton *left)
{
    setButtonKind(cancel, ButtonKind::Plain);
    cancel->setAutoDefault(true); // so that Enter on Cancel changes nothing
    setButtonKind(primary, ButtonKind::Primary);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    if (left)
        row->addWidget(left);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(primary);
    setFoot(row);
    primary->setDefault(true); // only inside the dialog, which else chooses one itself
}

void Dialog::setUsualWidth(int width)
{
    m_usualWidth = width;
}

int Dialog::footHeight(int width) const
{
    QLayout *layout = m_foot->layout();
    if (!layout)
        return 0;
    layout->activate();
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : layout->totalSizeHint().height();
}

int Dialog::arrange(int width, int room)
{
    m_page->activate();
    const auto heightAt = [this](int pageWidth) {
        return m_page->hasHeightForWidth() ? m_page->totalHeightForWidth(pageWidth) : m_page->totalSizeHint().height();
    };
    const int foot = footHeight(width);
    int needed = heightAt(width);
    if (needed + foot > room)
        needed = heightAt(width - m_scroll->verticalScrollBar()->sizeHint().width());
    m_scroll->widget()->setMinimumHeight(needed);
    return needed + foot;
}

QSize Dialog::availableSize() const
{
    return screenRoom(this).size();
}

void Dialog::fit()
{
    const QSize most = availableSize();
    const int usual = std::min(std::max(m_usualWidth, m_foot->minimumSizeHint().width()), most.width());
    const bool sized = isVisible() || testAttribute(Qt::WA_Resized);
    const int wide = std::clamp(sized ? width() : 0, usual, most.width());
    const int needed = std::min(arrange(wide, most.height()), most.height());
    setMinimumSize(usual, needed);
    resize(wide, std::max(needed, isVisible() ? std::min(height(), most.height()) : 0));
}

void Dialog::fitAnew()
{
    fit();
    resize(width(), minimumHeight());
}

void Dialog::showWhole(QWidget *part)
{
    m_scroll->ensureWidgetVisible(part);
}

void Dialog::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    const bool down = event->key() == Qt::Key_PageDown;
    if (!down && event->key() != Qt::Key_PageUp)
        return QDialog::keyPressEvent(event);
    bar->triggerAction(down ? QScrollBar::SliderPageStepAdd : QScrollBar::SliderPageStepSub);
}

void Dialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    const int most = availableSize().height();
    setMinimumHeight(std::min(arrange(width(), most), most));
}

void Dialog::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        fit(); // fonts and screen are final only now
    QDialog::showEvent(event);
}

} // namespace linterna
