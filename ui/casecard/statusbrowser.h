// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casecard/cardtext.h"

#include <QTextBrowser>

namespace linterna {

//! The text of the card: title first, then the description. It is as high as its text and has no scroll bar of its own,
//! so that it can lie on one page with what stands beside it; between title and description it leaves a gap for a
//! widget. It loads nothing, whatever its text names, and opens nothing.
class StatusBrowser : public QTextBrowser
{
    Q_OBJECT
public:
    explicit StatusBrowser(QWidget *parent = nullptr);

    //! Shows title and parts of the card.
    void setCard(const CardText &card);
    //! A widget for the gap below the title, and one for the right end of the title's line. Both become children.
    void setTitleWidgets(QWidget *below, QWidget *beside);
    //! Lays out again: one of the two widgets has another size.
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
