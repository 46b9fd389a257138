// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/announcer.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace linterna {

namespace {

QAccessibleInterface *alertInterface(const QString &className, QObject *object)
{
    if (className == QLatin1StringView(Announcer::staticMetaObject.className()) && object->isWidgetType())
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::AlertMessage);
    return nullptr;
}

} // namespace

Announcer::Announcer(QWidget *parent) : QWidget(parent)
{
    // Installed again for each announcer, which does no harm: Qt only asks the function twice.
    QAccessible::installFactory(alertInterface);
    setFixedSize(1, 1);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Announcer::announce(const QString &message)
{
    setAccessibleName(message);
    for (const QAccessible::Event type : {QAccessible::NameChanged, QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent event(this, type);
        QAccessible::updateAccessibility(&event);
    }
    emit announced(message);
}

} // namespace linterna
