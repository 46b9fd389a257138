// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/scrollarea.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace linterna {

namespace {

QAccessibleInterface *plainInterface(const QString &className, QObject *object)
{
    if (className == QLatin1StringView(ScrollArea::staticMetaObject.className()) && object->isWidgetType())
        return new QAccessibleWidget(static_cast<QWidget *>(object));
    return nullptr;
}

} // namespace

ScrollArea::ScrollArea(QWidget *parent) : QScrollArea(parent)
{
    QAccessible::installFactory(plainInterface);
}

} // namespace linterna
