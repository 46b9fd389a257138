// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/listwords.h"

#include "lib/base/log.h"
#include "lib/i18n/languagescope.h"
#include "lib/text/characters.h"
#include "ui/print/casewords.h"
#include "ui/words/dates.h"
#include "ui/words/errortext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace linterna {

namespace {

struct ListSheetTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::ListSheet)
};

//! Characters of a title at most, more than any that USCIS gives. Cuts other texts, so that a row never fills a page.
constexpr qsizetype longestTitle = 400;
constexpr qsizetype longestForm = 16;

QString receiptCell(const std::optional<ReceiptNumber> &receipt, bool masked)
{
    if (!receipt)
        return ListSheetTexts::tr("unreadable");
    return masked ? receipt->masked() : receipt->toString();
}

QString titleText(const BilingualText &title, bool masked)
{
    const bool spanish = spokenSpanish();
    QString text = safeTitle(spanish ? title.es : title.en);
    if (text.isEmpty())
        text = safeTitle(spanish ? title.en : title.es);
    if (text.isEmpty())
        text = ListSheetTexts::tr("USCIS gave no title");
    text = oneLine(text, longestTitle);
    return masked ? maskReceiptNumbers(text) : text;
}

QString errorTitle(ErrorCode code)
{
    return errorText(Error{.code = code}, {}).title;
}

QString dayOf(const QDateTime &utc)
{
    return utc.isValid() ? shortDateText(utc.toLocalTime().date()) : QString();
}

QString changeWord(Change change)
{
    static constexpr std::array words{
        "", // None
        QT_TRANSLATE_NOOP("linterna::ListSheet", "first check"),
        QT_TRANSLATE_NOOP("linterna::ListSheet", "unchanged"),
        QT_TRANSLATE_NOOP("linterna::ListSheet", "same words"),
        QT_TRANSLATE_NOOP("linterna::ListSheet", "wording"),
        QT_TRANSLATE_NOOP("linterna::ListSheet", "timeline"),
        QT_TRANSLATE_NOOP("linterna::ListSheet", "dates"),
        QT_TRANSLATE_NOOP("linterna::ListSheet", "status"),
    };
    return change == Change::None ? QString() : ListSheetTexts::tr(words[static_cast<std::size_t>(change)]);
}

QStringList with(QStringList cells, const QString &client, bool names)
{
    if (names)
        cells.insert(1, oneLine(client, CaseDetails::LongestClient));
    return cells;
}

QStringList cellsOf(const CaseRow &row, bool masked, bool names)
{
    QString status = row.confirmedAt ? titleText(row.title, masked) : QString();
    if (row.error) {
        const QString failed =
            ListSheetTexts::tr("Last check %1: %2").arg(dayOf(row.checkedAt), errorTitle(*row.error));
        status = status.isEmpty() ? failed : status + u'\n' + failed;
    }
    QString changed = row.changedAt ? dayOf(*row.changedAt) : QString();
    if (row.changedAt && row.change > Change::Formatting)
        changed += u'\n' + changeWord(row.change);
    return with({receiptCell(row.receipt, masked), status, oneLine(row.formType, longestForm),
                 row.confirmedAt ? dayOf(*row.confirmedAt) : ListSheetTexts::tr("never"), changed},
                row.details.client, names);
}

QStringList cellsOf(const CheckRow &row, bool masked, bool names)
{
    const QString status = row.error ? errorTitle(*row.error) : titleText(row.title, masked);
    const QString at = dayOf(row.checkedAt) + u' ' + timeText(row.checkedAt.toLocalTime().time());
    return with({receiptCell(row.receipt, masked), row.unreadable ? QString() : status,
                 oneLine(row.formType, longestForm), at, changeWord(row.change)},
                row.details.client, names);
}

} // namespace

int ListPaper::count() const
{
    return std::visit([](const auto &lines) { return int(lines.size()); }, rows);
}

bool ListPaper::hasNames() const
{
    const auto named = [](const auto &row) { return !row.details.client.trimmed().isEmpty(); };
    return !masked && std::visit([&](const auto &lines) { return std::ranges::any_of(lines, named); }, rows);
}

ListWords listWordsOf(const ListPaper &paper)
{
    const LanguageScope language(paper.language);
    const bool cases = std::holds_alternative<std::vector<CaseRow>>(paper.rows);
    ListWords words;
    if (paper.practice)
        words.practice = paperPractice();
    words.title = cases ? ListSheetTexts::tr("Cases") : ListSheetTexts::tr("Checks");
    words.range =
        ListSheetTexts::tr("%1 of %2, as of %3")
            .arg(spokenLocale().toString(paper.count()), spokenLocale().toString(paper.total), paperMoment(paper.at));
    if (paper.masked)
        words.range += QStringLiteral(" · ") + ListSheetTexts::tr("receipt numbers masked, without names");
    words.columns = {{ListSheetTexts::tr("Receipt number"), false, true},
                     {ListSheetTexts::tr("Status"), true, false},
                     {ListSheetTexts::tr("Form"), false, false},
                     {cases ? ListSheetTexts::tr("Last confirmed") : ListSheetTexts::tr("Checked"), false, false},
                     {ListSheetTexts::tr("Changed"), false, false}};
    if (paper.hasNames())
        words.columns.insert(words.columns.begin() + 1, {ListSheetTexts::tr("Client or file number"), true, false});
    words.closing = paperClosing();
    words.foot = words.title + QStringLiteral(" · ") + paperMoment(paper.at);
    if (paper.practice)
        words.foot += QStringLiteral(" · ") + words.practice;
    return words;
}

QStringList listCells(const ListPaper &paper, int row, bool names)
{
    return std::visit([&](const auto &lines) { return cellsOf(lines[std::size_t(row)], paper.masked, names); },
                      paper.rows);
}

} // namespace linterna
