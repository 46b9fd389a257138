// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectiontext.h"

#include "lib/json/jsonview.h"
#include "lib/text/hiddencharacter.h"

#include <QSet>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! As doubledName(). `value` is nested no deeper than DeepestJson, which bounds the recursion.
std::optional<QString> doubledNameIn(const JsonView &value, const QString &path)
{
    QSet<QString> names;
    for (const JsonView::Member &member : value.members()) {
        const QString here = path + u'.' + member.name;
        if (names.contains(member.name))
            return here;
        names.insert(member.name);
        if (auto inside = doubledNameIn(member.value, here))
            return inside;
    }
    qsizetype number = 0;
    for (const JsonView &element : value.elements()) {
        if (auto inside = doubledNameIn(element, u"%1[%2]"_s.arg(path).arg(number++)))
            return inside;
    }
    return {};
}

} // namespace

TextProblem textProblemOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF") || bytes.contains('\0'))
        return TextProblem::Utf16;
    return bytes.isValidUtf8() ? TextProblem::None : TextProblem::NotUtf8;
}

QString textProblemLine(TextProblem problem)
{
    switch (problem) {
    case TextProblem::Utf16:
        return u"it is UTF-16 (\"Unicode\" in Windows); save it as UTF-8"_s;
    case TextProblem::NotUtf8:
        return u"it is not UTF-8 (Windows-1252 perhaps); save it as UTF-8"_s;
    case TextProblem::None:
        break;
    }
    return {};
}

std::optional<QString> doubledName(QByteArrayView json)
{
    return doubledNameIn(JsonView::of(json, JsonRules::AnyNumber), u"$"_s);
}

QString secretProblemLine(QByteArrayView secret)
{
    if (const TextProblem problem = textProblemOf(secret); problem != TextProblem::None)
        return textProblemLine(problem);
    // QString::fromUtf8() takes a byte order mark in front for its own.
    if (secret.startsWith("\xEF\xBB\xBF"))
        return u"character 1 is U+FEFF, which nobody sees"_s;
    QString text = QString::fromUtf8(secret);
    const auto hidden = hiddenCharacterIn(text);
    text.fill(u'\0');
    return hidden ? hiddenCharacterLine(*hidden) : QString();
}

} // namespace linterna
