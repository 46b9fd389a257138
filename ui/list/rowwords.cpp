// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/rowwords.h"

#include "lib/text/characters.h"
#include "lib/text/safehtml.h"
#include "ui/style/statuslook.h"
#include "ui/words/dates.h"

#include <QCoreApplication>
#include <QLocale>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

struct RowTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::ListModel)
};

constexpr int newsDays = 7;

QString whatChanged(Change change)
{
    switch (change) {
    case Change::None:
        return {};
    case Change::First:
        return RowTexts::tr("First answer", "what a check brought");
    case Change::Unchanged:
        return RowTexts::tr("Unchanged", "what a check brought");
    case Change::Formatting:
        return RowTexts::tr("Formatting only", "what a check brought");
    case Change::Wording:
        return RowTexts::tr("Wording", "what a check brought");
    case Change::Timeline:
        return RowTexts::tr("Timeline", "what a check brought");
    case Change::Date:
        return RowTexts::tr("Date", "what a check brought");
    case Change::Status:
        return RowTexts::tr("Status", "what a check brought");
    }
    return {};
}

QString changeText(const ListRow &row, ListKind list, const QDateTime &now)
{
    const QString what = whatChanged(row.change);
    if (list == ListKind::Checks || !row.changedAt)
        return list == ListKind::Checks ? what : QString();
    return shortMomentText(*row.changedAt, now) + u" · "_s + what;
}

QString whoAsked(AskedBy asked)
{
    switch (asked) {
    case AskedBy::Batch:
        return RowTexts::tr("List", "who asked: a list of receipt numbers");
    case AskedBy::Watch:
        return RowTexts::tr("Watch", "who asked: the program, in its turn");
    case AskedBy::Person:
        break;
    }
    return RowTexts::tr("Person", "who asked");
}

QString categoryWord(const ListRow &row)
{
    return row.confirmedAt ? lookOf(row.category, lightColors()).word : QString();
}

//! A notice that must not be overlooked, for the start of a row's second line; empty where there is none.
QString notable(const ListRow &row, bool news, const QDateTime &now)
{
    if (row.error && row.confirmedAt) // the last check did not confirm the status shown
        return RowTexts::tr("No answer %1", "when").arg(shortMomentText(row.checkedAt, now));
    return news ? RowTexts::tr("Changed") : QString();
}

} // namespace

bool isNews(const ListRow &row, const QDateTime &now)
{
    if (row.change <= Change::Formatting || !row.changedAt)
        return false;
    return row.changedAt == row.confirmedAt || row.changedAt->daysTo(now) < newsDays;
}

QString shownTitle(const ListRow &row, qsizetype most)
{
    const bool spanish = QLocale().language() == QLocale::Spanish;
    const QString &wanted = spanish ? row.title.es : row.title.en;
    const QString &other = spanish ? row.title.en : row.title.es;
    return oneLine(safeTitle(wanted.isEmpty() ? other : wanted), most);
}

RowWords wordsOf(const ListRow &row, const QDateTime &now)
{
    RowWords words;
    const QDateTime when = row.confirmedAt.value_or(row.checkedAt);
    words.when = when.isValid() ? shortMomentText(when, now) : QString();
    if (row.unreadable) {
        words.receipt = RowTexts::tr("Cannot be read");
        words.detail = RowTexts::tr("Saved with another key, or damaged");
        return words;
    }
    // Longer text does not fit into a row, and would still be measured each time the row is painted.
    constexpr qsizetype most = 300;
    words.receipt = row.receipt ? row.receipt->toString() : QString();
    words.status = row.confirmedAt ? categoryWord(row) : row.error ? lookOf(*row.error, lightColors()).word : QString();
    words.changed = isNews(row, now);
    QStringList parts{notable(row, words.changed, now), oneLine(row.details.client, most),
                      oneLine(safeTitle(row.formType), most), shownTitle(row, most)};
    parts.removeAll(QString());
    words.detail = parts.join(u" · "_s);
    return words;
}

QString cellText(const ListRow &row, ListColumn column, ListKind list, const QDateTime &now, qsizetype most)
{
    if (row.unreadable && column != ListColumn::Checked)
        return {};
    const auto moment = [&now](const QDateTime &at) { return at.isValid() ? shortMomentText(at, now) : QString(); };
    switch (column) {
    case ListColumn::Case:
        return row.receipt ? row.receipt->toString() : QString();
    case ListColumn::Status:
        return wordsOf(row, now).status;
    case ListColumn::Client:
        return oneLine(row.details.client, most);
    case ListColumn::Form:
        return oneLine(safeTitle(row.formType), most);
    case ListColumn::Title:
        return shownTitle(row, most);
    case ListColumn::Category:
        return categoryWord(row);
    case ListColumn::Confirmed:
        return row.confirmedAt ? moment(*row.confirmedAt) : QString();
    case ListColumn::Changed:
        return changeText(row, list, now);
    case ListColumn::Checked:
        return moment(row.checkedAt);
    case ListColumn::Connection:
        return oneLine(row.connection, most);
    case ListColumn::HttpStatus:
        return row.httpStatus > 0 ? QString::number(row.httpStatus) : QString();
    case ListColumn::AskedBy:
        return whoAsked(row.askedBy);
    case ListColumn::Tags:
        return oneLine(row.details.tags.join(u", "_s), most);
    case ListColumn::Note:
        return oneLine(row.details.note, most);
    }
    return {};
}

} // namespace linterna
