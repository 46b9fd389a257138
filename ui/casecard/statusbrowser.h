// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/casecard/cardtext.h"

#include <QTextBrowser>

namespace linterna {

//! The text of the card: title first, then the description. Is as high as its text and has no scroll bar of its own, so
//! that it scrolls together with the card's other parts; leaves a gap for a widget between title and description. Loads
//! nothing that its text refers to, and opens no links.
class StatusBrowser : public QTextBrowser
{
    Q_OBJECT
public:
    explicit StatusBrowser(QWidget *parent = nullptr);

    //! Shows title and parts of the card.
    void setCard(const CardText &card);
    //! `below`: widget for the gap below the title. `beside`: widget for the right end of the title's line. Both become
    //! children.
    void setTitleWidgets(QWidget *below, QWidget *beside);
    //! Lays out again; to be called when one of the two title widgets has another size.
    void fit();

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void write(const CardText &card);
    void placeTitleWidgets();

    QWidget *m_below = nullptr;
    QWidget *m_beside = nullptr;
    int m_fittedWidth = -1;
    bool m_stacked = false; //!< The widget beside the title stands above it.
};

} // namespace linterna
