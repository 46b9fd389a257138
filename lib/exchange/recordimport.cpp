// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/recordimport.h"

#include "lib/exchange/checkjson.h"
#include "lib/exchange/csvimport.h"
#include "lib/exchange/eventjson.h"
#include "lib/exchange/jsonlinesimport.h"
#include "lib/tables/csvwriter.h"

#include <QFile>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

bool beginsWithObject(const QString &file)
{
    constexpr qint64 enough = 1000;
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return false;
    QByteArray start = opened.read(enough);
    if (start.startsWith(CsvMark))
        start.remove(0, 3);
    return start.trimmed().startsWith('{');
}

ImportProblem lineProblemOf(const JsonLineProblem &problem, const QByteArray &json, qint64 row)
{
    switch (problem.kind) {
    case JsonLineProblem::Kind::NotOurs:
        if (json.contains("\"checked_at\":") || json.contains("\"receipt_number\":"))
            return {.kind = ImportProblem::Kind::Everyday};
        return {.kind = ImportProblem::Kind::NotAnExport, .row = row, .what = u"linterna_check"_s};
    case JsonLineProblem::Kind::Newer:
        return {.kind = ImportProblem::Kind::Newer, .row = row};
    case JsonLineProblem::Kind::Value:
        return {.kind = ImportProblem::Kind::WrongValue, .row = row, .what = problem.field};
    }
    Q_UNREACHABLE();
}

QString csvProblemText(const std::optional<CsvProblem> &problem)
{
    switch (problem ? problem->kind : CsvProblem::Kind::ReadFailed) {
    case CsvProblem::Kind::RowTooLong:
        return u"a row that is too long: often a quotation mark that nobody closed"_s;
    case CsvProblem::Kind::NulCharacter:
        return u"this is no text"_s;
    case CsvProblem::Kind::Undecodable:
        return u"characters that are no UTF-8"_s;
    case CsvProblem::Kind::ReadFailed:
        break;
    }
    return u"it cannot be read"_s;
}

QString reasonText(const ImportProblem &problem)
{
    switch (problem.kind) {
    case ImportProblem::Kind::Unreadable:
        return problem.what;
    case ImportProblem::Kind::Empty:
        return u"there is nothing in it"_s;
    case ImportProblem::Kind::Everyday:
        return u"an export for reading, which does not hold all of a check; only a complete one can be taken in"_s;
    case ImportProblem::Kind::NotAnExport:
        return u"no complete export: \"%1\" is missing"_s.arg(problem.what);
    case ImportProblem::Kind::BrokenCsv:
        return csvProblemText(problem.csv);
    case ImportProblem::Kind::BrokenCheck:
        return u"a check is cut off or changed; spreadsheets cut long cells when they save"_s;
    case ImportProblem::Kind::WrongValue:
        return u"\"%1\" does not hold what it should"_s.arg(problem.what);
    case ImportProblem::Kind::TooLong:
        return u"a check is longer than any can be"_s;
    case ImportProblem::Kind::Newer:
        return u"written by a newer version of this program"_s;
    case ImportProblem::Kind::Misplaced:
        return u"an event behind checks; where several exports were put into one file, import each of them by itself"_s;
    case ImportProblem::Kind::Altered:
        return u"what stands there was changed after it was exported"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString importProblemText(const ImportProblem &problem)
{
    const QString place = problem.row > 0 ? u"row %1: "_s.arg(problem.row) : QString();
    return place + reasonText(problem);
}

std::shared_ptr<RecordImport> RecordImport::of(const QString &file)
{
    if (beginsWithObject(file))
        return std::make_shared<JsonLinesImport>(file);
    return std::make_shared<CsvImport>(file);
}

Result<std::optional<ImportedItem>> RecordImport::next()
{
    while (true) {
        m_givenRow = 0;
        NextCheck found = nextCheck();
        if (auto *problem = std::get_if<ImportProblem>(&found))
            return failed(std::move(*problem));
        const auto &json = std::get<std::optional<QByteArray>>(found);
        if (!json)
            return std::optional<ImportedItem>();
        ReadLine line = readLine(*json);
        if (auto *problem = std::get_if<ImportProblem>(&line))
            return failed(std::move(*problem));
        auto &item = std::get<std::optional<ImportedItem>>(line);
        if (item) {
            ++(std::holds_alternative<RecordEvent>(*item) ? m_events : m_given);
            m_givenRow = row();
            return std::move(item);
        }
        ++m_unreadable;
    }
}

RecordImport::ReadLine RecordImport::readLine(const QByteArray &json)
{
    const JsonView line = JsonView::of(json);
    if (!line.isObject())
        return ImportProblem{.kind = ImportProblem::Kind::BrokenCheck, .row = row()};
    if (isEventJson(line)) {
        auto event = readEventJson(line);
        if (const auto *problem = std::get_if<JsonLineProblem>(&event))
            return lineProblemOf(*problem, json, row());
        if (m_given > 0 || m_unreadable > 0)
            return ImportProblem{.kind = ImportProblem::Kind::Misplaced, .row = row()};
        return std::optional<ImportedItem>(std::move(std::get<RecordEvent>(event)));
    }
    auto check = readCheckJson(line);
    if (const auto *problem = std::get_if<JsonLineProblem>(&check))
        return lineProblemOf(*problem, json, row());
    ReadCheck &read = std::get<ReadCheck>(check);
    return read ? std::optional<ImportedItem>(std::move(*read)) : std::nullopt;
}

ImportProblem RecordImport::refusal() const
{
    return m_problem.value_or(ImportProblem{.kind = ImportProblem::Kind::Altered, .row = m_givenRow});
}

Error RecordImport::failed(ImportProblem problem)
{
    m_problem = std::move(problem);
    return Error{.code = ErrorCode::Invalid, .detail = m_file + u": "_s + importProblemText(*m_problem)};
}

} // namespace linterna
