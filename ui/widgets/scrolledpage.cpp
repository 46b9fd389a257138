// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrolledpage.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace linterna {

ScrolledPage::ScrolledPage(QWidget *content) : m_content(content)
{
    m_content->setParent(this);
}

QSize ScrolledPage::minimumSizeHint() const
{
    const QLayout *layout = m_content->layout();
    const QSize least = m_content->minimumSizeHint();
    const int wide = std::max(width(), least.width());
    return {least.width(), layout->hasHeightForWidth() ? layout->minimumHeightForWidth(wide) : least.height()};
}

bool ScrolledPage::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) // the content's minimum may have changed
        updateGeometry();
    return QWidget::event(event);
}

void ScrolledPage::resizeEvent(QResizeEvent *)
{
    m_content->setGeometry(rect());
}

} // namespace linterna
