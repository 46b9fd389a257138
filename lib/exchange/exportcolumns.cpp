// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/exportcolumns.h"

#include "lib/record/storednames.h"
#include "lib/text/isomoment.h"
#include "lib/text/plaintext.h"

#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

using Source = ExportSource;
using Value = std::optional<ExportValue>;
using Column = ExportColumn;
using ColumnNeeds = Column::Needs;
using Language = Column::Language;
using Privacy = Column::Privacy;

Value outcomeOf(const Source &source)
{
    if (!source.outcome)
        return u"unreadable"_s;
    return outcomeName(source.outcome->result);
}

//! "2023-09-05: We approved your form.", in the order of the case card.
Value timelineOf(const CaseStatus &status, QString BilingualText::*language)
{
    QStringList entries;
    for (const TimelineEntry &entry : status.history) {
        const QString date = entry.date ? isoDate(*entry.date) : entry.dateText;
        entries << (date.isEmpty() ? QString() : date + u": "_s) + plainTitle(entry.text.*language);
    }
    return entries;
}

Value serverMessageOf(const Source &source)
{
    return source.outcome && !source.status ? source.outcome->result.error().serverMessage : QString();
}

Value momentOf(const QDateTime &moment)
{
    return moment.isValid() ? Value(isoMoment(moment)) : Value();
}

//! The outcome of a case's last check, in the words of outcomeOf().
Value lastOutcomeOf(const Source &source)
{
    const CaseRow &ofCase = *source.ofCase;
    if (ofCase.lastUnreadable)
        return u"unreadable"_s;
    if (ofCase.lastCheck == source.row.id)
        return ofCase.lastCheck == 0 ? Value() : outcomeOf(source);
    if (ofCase.unreadable)
        return u"unreadable"_s;
    return ofCase.error ? errorCodeName(*ofCase.error) : u"ok"_s;
}

//! "current_case_status_desc_en: 4": quotation marks mended in a field.
Value mendedOf(const Source &source)
{
    QStringList fields;
    for (const MendedField &field : source.status->mended)
        fields << (field.name.isEmpty() ? u"other fields"_s : field.name) + u": "_s + QString::number(field.quotes);
    if (fields.isEmpty() && source.status->repaired)
        fields << u"yes"_s; // the record is older than CaseStatus::mended
    return fields;
}

