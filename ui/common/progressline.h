// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProgressBar>

namespace linterna {

//! How far something has come: a thin line, without motion of its own. Words stand beside it.
class ProgressLine : public QProgressBar
{
    Q_OBJECT
public:
    explicit ProgressLine(QWidget *parent = nullptr);

    //! As many of so many; nothing is filled where there is no total.
    void setProgress(qint64 done, qint64 total);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace linterna
