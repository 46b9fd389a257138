// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/foreigntext.h"

#include "lib/text/characters.h"

#include <QWidget>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Property with the description that setToolTipText() set, so that one from elsewhere is never replaced.
constexpr auto tipDescription = "linterna_tipDescription";

//! `text` with a zero width space after every 60 characters of a word without spaces, so that lines can break there.
QString withBreaks(const QString &text)
{
    constexpr int longestPiece = 60;
    constexpr char16_t breakHere = u'\u200B'; // zero width space
    QString out;
    out.reserve(text.size());
    int length = 0;
    for (const QChar c : text) {
        if (length >= longestPiece && !c.isLowSurrogate() && !c.isMark()) {
            out += QChar(breakHere);
            length = 0;
        }
        out += c;
        length = c.isSpace() ? 0 : length + 1;
    }
    return out;
}

QString shortened(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    QString start = text.left(most - 1);
    if (start.back().isHighSurrogate())
        start.chop(1);
    return start + u'…';
}

} // namespace

QString toolTipText(const QString &foreign)
{
    const QString plain = shortened(showable(foreign), LongestToolTip);
    // Always as HTML: Qt would guess whether a tool tip is HTML, and shows plain ones in one line, however long.
    return plain.isEmpty() ? QString()
                           : u"<p style=\"white-space:pre-wrap\">"_s + withBreaks(plain).toHtmlEscaped() + u"</p>"_s;
}

void setToolTipText(QWidget *widget, const QString &foreign)
{
    widget->setToolTip(toolTipText(foreign));
    const QString spoken = shortened(showable(foreign), LongestToolTip);
    if (widget->accessibleDescription() == widget->property(tipDescription).toString()) {
        widget->setAccessibleDescription(spoken);
        widget->setProperty(tipDescription, spoken);
    }
}

QString captionText(const QString &foreign)
{
    return oneLine(foreign, LongestCaption).replace(u'&', u"&&"_s);
}

QString windowTitleText(const QString &foreign)
{
    return oneLine(foreign, LongestCaption).replace(u"[*]"_s, u"[*][*]"_s);
}

void setWindowTitleText(QWidget *window, const QString &foreign)
{
    window->setWindowTitle(windowTitleText(foreign));
}

} // namespace linterna
