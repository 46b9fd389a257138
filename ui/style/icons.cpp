// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace linterna {

namespace {

QPixmap rendered(const QByteArray &svg, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter);
    return pixmap;
}

QByteArray resource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QIcon tintedIcon(const QString &name, const QColor &color)
{
    QByteArray svg = resource(QStringLiteral(":/icons/%1.svg").arg(name));
    svg.replace("currentColor", color.name().toLatin1());
    QIcon icon;
    for (const int size : {20, 30, 40, 60, 80})
        icon.addPixmap(rendered(svg, size));
    return icon;
}

QIcon lanternIcon()
{
    const QByteArray svg = resource(QStringLiteral(":/icons/linterna.svg"));
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 96, 128, 192, 256})
        icon.addPixmap(rendered(svg, size));
    return icon;
}

} // namespace linterna
