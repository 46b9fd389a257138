// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/wrapping.h"

namespace linterna {

QTextOption::WrapMode wrapModeFor(QStringView text)
{
    constexpr qsizetype longestWord = 5000;
    qsizetype length = 0;
    for (const QChar c : text) {
        length = c.isSpace() ? 0 : length + 1;
        if (length > longestWord)
            return QTextOption::WrapAnywhere;
    }
    return QTextOption::WrapAtWordBoundaryOrAnywhere;
}

} // namespace linterna
