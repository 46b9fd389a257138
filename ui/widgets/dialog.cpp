// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialog.h"

#include "ui/widgets/screenfit.h"
#include "ui/widgets/scrollarea.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace linterna {

namespace {
constexpr int dialogMargin = 24;
constexpr int aboveButtons = 16;
} // namespace

//! Reports no minimum height: arrange() sets it. The layout's own would be that of texts wrapped in the narrowest
//! column, and the page would scroll although it fits.
class Dialog::Page : public QWidget
{
public:
    [[nodiscard]] QSize minimumSizeHint() const override { return {QWidget::minimumSizeHint().width(), 0}; }
};

Dialog::Dialog(QWidget *parent) : QDialog(parent), m_scroll(new ScrollArea), m_foot(new QWidget)
{
    auto *page = new Page;
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

void Dialog::setFoot(QLayout *foot)
{
    auto *around = new QVBoxLayout(m_foot);
    around->setContentsMargins(dialogMargin, aboveButtons, dialogMargin, dialogMargin);
    around->addLayout(foot);
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

void Dialog::fit()
{
    const QSize room = screenRoom(this).size();
    const int usual = std::min(std::max(m_usualWidth, m_foot->minimumSizeHint().width()), room.width());
    const bool sized = isVisible() || testAttribute(Qt::WA_Resized);
    const int wide = std::clamp(sized ? width() : 0, usual, room.width());
    const int needed = std::min(arrange(wide, room.height()), room.height());
    setMinimumSize(usual, needed);
    resize(wide, std::max(needed, isVisible() ? std::min(height(), room.height()) : 0));
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
    const int room = screenRoom(this).height();
    setMinimumHeight(std::min(arrange(width(), room), room));
}

void Dialog::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        fit(); // fonts and screen are final only now
    QDialog::showEvent(event);
}

} // namespace linterna
