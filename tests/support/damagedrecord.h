// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recorddatabase.h"
#include "tests/support/outcomes.h"
#include "tests/support/samplerecord.h"
#include "tests/support/testrecord.h"

//! A record in which every text names its receipt number, damages to its file (a flipped bit, two exchanged values),
//! and a check that nothing is shown under another receipt number after them.
namespace linterna::test {

inline constexpr int damagedChecks = 20;
inline constexpr int damagedCases = 4;

//! Check `number` of twenty checks of four cases; every fifth got no answer. All its texts name its receipt number.
inline CheckOutcome checkThatSaysWhose(int number)
{
    using namespace Qt::Literals::StringLiterals;
    const ReceiptNumber receipt = sampleReceipt(number % damagedCases);
    const QString name = receipt.toString();
    CheckOutcome outcome = goodOutcome(caseStatus(receipt));
    if (number % 5 == 4) {
        outcome =
            badOutcome({.code = ErrorCode::Server, .httpStatus = 503, .serverMessage = u"busy "_s + name}, receipt);
    } else {
        const QString word = number % 3 == 0 ? u"Received"_s : u"Approved"_s;
        outcome.result->title = {u"%1 Was %2"_s.arg(name, word), u"%1 fue %2"_s.arg(name, word)};
        outcome.result->description = {u"We have %1 at hand, no. %2."_s.arg(name).arg(number / 8),
                                       u"Tenemos %1."_s.arg(name)};
        outcome.transcripts = {{.method = "GET", .status = 200, .replyBody = outcome.rawReply}};
    }
    outcome.checkedAt = someTime().addDays(number);
    return outcome;
}

[[nodiscard]] inline std::optional<Error> makeRecordThatSaysWhose(const QString &file)
{
    RecordDatabase record;
    if (const auto opened = record.open({file, sampleKey()}, someAuthor()); !opened)
        return opened.error();
    for (int number = 0; number < damagedChecks; ++number) {
        if (const auto stored = record.record(checkThatSaysWhose(number), someAuthor()); !stored)
            return stored.error();
    }
    for (int number = 0; number < damagedCases; ++number) {
        const ReceiptNumber receipt = sampleReceipt(number);
        const CaseDetails details{.client = QStringLiteral("Client of ") + receipt.toString(), .onHold = number == 1};
        if (const auto edited = record.editCase(receipt, details, someAuthor()); !edited)
            return edited.error();
    }
    const auto filters =
        record.saveFilters({{QStringLiteral("one"), {}}, {QStringLiteral("two"), {.failed = true}}}, someAuthor());
    return filters ? std::nullopt : std::optional(filters.error());
}

//! A damage to a record's file: its description, the SQL statements that do it, and the table they change.
struct Damage {
    QByteArray what;
    QStringList sql;
    QString table;
};

//! Makes damages for a record's file. Takes all tables and columns from the schema, so that new ones are damaged too.
class DamageMaker
{
public:
    explicit DamageMaker(std::shared_ptr<Database> database) : m_database(std::move(database)) {}

    //! A damage for each bit of each integer column of each row; where `rowsOfEach` is not 0, of only so many rows,
    //! which are other ones for each bit.
    [[nodiscard]] std::vector<Damage> flippedBits(std::size_t rowsOfEach = 0) const
    {
        std::vector<Damage> all;
        for (const Column &column : columns()) {
            const auto rows = rowsOf(column);
            for (std::size_t bit = 0; bit < 64; ++bit) {
                for (std::size_t i = 0; i < (rowsOfEach == 0 ? rows.size() : std::min(rowsOfEach, rows.size())); ++i) {
                    const auto &[row, type, literal] = rows[rowsOfEach == 0 ? i : (bit + i) % rows.size()];
                    if (type != QLatin1StringView("integer"))
                        continue;
                    const auto flipped = qint64(quint64(literal.toLongLong()) ^ (Q_UINT64_C(1) << bit));
                    all.push_back({nameOf(column, row) + " bit " + QByteArray::number(qulonglong(bit)),
                                   {setTo(column, row, QString::number(flipped))},
                                   column.table});
                }
            }
        }
        return all;
    }
    //! For each column and each row, a damage that exchanges the value with the next row's.
    [[nodiscard]] std::vector<Damage> exchanges() const
    {
        std::vector<Damage> all;
        for (const Column &column : columns()) {
            const auto rows = rowsOf(column);
            for (std::size_t i = 1; i < rows.size(); ++i) {
                const Cell &one = rows[i - 1];
                const Cell &other = rows[i];
                if (one.literal == other.literal)
                    continue;
                const QString aside = one.type == QLatin1StringView("blob") ? QStringLiteral("x'0123'")
                    : one.type == QLatin1StringView("text")                 ? QStringLiteral("'aside'")
                                                                            : QStringLiteral("-999");
                all.push_back({nameOf(column, one.row) + " with " + other.row.toLatin1(),
                               {setTo(column, one.row, aside), setTo(column, other.row, one.literal),
                                setTo(column, column.isRowId ? aside : one.row, other.literal)},
                               column.table});
            }
        }
        return all;
    }

private:
    struct Column {
        QString table;
        QString name;
        bool isRowId;
    };
    struct Cell {
        QString row;
        QString type;
        QString literal;
    };

