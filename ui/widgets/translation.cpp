// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/translation.h"

#include <QWidget>

namespace linterna {

namespace {

class ChangeWatch : public QObject
{
public:
    ChangeWatch(QWidget *widget, QEvent::Type change, std::function<void()> act)
        : QObject(widget), m_change(change), m_act(std::move(act))
    {
        widget->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == m_change)
            m_act();
        return false;
    }

private:
    QEvent::Type m_change;
    std::function<void()> m_act;
};

} // namespace

void onChange(QWidget *widget, QEvent::Type change, std::function<void()> act)
{
    new ChangeWatch(widget, change, std::move(act));
}

} // namespace linterna
