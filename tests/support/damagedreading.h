// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/exchange/damagedcheck.h"
#include "lib/exchange/rowwriters.h"
#include "tests/support/damagedrecord.h"
#include "tests/support/recordwords.h"

#include <QRegularExpression>

#include <set>

//! Reads a damaged record in every way, goes on with it, and examines what is shown.
namespace linterna::test {

class WhoseVisitor : public RecordVisitor
{
public:
    WhoseIsIt whose;
    std::set<qint64> readable;
    int rows = 0;

    std::optional<Error> begin() override { return {}; }
    std::optional<Error> row(CheckRow row, std::optional<CheckOutcome> outcome) override
    {
        ++rows;
        whose.see(row);
        if (outcome) {
            readable.insert(outcome->id);
            whose.see(*outcome);
            if (row.receipt != outcome->receipt)
                whose.note("a row and its check are of two cases");
        }
        return {};
    }
    std::optional<Error> caseRow(CaseRow ofCase, CheckRow row, std::optional<CheckOutcome> outcome) override
    {
        whose.see(ofCase);
        if (row.receipt != ofCase.receipt)
            whose.note("a case and its check are of two cases");
        return this->row(std::move(row), std::move(outcome));
    }
    std::optional<Error> end() override { return {}; }
};

//! Examines the lines of an export: each names one receipt number at the most, that of its row.
class LinesVisitor : public RecordVisitor
{
public:
    WhoseIsIt whose;

    explicit LinesVisitor(const ExportOptions &options) : m_writer(rowWriterFor(options)) {}
    bool wantsRequests() const override { return m_writer->wantsRequests(); }
    std::optional<Error> begin() override { return {}; }
    std::optional<Error> row(CheckRow row, std::optional<CheckOutcome> outcome) override
    {
        write(row, outcome, nullptr);
        return {};
    }
    std::optional<Error> caseRow(CaseRow ofCase, CheckRow row, std::optional<CheckOutcome> outcome) override
    {
        write(row, outcome, &ofCase);
        return {};
    }
    std::optional<Error> end() override { return {}; }

private:
    void write(const CheckRow &row, const std::optional<CheckOutcome> &outcome, const CaseRow *ofCase)
    {
        static const QRegularExpression receipts(QStringLiteral("EAC[0-9]{10}"));
        QByteArray line;
        m_writer->row(line, row, outcome, ofCase);
        auto matches = receipts.globalMatch(QString::fromUtf8(line));
        while (matches.hasNext()) {
            if (!row.receipt || matches.next().captured() != row.receipt->toString()) {
                whose.note("an exported line names another case: " + line);
                return;
            }
        }
    }

    std::unique_ptr<RowWriter> m_writer;
};

//! All that is left of a record, asked for in every way.
class DamagedRecord
{
public:
    explicit DamagedRecord(const QString &file, const Secret &key = sampleKey())
    {
        const auto opened = m_record.open({file, key, RecordRole::Owner}, someAuthor());
        if (!opened)
            m_refused = opened.error();
    }
    //! Why it does not open.
    [[nodiscard]] const std::optional<Error> &refused() const { return m_refused; }

