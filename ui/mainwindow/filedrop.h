// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMimeData;
class QWidget;

namespace linterna {

//! Lets a connection file be dropped anywhere on a window, also on an entry, which otherwise would insert its path.
class FileDrop : public QObject
{
    Q_OBJECT
public:
    explicit FileDrop(QWidget *window);

    //! Path of the file that is dragged, where it is one local JSON file; else empty.
    [[nodiscard]] static QString connectionFile(const QMimeData *data);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void dropped(const QString &path);
};

} // namespace linterna
