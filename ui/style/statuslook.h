// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/error.h"
#include "lib/domain/statuscategory.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPixmap>

#include <optional>

namespace linterna {

//! How chips, list rows and timelines show an outcome: a word, a symbol, two colours. Never by colour alone.
struct StatusLook {
    //! Status category; empty for "no answer", which says nothing about the case.
    std::optional<StatusCategory> category;
    QString word;
    ColorPair colors;
};

[[nodiscard]] StatusLook lookOf(StatusCategory category, const Colors &colors);
[[nodiscard]] StatusLook lookOf(ErrorCode code, const Colors &colors);

//! Draws the symbol (○ ◐ ◆ ▣ ● ✉ ■ ▫ ✕) as a shape, so that no font can lack it.
void drawSymbol(QPainter &painter, const QRectF &rect, const StatusLook &look);
//! The symbol as a picture of `side` × `side` pixels, with `air` empty pixels to its right.
[[nodiscard]] QPixmap symbolPicture(const StatusLook &look, int side, int air, qreal devicePixelRatio);

} // namespace linterna
