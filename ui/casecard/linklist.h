// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/text/safehtml.h"

#include <QWidget>

class QVBoxLayout;

namespace linterna {

class TextLabel;

//! "Links in this text": the links of the card's text once more, as buttons named by their addresses, because
//! QTextBrowser does not show its links to assistive technology.
class LinkList : public QWidget
{
    Q_OBJECT
public:
    explicit LinkList(QWidget *parent = nullptr);
    void setLinks(const std::vector<SafeHtml::Link> &links);

signals:
    void linkActivated(const QUrl &url);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void retranslate();
    TextLabel *m_heading;
    QVBoxLayout *m_buttons;
};

} // namespace linterna
