// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/valuechoice.h"

#include "lib/text/characters.h"
#include "ui/style/typography.h"

#include <QGridLayout>
#include <QMouseEvent>
#include <QRadioButton>

namespace linterna {

namespace {

constexpr qsizetype longestSpoken = 1000;

//! The text with places to wrap inside words that are wider than a narrow dialog.
QString wrappable(const QString &text)
{
    constexpr int longestWord = 30;
    QString wrapped;
    int length = 0;
    for (const QChar c : text) {
        length = c.isSpace() ? 0 : length + 1;
        if (length > longestWord && !c.isLowSurrogate() && !c.isMark()) {
            wrapped += QChar(0x200B); // zero width space
            length = 1;
        }
        wrapped += c;
    }
    return wrapped;
}

//! Words that choose a button when they are clicked, and can be selected all the same.
class ChoosingLabel : public TextLabel
{
public:
    ChoosingLabel(qreal ratio, Ink ink, const QString &text, QRadioButton *button)
        : TextLabel(ratio, ink), m_button(button)
    {
        setText(wrappable(text));
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        TextLabel::mouseReleaseEvent(event);
        if (event->button() != Qt::LeftButton || hasSelectedText())
            return;
        m_button->setFocus();
        m_button->click();
    }

private:
    QRadioButton *m_button;
};

} // namespace

ValueChoice::ValueChoice(const QString &value, const QString &origin, const QString &place, QWidget *parent)
    : QWidget(parent), m_button(new QRadioButton)
{
    const QString shown = showable(value).trimmed();
    const QString words = shown.isEmpty() ? tr("Empty") : shown;
    m_button->setAccessibleName(place + QStringLiteral(": ") + oneLine(words, longestSpoken));
    m_button->setAccessibleDescription(origin);
    auto *text = new ChoosingLabel(textsize::body, shown.isEmpty() ? TextLabel::Ink::Secondary : TextLabel::Ink::Text,
                                   words, m_button);
    auto *from = new ChoosingLabel(textsize::helper, TextLabel::Ink::Secondary, origin, m_button);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(0);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_button, 0, 0, 2, 1, Qt::AlignTop);
    layout->addWidget(text, 0, 1);
    layout->addWidget(from, 1, 1);
}

} // namespace linterna