    [[nodiscard]] std::vector<Column> columns() const
    {
        std::vector<Column> all;
        Rows tables = m_database->query(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table'"));
        while (tables.next()) {
            Rows columns = m_database->query(QStringLiteral("PRAGMA table_info(%1)").arg(tables.text(0)));
            while (columns.next())
                all.push_back({tables.text(0), columns.text(1), columns.integer(5) != 0});
        }
        return all;
    }
    [[nodiscard]] std::vector<Cell> rowsOf(const Column &column) const
    {
        std::vector<Cell> cells;
        Rows rows = m_database->query(QStringLiteral("SELECT rowid, typeof(%2), quote(%2) FROM %1 ORDER BY rowid")
                                          .arg(column.table, column.name));
        while (rows.next())
            cells.push_back({rows.text(0), rows.text(1), rows.text(2)});
        return cells;
    }
    static QString setTo(const Column &column, const QString &row, const QString &literal)
    {
        return QStringLiteral("UPDATE %1 SET %2 = %3 WHERE rowid = %4").arg(column.table, column.name, literal, row);
    }
    static QByteArray nameOf(const Column &column, const QString &row)
    {
        return QStringLiteral("%1.%2 of %3").arg(column.table, column.name, row).toLatin1();
    }

    std::shared_ptr<Database> m_database;
};

//! Examines what is shown, and notes the first text that does not name the receipt number under which it is shown.
class WhoseIsIt
{
public:
    void see(const CheckRow &row)
    {
        compare(row.receipt, "the list of checks", {row.title.en, row.title.es, row.details.client});
    }
    void see(const CaseRow &row)
    {
        compare(row.receipt, "the list of cases", {row.title.en, row.title.es, row.details.client});
    }
    void see(const CheckOutcome &outcome)
    {
        QStringList texts;
        if (outcome.result.ok()) {
            const CaseStatus &status = *outcome.result;
            texts << status.receipt.toString() << status.title.en << status.description.en << status.description.es
                  << QString::fromLatin1(outcome.rawReply);
        } else if (outcome.id != 0) {
            texts << outcome.result.error().serverMessage;
        }
        if (outcome.previous)
            texts << outcome.previous->receipt.toString() << outcome.previous->title.en
                  << outcome.previous->description.en;
        compare(outcome.receipt, "a whole check", texts);
    }
    //! Examines a result of a query by receipt number, which must be about `asked`.
    template<class T>
    void see(const ReceiptNumber &asked, const T &came)
    {
        if (std::optional<ReceiptNumber>(came.receipt) != asked)
            note("another case than the one that was asked for");
        see(came);
    }
    [[nodiscard]] const QByteArray &problem() const { return m_problem; }
    void note(const QByteArray &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

private:
    void compare(const std::optional<ReceiptNumber> &receipt, const char *where, const QStringList &texts)
    {
        for (const QString &text : texts) {
            if (!text.isEmpty() && (!receipt || !text.contains(receipt->toString())))
                note(where + QByteArray(": \"") + text.toUtf8() + "\" under "
                     + (receipt ? receipt->toString().toLatin1() : QByteArray("nothing")));
        }
    }
    QByteArray m_problem;
};

} // namespace linterna::test