    void readAll()
    {
        if (noteRefused())
            return;
        lists(); // of the disk
        if (const auto error = readIn(m_record))
            m_whose.note("it cannot be read in: " + error->detail.toUtf8());
        lists();
        visit();
        singly();
    }
    //! A table of checks and one of cases, a complete file, and what is exported of rows that cannot be read. After
    //! readAll().
    void exportAll()
    {
        if (noteRefused())
            return;
        using What = VisitScope::What;
        LinesVisitor checks({});
        LinesVisitor complete({.format = ExportOptions::Format::JsonLines, .kind = ExportOptions::Kind::Complete});
        LinesVisitor cases({.scope = {.what = What::Cases}});
        for (LinesVisitor *lines : {&checks, &complete}) {
            if (m_record.show(m_record.idsWithin({}, someTime()), *lines, false))
                m_whose.note("it cannot be exported");
        }
        if (m_record.showCases(m_record.idsWithin({.what = What::Cases}, someTime()), cases, false))
            m_whose.note("its cases cannot be exported");
        for (const LinesVisitor *lines : {&checks, &complete, &cases})
            m_whose.note(lines->whose.problem());
        inspectUnreadable();
    }
    //! Lists and everything in them, once more.
    void readBriefly()
    {
        if (noteRefused())
            return;
        if (const auto error = readIn(m_record))
            m_whose.note("it cannot be read in: " + error->detail.toUtf8());
        lists();
        visit();
    }
    //! What a person goes on doing.
    void goOn()
    {
        if (noteRefused())
            return;
        for (int number = 0; number < damagedCases; ++number) {
            CheckOutcome next = checkThatSaysWhose(number);
            next.checkedAt = someTime().addDays(100 + number);
            const auto stored = m_record.record(next, someAuthor());
            if (!stored) {
                m_whose.note("a check cannot be recorded: " + stored.error().detail.toUtf8());
                continue;
            }
            m_whose.see(next.receipt, *stored);
            if (const auto loaded = m_record.load(stored->id))
                m_whose.see(next.receipt, *loaded);
            else
                m_whose.note("what was just recorded cannot be read");
            const auto last = m_record.lastGood(next.receipt);
            if (!last || !last->result.ok() || last->checkedAt != next.checkedAt)
                m_whose.note("what was just recorded is not the last known status");
        }
        lists();
        const auto edited = m_record.editCase(
            sampleReceipt(0), {.client = QStringLiteral("Client of ") + sampleReceipt(0).toString()}, someAuthor());
        const auto removed = m_record.deleteCases({sampleReceipt(1)}, {}, someAuthor());
        if (!edited || !removed)
            m_whose.note("a case cannot be edited or deleted");
        lists();
        if (const auto back =
                removed ? m_record.undoDeletion(removed->number, {}, someAuthor()) : Result<Nothing>(Nothing{});
            !back)
            m_whose.note("a deletion cannot be taken back: " + back.error().detail.toUtf8());
        const auto old = m_record.deleteChecksBefore(someTime().addDays(-1), someAuthor());
        if (!old || old->checks != 0)
            m_whose.note("something was deleted as old that is not");
        lists();
    }
    //! Edits that must stand afterwards, and a deletion for good.
    void editAndPurge()
    {
        if (noteRefused())
            return;
        const QString client = QStringLiteral("New client of ") + sampleReceipt(3).toString();
        const auto edited = m_record.editCase(sampleReceipt(3), {.client = client}, someAuthor());
        const auto found = m_record.findCase(sampleReceipt(3));
        if (!edited || !found || found->details.client != client)
            m_whose.note("what was just written on a case does not stand there");
        const std::vector<SavedFilter> filters{{QStringLiteral("three"), {.failed = true}}};
        const auto saved = m_record.saveFilters(filters, someAuthor());
        const auto savedThere = m_record.savedFilters();
        if (!saved || !savedThere || *savedThere != filters)
            m_whose.note("what was just saved as filters is not there");
        const auto removed = m_record.deleteCases({sampleReceipt(2)}, {}, someAuthor());
        const auto purged = m_record.purgeDeleted(someAuthor());
        // SQLite itself refuses to delete rows that an index was not told of.
        if (!removed || (!purged && !purged.error().detail.contains(QStringLiteral("malformed"))))
            m_whose.note("what is deleted cannot be purged");
        if (const auto gone = m_record.findCase(sampleReceipt(2)); gone)
            m_whose.note("a case is there after it was deleted");
        if (const auto error = readIn(m_record))
            m_whose.note("it cannot be read in any more: " + error->detail.toUtf8());
        lists();
        visit();
    }
    [[nodiscard]] const QByteArray &problem() const { return m_whose.problem(); }
    //! The checks that could be read whole, by their numbers; and how many rows of checks there are.
    [[nodiscard]] const std::set<qint64> &readableChecks() const { return m_readable; }
    [[nodiscard]] int readable() const { return int(m_readable.size()); }
    [[nodiscard]] int rows() const { return m_rows; }

private:
    bool noteRefused()
    {
        if (m_refused)
            m_whose.note("it does not open: " + m_refused->detail.toUtf8());
        return m_refused.has_value();
    }
    void lists()
    {
        for (const ListSort sort : {ListSort::Newest, ListSort::Receipt, ListSort::Confirmed}) {
            const auto checks = m_record.checks({.criteria = {.sort = sort}}, someTime());
            const auto cases = m_record.cases({.criteria = {.sort = sort}}, someTime());
            if (!checks || !cases)
                return m_whose.note("a list cannot be had");
            for (const CheckRow &row : checks->rows) {
                m_whose.see(row);
                m_ids.insert(row.id);
            }
            for (const CaseRow &row : cases->rows)
                m_whose.see(row);
        }
        if (!m_record.cases({.criteria = {.filter = {.text = QStringLiteral("approved"),
                                                     .tags = {QStringLiteral("none")},
                                                     .notConfirmedForDays = 3}}},
                            someTime()))
            m_whose.note("nothing can be looked for");
    }
    void visit()
    {
        WhoseVisitor checks;
        const auto shown = m_record.show(m_record.idsWithin({}, someTime()), checks, false);
        WhoseVisitor cases;
        const auto casesShown =
            m_record.showCases(m_record.idsWithin({.what = VisitScope::What::Cases}, someTime()), cases, false);
        if (shown || casesShown)
            m_whose.note("it cannot be exported");
        m_whose.note(checks.whose.problem());
        m_whose.note(cases.whose.problem());
        m_readable = checks.readable;
        m_rows = checks.rows;
    }
    void singly()
    {
        for (int number = 0; number < damagedCases; ++number) {
            const ReceiptNumber receipt = sampleReceipt(number);
            if (const auto found = m_record.findCase(receipt))
                m_whose.see(receipt, *found);
            if (const auto last = m_record.lastGood(receipt))
                m_whose.see(receipt, *last);
        }
        for (int id = 0; id <= damagedChecks + 1; ++id)
            m_ids.insert(id);
        for (const qint64 id : m_ids) {
            const auto outcome = m_record.load(id);
            if (outcome)
                m_whose.see(*outcome);
            else if (outcome.error().code == ErrorCode::Unreadable)
                m_unreadable.insert(id);
        }
        if (!m_record.officeNotes() || !m_record.savedFilters() || !m_record.filterChoices()
            || !m_record.casesOfClient(QStringLiteral("x"))
            || !m_record.countChecksBefore(someTime().addDays(7), someAuthor())
            || !m_record.findOldChecks(someTime().addDays(7)) || !m_record.countCases({sampleReceipt(0)}))
            m_whose.note("what the office wrote cannot be had");
    }
    //! Of each check that cannot be read it is said why; what is exported of it has no key in it, and nothing in clear.
    void inspectUnreadable()
    {
        const QByteArray key = m_record.dataKey().view().toByteArray();
        for (const qint64 id : m_unreadable) {
            const auto found = m_record.inspect(id);
            if (!found || !found->damage)
                return m_whose.note("it is not said why a check cannot be read");
            const QByteArray json = damagedCheckJson(*found);
            for (const QByteArray &secret : {key, key.toBase64(), QByteArray("Client of"), QByteArray("EAC9999")}) {
                if (json.contains(secret))
                    m_whose.note("an exported row holds what is secret");
            }
        }
    }

    RecordDatabase m_record;
    std::optional<Error> m_refused;
    WhoseIsIt m_whose;
    std::set<qint64> m_ids;
    std::set<qint64> m_unreadable;
    std::set<qint64> m_readable;
    int m_rows = 0;
};

} // namespace linterna::test