constexpr std::array allColumns{
    Column{"checked_at"_L1, ColumnNeeds::Check, Language::None, Privacy::Plain, CsvCell::Value,
           [](const Source &s) -> Value { return isoMoment(s.row.checkedAt); }},
    Column{"receipt_number"_L1, ColumnNeeds::Row, Language::None, Privacy::Plain, CsvCell::Value,
           [](const Source &s) -> Value { return s.row.receipt ? s.row.receipt->toString() : QString(); }},
    Column{"form_type"_L1, ColumnNeeds::Status, Language::None, Privacy::Plain, CsvCell::Text,
           [](const Source &s) -> Value { return s.status->formType; }},
    Column{"outcome"_L1, ColumnNeeds::Check, Language::None, Privacy::Plain, CsvCell::Value, outcomeOf},
    Column{"category"_L1, ColumnNeeds::Status, Language::None, Privacy::Plain, CsvCell::Value,
           [](const Source &s) -> Value { return statusCategoryName(s.row.category); }},
    Column{"change"_L1, ColumnNeeds::Check, Language::None, Privacy::Plain, CsvCell::Value,
           [](const Source &s) -> Value { return changeName(s.row.change); }},
    Column{"title_en"_L1, ColumnNeeds::Status, Language::English, Privacy::Plain, CsvCell::Text,
           [](const Source &s) -> Value { return plainTitle(s.status->title.en); }},
    Column{"title_es"_L1, ColumnNeeds::Status, Language::Spanish, Privacy::Plain, CsvCell::Text,
           [](const Source &s) -> Value { return plainTitle(s.status->title.es); }},
    Column{"description_en"_L1, ColumnNeeds::Status, Language::English, Privacy::MayName, CsvCell::Text,
           [](const Source &s) -> Value { return plainText(s.status->description.en); }},
    Column{"description_es"_L1, ColumnNeeds::Status, Language::Spanish, Privacy::MayName, CsvCell::Text,
           [](const Source &s) -> Value { return plainText(s.status->description.es); }},
    Column{"submitted_date"_L1, ColumnNeeds::Status, Language::None, Privacy::Plain, CsvCell::Value,
           [](const Source &s) -> Value { return isoTorchDate(s.status->submittedDate); }},
    Column{"modified_date"_L1, ColumnNeeds::Status, Language::None, Privacy::Plain, CsvCell::Value,
           [](const Source &s) -> Value { return isoTorchDate(s.status->modifiedDate); }},
    Column{"timeline"_L1, ColumnNeeds::Status, Language::English, Privacy::Plain, CsvCell::Text,
           [](const Source &s) { return timelineOf(*s.status, &BilingualText::en); }},
    Column{"timeline_es"_L1, ColumnNeeds::Status, Language::Spanish, Privacy::Plain, CsvCell::Text,
           [](const Source &s) { return timelineOf(*s.status, &BilingualText::es); }},
    Column{"connection"_L1, ColumnNeeds::Check, Language::None, Privacy::Plain, CsvCell::Text,
           [](const Source &s) -> Value { return s.row.connection; }},
    Column{"asked_by"_L1, ColumnNeeds::Outcome, Language::None, Privacy::Plain, CsvCell::Value,
           [](const Source &s) -> Value { return askedByName(s.outcome->askedBy); }},
    Column{"http_status"_L1, ColumnNeeds::Outcome, Language::None, Privacy::Plain, CsvCell::Value,
           [](const Source &s) -> Value { return s.outcome->httpStatus; }},
    Column{"server_message"_L1, ColumnNeeds::Check, Language::None, Privacy::MayName, CsvCell::Text, serverMessageOf},
    Column{"client"_L1, ColumnNeeds::Row, Language::None, Privacy::MayName, CsvCell::Text,
           [](const Source &s) -> Value { return s.row.details.client; }},
    Column{"note"_L1, ColumnNeeds::Row, Language::None, Privacy::MayName, CsvCell::Text,
           [](const Source &s) -> Value { return s.row.details.note; }},
    Column{"tags"_L1, ColumnNeeds::Row, Language::None, Privacy::MayName, CsvCell::Text,
           [](const Source &s) -> Value { return s.row.details.tags; }},
    Column{"on_hold"_L1, ColumnNeeds::Row, Language::None, Privacy::Plain, CsvCell::Value,
           [](const Source &s) -> Value { return s.row.details.onHold; }},
    Column{"mended"_L1, ColumnNeeds::Status, Language::None, Privacy::Plain, CsvCell::Text, mendedOf},
    Column{"last_checked_at"_L1, ColumnNeeds::Case, Language::None, Privacy::Plain, CsvCell::Value,
           [](const Source &s) { return momentOf(s.ofCase->checkedAt); }},
    Column{"last_outcome"_L1, ColumnNeeds::Case, Language::None, Privacy::Plain, CsvCell::Value, lastOutcomeOf},
    Column{"changed_at"_L1, ColumnNeeds::Case, Language::None, Privacy::Plain, CsvCell::Value,
           [](const Source &s) { return momentOf(s.ofCase->changedAt.value_or(QDateTime())); }},
};

bool isSpoken(Language language, ExportOptions::Languages wanted)
{
    switch (wanted) {
    case ExportOptions::Languages::English:
        return language != Language::Spanish;
    case ExportOptions::Languages::Spanish:
        return language != Language::English;
    case ExportOptions::Languages::Both:
        break;
    }
    return true;
}

} // namespace

std::span<const ExportColumn> exportColumns()
{
    return allColumns;
}

std::vector<const ExportColumn *> chosenColumns(const ExportOptions &options)
{
    const QStringList &names = options.line() == ExportOptions::Line::Case ? options.caseColumns : options.columns;
    std::vector<const Column *> chosen;
    for (const Column &column : allColumns) {
        const bool wanted = (names.isEmpty() || names.contains(column.name))
            && isSpoken(column.language, options.languages) && !(options.masked && column.privacy == Privacy::MayName);
        if (column.isOf(options.line()) && (options.isComplete() || wanted))
            chosen.push_back(&column);
    }
    return chosen;
}

} // namespace linterna
