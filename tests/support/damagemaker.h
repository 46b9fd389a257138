// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/sqlite/database.h"

#include <QStringList>

#include <functional>
#include <set>

//! Damages to a record's file: flipped bits, exchanged values, and the matrix of all columns.
namespace linterna::test {

//! A damage to a record's file: its description, the SQL statements that do it, and what they change.
struct Damage {
    QByteArray what;
    QStringList sql;
    QString table;
    QString column = {}; //!< Empty: the whole table.
    //! Numbers of the rows that are changed; none: all of the table.
    QStringList rows = {};

    //! The statements as one text, for alterFile().
    [[nodiscard]] QByteArray script() const { return sql.join(QStringLiteral("; ")).toUtf8() + "; "; }
    //! The same with the unique indexes out of the way, which are not told of the change.
    [[nodiscard]] QByteArray scriptBesideIndexes() const
    {
        const QByteArray unique = "FROM sqlite_schema WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE%'; ";
        return "PRAGMA writable_schema=ON; CREATE TEMP TABLE aside AS SELECT * " + unique + "DELETE " + unique
            + "PRAGMA writable_schema=RESET; " + script()
            + "PRAGMA writable_schema=ON; INSERT INTO sqlite_schema SELECT * FROM aside; PRAGMA writable_schema=RESET";
    }
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
                    all.push_back(
                        inRow(column, row, "bit " + QByteArray::number(qulonglong(bit)), QString::number(flipped)));
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
            for (Damage &damage : exchangesOf(column, rowsOf(column)))
                all.push_back(std::move(damage));
        }
        return all;
    }
    //! Each integer column set to numbers that nobody gave, each other one emptied, cut in half, changed by a bit, and each
    //! exchanged with the next row's: in one row of the table, contents of `events` in one of each kind, exchanges of a
    //! small table in each; and, as far as the schema allows it, in all rows. Each table emptied. `inEveryRow`: in each
    //! row, one at a time.
    [[nodiscard]] std::vector<Damage> matrix(bool inEveryRow = false) const
    {
        std::vector<Damage> all;
        std::size_t turn = 0; // so that not all damages are in the same row
        for (const Column &column : columns()) {
            const std::vector<Cell> cells = rowsOf(column);
            if (cells.empty())
                continue;
            const QString &type = cells.front().type;
            const QStringList kinds = column.table == QLatin1StringView("events") ? firstOfKinds() : QStringList();
            const auto isWanted = [&](std::size_t place, const QString &row, std::size_t count) {
                if (inEveryRow || kinds.isEmpty())
                    return inEveryRow || place == turn % count;
                return type == QLatin1StringView("integer") ? row == kinds[qsizetype(turn) % kinds.size()]
                                                            : kinds.contains(row);
            };
            for (const Change &change : changesOf(column, type)) {
                ++turn;
                std::vector<Cell> full = cells;
                std::erase_if(full, [&change](const Cell &cell) { return change.value(cell).isEmpty(); });
                for (std::size_t i = 0; i < full.size(); ++i) {
                    if (isWanted(i, full[i].row, full.size()))
                        all.push_back(inRow(column, full[i].row, change.what, change.value(full[i])));
                }
                if (!change.inAllRows.isEmpty())
                    all.push_back(
                        {nameOf(column) + " of all " + change.what,
                         {QStringLiteral("UPDATE %1 SET %2 = %3 WHERE length(%2) > 1 OR typeof(%2) = 'integer'")
                              .arg(column.table, column.name, change.inAllRows)},
                         column.table,
                         column.name});
            }
            const std::vector<Damage> exchanged = exchangesOf(column, cells);
            for (std::size_t i = 0; i < exchanged.size(); ++i) {
                constexpr std::size_t small = 6;
                if (cells.size() <= small || isWanted(i, exchanged[i].rows.front(), exchanged.size()))
                    all.push_back(exchanged[i]);
            }
        }
        for (const QString &table : tables())
            all.push_back({table.toLatin1() + " emptied", {QStringLiteral("DELETE FROM %1").arg(table)}, table});
        return all;
    }
    [[nodiscard]] QStringList tables() const
    {
        return texts(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table'"));
    }
    //! Whether the schema itself allows a column no two rows with the same value: then all of them cannot be damaged alike.
    [[nodiscard]] bool isUnique(const QString &table, const QString &column) const
    {
        Rows rows = m_database->query(
            QStringLiteral("SELECT 1 FROM pragma_table_info('%1') WHERE name = '%2' AND pk > 0 UNION SELECT 1 FROM"
                           " pragma_index_list('%1') AS list, pragma_index_info(list.name) AS info WHERE list.origin ="
                           " 'u' AND info.name = '%2'")
                .arg(table, column));
        return rows.next();
    }
    //! The checks that have to do with what is damaged: all others must stay as they are.
    [[nodiscard]] std::set<qint64> concernedBy(const Damage &damage) const
    {
        static const QHash<QString, QString> conditions{
            {QStringLiteral("checks"), QStringLiteral("id IN (%1)")},
            {QStringLiteral("events"), QStringLiteral("event IN (%1)")},
            {QStringLiteral("cases"), QStringLiteral("case_id IN (%1)")},
            {QStringLiteral("answers"), QStringLiteral("answer_id IN (%1)")},
            {QStringLiteral("transcripts"), QStringLiteral("id IN (%1)")},
            {QStringLiteral("texts"),
             QStringLiteral(
                 "answer_id IN (SELECT id FROM answers WHERE heading IN (%1) OR text_en IN (%1) OR text_es IN"
                 " (%1) OR reply IN (%1))")},
            {QStringLiteral("words"),
             QStringLiteral("connection IN (%1) OR asked_by IN (%1) OR outcome IN (%1) OR change IN (%1) OR category IN"
                            " (%1)")}};
        std::set<qint64> found;
        const auto condition = conditions.constFind(damage.table);
        if (condition == conditions.cend())
            return found;
        const QString these =
            damage.rows.isEmpty() ? QStringLiteral("SELECT rowid FROM ") + damage.table : damage.rows.join(u',');
        Rows rows = m_database->query(QStringLiteral("SELECT id FROM checks WHERE ") + condition->arg(these));
        while (rows.next())
            found.insert(rows.integer(0));
        return found;
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
    struct Change {
        QByteArray what;
        //! SQL for the new value of a cell; empty: it cannot be changed so.
        std::function<QString(const Cell &)> value;
        //! SQL for the new values of all rows at once; empty: not done.
        QString inAllRows;
    };

    [[nodiscard]] QStringList texts(const QString &sql) const
    {
        QStringList found;
        Rows rows = m_database->query(sql);
        while (rows.next())
            found << rows.text(0);
        return found;
    }
    [[nodiscard]] QStringList firstOfKinds() const
    {
        return texts(QStringLiteral("SELECT min(rowid) FROM events GROUP BY kind"));
    }
    [[nodiscard]] std::vector<Column> columns() const
    {
        std::vector<Column> all;
        for (const QString &table : tables()) {
            Rows columns = m_database->query(QStringLiteral("PRAGMA table_info(%1)").arg(table));
            while (columns.next())
                all.push_back({table, columns.text(1), columns.integer(5) != 0});
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
    [[nodiscard]] static std::vector<Change> changesOf(const Column &column, const QString &type)
    {
        std::vector<Change> all;
        if (type == QLatin1StringView("integer")) {
            for (const char *number : {"-1", "0", "2147483648", "4294967297", "9223372036854775807"}) {
                const QString value = QString::fromLatin1(number);
                all.push_back({QByteArray("is ") + number,
                               [value](const Cell &cell) { return cell.literal == value ? QString() : value; }, value});
            }
            return all;
        }
        const QString nothing = type == QLatin1StringView("blob") ? QStringLiteral("x''") : QStringLiteral("''");
        const auto isFull = [](const Cell &cell) { return cell.literal.size() > 3; };
        return {
            {"is empty", [=](const Cell &cell) { return isFull(cell) ? nothing : QString(); }, nothing},
            {"is cut in half", [=](const Cell &cell) { return isFull(cell) ? halfOf(cell.literal) : QString(); },
             halfOf(column.name)},
            {"is changed by a bit", [=](const Cell &cell) { return isFull(cell) ? bitChanged(cell) : QString(); }, {}}};
    }
    //! Literals are x'0123' and 'text'.
    [[nodiscard]] static QString halfOf(const QString &value)
    {
        return QStringLiteral("substr(%1, 1, length(%1) / 2)").arg(value);
    }
    [[nodiscard]] static QString bitChanged(const Cell &cell)
    {
        constexpr QStringView digits = u"0123456789ABCDEF";
        QString literal = cell.literal;
        QChar &middle = literal[literal.size() / 2];
        middle =
            cell.type == QLatin1StringView("blob") ? digits[digits.indexOf(middle) ^ 1] : QChar(middle.unicode() ^ 1);
        return literal;
    }
    [[nodiscard]] static std::vector<Damage> exchangesOf(const Column &column, const std::vector<Cell> &rows)
    {
        std::vector<Damage> all;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const Cell &one = rows[i - 1];
            const Cell &other = rows[i];
            if (one.literal == other.literal)
                continue;
            const QString aside = one.type == QLatin1StringView("blob") ? QStringLiteral("x'0123'")
                : one.type == QLatin1StringView("text")                 ? QStringLiteral("'aside'")
                                                                        : QStringLiteral("-999");
            all.push_back({nameOf(column) + " of " + one.row.toLatin1() + " with " + other.row.toLatin1(),
                           {setTo(column, one.row, aside), setTo(column, other.row, one.literal),
                            setTo(column, column.isRowId ? aside : one.row, other.literal)},
                           column.table,
                           column.name,
                           {one.row, other.row}});
        }
        return all;
    }
    static Damage inRow(const Column &column, const QString &row, const QByteArray &what, const QString &value)
    {
        return {nameOf(column) + " of " + row.toLatin1() + ' ' + what,
                {setTo(column, row, value)},
                column.table,
                column.name,
                {row}};
    }
    static QString setTo(const Column &column, const QString &row, const QString &value)
    {
        return QStringLiteral("UPDATE %1 SET %2 = %3 WHERE rowid = %4").arg(column.table, column.name, value, row);
    }
    static QByteArray nameOf(const Column &column)
    {
        return QStringLiteral("%1.%2").arg(column.table, column.name).toLatin1();
    }

    std::shared_ptr<Database> m_database;
};

} // namespace linterna::test
