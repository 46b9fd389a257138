// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProgressBar>

namespace linterna {

//! A thin progress bar without animation or text.
class ProgressLine : public QProgressBar
{
    Q_OBJECT
public:
    explicit ProgressLine(QWidget *parent = nullptr);

    //! Shows `done` of `total`; an empty line where `total` is 0.
    void setProgress(qint64 done, qint64 total);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace linterna
