// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMimeData;
class QWidget;

namespace linterna {

//! Lets a connection file be dropped anywhere on a window, also on an entry, which would take its name as text.
class FileDrop : public QObject
{
    Q_OBJECT
public:
    explicit FileDrop(QWidget *window);

    //! The one JSON file on this computer that is dragged; empty for anything else.
    [[nodiscard]] static QString connectionFile(const QMimeData *data);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void dropped(const QString &path);
};

} // namespace linterna
