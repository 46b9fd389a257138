// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/lastchecks.h"

#include "lib/record/changedetector.h"
#include "lib/record/storednames.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

std::optional<Error> noteLastCheck(RecordTables &tables, const CaseEntry &ofCase, const CheckOutcome &added)
{
    const auto [smallest, largest] = std::minmax({ofCase.lastCheck, ofCase.lastGood, ofCase.lastChange});
    bool isNewest = smallest >= 0 && largest < added.id; // new ids are larger than all before: else one is damaged
    if (isNewest && largest > 0) {
        Rows rows =
            tables.database->query(u"SELECT checked_at FROM checks WHERE case_id = ? AND removal = 0 AND id <> ?"
                                   " ORDER BY checked_at DESC LIMIT 1"_s,
                                   {ofCase.id, added.id});
        isNewest = !rows.next() || rows.integer(0) <= added.checkedAt.toMSecsSinceEpoch();
        if (rows.error())
            return rows.error();
    }
    if (!isNewest)
        return findLastChecks(tables, u"?"_s, {ofCase.id});
    CaseEntry kept = ofCase;
    kept.noteCheck(added.id, added.result.ok(), added.change);
    return tables.cases.writeLasts(kept);
}

std::optional<Error> findLastChecks(RecordTables &tables, const QString &ofCases, const QVariantList &values)
{
    QStringList numbers;
    for (const QString &word : {u"ok"_s, changeName(Change::Wording), changeName(Change::Timeline),
                                changeName(Change::Date), changeName(Change::Status)}) {
        const auto number = tables.words.numberOf(word);
        if (!number)
            return number.error();
        numbers << QString::number(*number);
    }
    const QString good = numbers.takeFirst();
    const std::pair<QString, QString> columns[] = {
        {u"last_check"_s, {}},
        {u"last_good"_s, u" AND outcome = %1"_s.arg(good)},
        {u"last_change"_s, u" AND outcome = %1 AND change IN (%2)"_s.arg(good, numbers.join(u','))}};
    for (const auto &[column, condition] : columns) {
        if (auto error = tables.database->execute(
                u"UPDATE cases SET %1 = coalesce((SELECT id FROM checks WHERE case_id = cases.id AND removal = 0%2"
                " ORDER BY checked_at DESC, id DESC LIMIT 1), 0) WHERE id IN (%3)"_s.arg(column, condition, ofCases),
                values))
            return error;
    }
    return {};
}

std::optional<Error> compareAnew(RecordTables &tables, qint64 caseId)
{
    std::vector<std::pair<qint64, Change>> changes;
    {
        std::optional<CaseStatus> before;
        Rows rows = tables.database->query(
            CheckTable::selectWhole(CheckTable::Depth::Answer)
                + u"WHERE checks.case_id = ? AND checks.removal = 0 ORDER BY checks.checked_at, checks.id"_s,
            {caseId});
        while (rows.next()) {
            const auto outcome = tables.checks.readWhole(rows, {}, CheckTable::Depth::Answer).outcome;
            if (!outcome || !outcome->result)
                continue;
            const Change change = detectChange(before, *outcome->result);
            if (change != outcome->change)
                changes.emplace_back(outcome->id, change);
            before = outcome->result.value();
        }
        if (rows.error())
            return rows.error();
    }
    for (const auto &[id, change] : changes) {
        if (auto error = tables.checks.setChange(id, change))
            return error;
    }
    return findLastChecks(tables, u"?"_s, {caseId});
}

Result<std::optional<CheckOutcome>> newestGood(const RecordTables &tables, const ReceiptNumber &receipt,
                                               const BeforeCheck &before)
{
    const auto kept = tables.cases.find(receipt);
    if (!kept)
        return kept.error();
    if (!*kept)
        return std::optional<CheckOutcome>();
    const auto good = tables.words.numberOf(u"ok"_s);
    if (!good)
        return good.error();
    // Checks whose outcome number stands for no word are read too: their event tells which it was.
    Rows rows = tables.database->query(
        CheckTable::selectWhole()
            + u"WHERE checks.case_id = ? AND (checks.checked_at, checks.id) < (?, ?) AND"
              " checks.removal = 0 AND (checks.outcome = ? OR checks.outcome NOT IN (SELECT id FROM"
              " words)) ORDER BY checks.checked_at DESC, checks.id DESC"_s,
        {(*kept)->id, before.checkedAt, before.id, *good});
    while (rows.next()) {
        auto outcome = tables.checks.readWhole(rows, receipt).outcome;
        if (outcome && outcome->result.ok())
            return outcome;
    }
    if (rows.error())
        return *rows.error();
    return std::optional<CheckOutcome>();
}

} // namespace linterna
