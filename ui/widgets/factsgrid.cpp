// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factsgrid.h"

#include "ui/style/typography.h"
#include "ui/widgets/foreigntext.h"

#include <QGridLayout>

namespace linterna {

QLayout *factsGrid(const Facts &facts)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[name, value] : facts) {
        auto *label = new TextLabel(textsize::body, TextLabel::Ink::Secondary);
        label->setText(captionText(name)); // the value is its buddy
        label->setWordWrap(false);
        auto *text = new TextLabel;
        text->setText(value);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setBuddy(text);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(text, row++, 1);
    }
    return grid;
}

} // namespace linterna
