// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportwords.h"

#include "lib/exchange/exportcolumns.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ColumnWording {
    QLatin1StringView column;
    const char *text;
};

constexpr std::array columnWordings{
    ColumnWording{"checked_at"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Checked at (UTC)")},
    ColumnWording{"receipt_number"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Receipt number")},
    ColumnWording{"form_type"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Form")},
    ColumnWording{"outcome"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Outcome")},
    ColumnWording{"category"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Category")},
    ColumnWording{"change"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Change")},
    ColumnWording{"title_en"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Status (English)")},
    ColumnWording{"title_es"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Status (Spanish)")},
    ColumnWording{"description_en"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Text (English)")},
    ColumnWording{"description_es"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Text (Spanish)")},
    ColumnWording{"submitted_date"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Submitted")},
    ColumnWording{"modified_date"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Modified")},
    ColumnWording{"timeline"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Timeline (English)")},
    ColumnWording{"timeline_es"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Timeline (Spanish)")},
    ColumnWording{"connection"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Connection")},
    ColumnWording{"asked_by"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Asked by")},
    ColumnWording{"http_status"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "HTTP status")},
    ColumnWording{"server_message"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Server’s message")},
    ColumnWording{"client"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Client")},
    ColumnWording{"note"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Note")},
    ColumnWording{"tags"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Tags")},
    ColumnWording{"on_hold"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Always kept")},
    ColumnWording{"mended"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Mended fields")},
    ColumnWording{"last_checked_at"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Last checked at (UTC)")},
    ColumnWording{"last_outcome"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Last outcome")},
    ColumnWording{"changed_at"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Last change (UTC)")},
    // No columns, but fields of a case all the same:
    ColumnWording{"file_number"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "File number")},
    ColumnWording{"owner"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Assigned to")},
    ColumnWording{"next_step"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Next step")},
    ColumnWording{"due_date"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Due date")},
};

//! Name of "checked_at" where a line stands for a case: the answer shown may be older than the last check.
constexpr ColumnWording ofAnswer{"checked_at"_L1, QT_TRANSLATE_NOOP("linterna::ExportWords", "Status as of (UTC)")};

} // namespace

QString columnWord(const QString &name, ExportOptions::Line line)
{
    if (line == ExportOptions::Line::Case && name == ofAnswer.column)
        return QCoreApplication::translate("linterna::ExportWords", ofAnswer.text);
    const auto found =
        std::ranges::find_if(columnWordings, [&](const ColumnWording &word) { return name == word.column; });
    return found == columnWordings.end() ? name : QCoreApplication::translate("linterna::ExportWords", found->text);
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
