// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/recordimport.h"

#include "lib/exchange/checkjson.h"
#include "lib/exchange/csvimport.h"
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

ImportProblem lineProblemOf(const CheckJsonProblem &problem, const QByteArray &json, qint64 row)
{
    switch (problem.kind) {
    case CheckJsonProblem::Kind::NotJson:
        return {.kind = ImportProblem::Kind::BrokenCheck, .row = row};
    case CheckJsonProblem::Kind::NotOurs:
        if (json.contains("\"checked_at\":") || json.contains("\"receipt_number\":"))
            return {.kind = ImportProblem::Kind::Everyday};
        return {.kind = ImportProblem::Kind::NotAnExport, .row = row, .what = u"linterna_check"_s};
    case CheckJsonProblem::Kind::Newer:
        return {.kind = ImportProblem::Kind::Newer, .row = row};
    case CheckJsonProblem::Kind::Value:
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
        NextCheck found = nextCheck();
        if (auto *problem = std::get_if<ImportProblem>(&found))
            return failed(std::move(*problem));
        const auto &json = std::get<std::optional<QByteArray>>(found);
        if (!json)
            return std::optional<ImportedItem>();
        auto check = readCheckJson(*json);
        if (const auto *problem = std::get_if<CheckJsonProblem>(&check))
            return failed(lineProblemOf(*problem, *json, row()));
        if (auto &read = std::get<ReadCheck>(check)) {
            ++m_given;
            return std::optional<ImportedItem>(*std::move(read));
        }
        ++m_unreadable;
    }
}

Error RecordImport::failed(ImportProblem problem)
{
    m_problem = std::move(problem);
    return Error{.code = ErrorCode::Invalid, .detail = m_file + u": "_s + importProblemText(*m_problem)};
}

} // namespace linterna
