// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportwords.h"

#include "csv/exportcolumns.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Word {
    QLatin1StringView column;
    const char *text;
};

constexpr std::array words{
    Word{"checked_at"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Checked at (UTC)")},
    Word{"receipt_number"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Receipt number")},
    Word{"form_type"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Form")},
    Word{"outcome"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Outcome")},
    Word{"category"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Category")},
    Word{"change"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Change")},
    Word{"title_en"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Status (English)")},
    Word{"title_es"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Status (Spanish)")},
    Word{"description_en"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Text (English)")},
    Word{"description_es"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Text (Spanish)")},
    Word{"submitted_date"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Submitted")},
    Word{"modified_date"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Modified")},
    Word{"timeline"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Timeline (English)")},
    Word{"timeline_es"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Timeline (Spanish)")},
    Word{"connection"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Connection")},
    Word{"asked_by"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Asked by")},
    Word{"http_status"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "HTTP status")},
    Word{"server_message"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Server’s message")},
    Word{"client"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Client")},
    Word{"note"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Note")},
    Word{"tags"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Tags")},
    Word{"on_hold"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Always kept")},
    Word{"mended"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Mended fields")},
    Word{"last_checked_at"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Last checked at (UTC)")},
    Word{"last_outcome"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Last outcome")},
    Word{"changed_at"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Last change (UTC)")},
};

//! Where a line stands for a case: that is not when the case was checked.
constexpr Word ofAnswer{"checked_at"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Status as of (UTC)")};

} // namespace

QString columnWord(const QString &name, ExportOptions::Line line)
{
    if (line == ExportOptions::Line::Case && name == ofAnswer.column)
        return QCoreApplication::translate("linterna::ExportWords", ofAnswer.text);
    const auto found = std::ranges::find_if(words, [&](const Word &word) { return name == word.column; });
    return found == words.end() ? name : QCoreApplication::translate("linterna::ExportWords", found->text);
}

QMap<QString, QString> columnWords(ExportOptions::Line line)
{
    QMap<QString, QString> all;
    for (const ExportColumn &column : exportColumns()) {
        if (column.isOf(line))
            all.insert(column.name, columnWord(column.name, line));
    }
    return all;
}

} // namespace linterna
