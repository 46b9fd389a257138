// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/statuslook.h"

#include <QLabel>

namespace linterna {

//! Shows a StatusLook as a chip: symbol and word on a coloured ground, with a dashed outline for "no answer".
class StatusChip : public QLabel
{
    Q_OBJECT
public:
    explicit StatusChip(QWidget *parent = nullptr);
    void setLook(const StatusLook &look);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StatusLook m_look;
};

} // namespace linterna
