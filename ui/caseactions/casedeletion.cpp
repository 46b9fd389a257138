// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/caseactions/casedeletion.h"

#include "lib/recordkeeping/erasing.h"
#include "lib/text/searchtext.h"
#include "ui/widgets/question.h"
#include "ui/words/errortext.h"

#include <QLocale>

#include <algorithm>
#include <iterator>
#include <memory>

namespace linterna {

namespace {

//! Receipt numbers that the question names at most; nobody would read more.
constexpr std::size_t mostNamed = 5;

RecordSteps::Name nameOf(const std::vector<ReceiptNumber> &receipts)
{
    return {.kind = RecordSteps::Kind::Deletion,
            .receipt = receipts.size() == 1 ? receipts.front().toString() : QString(),
            .cases = int(receipts.size())};
}

QString listOf(const std::vector<ReceiptNumber> &receipts)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(receipts.size(), mostNamed); ++i)
        names << receipts[i].toString();
    const int more = int(receipts.size()) - int(names.size());
    const QString named = names.join(QStringLiteral(", "));
    return more == 0 ? named : CaseDeletion::tr("%1 and %Ln more", nullptr, more).arg(named);
}

} // namespace

CaseDeletion::CaseDeletion(HistoryStore &history, RecordSteps &steps, const QString &folder, QWidget *window)
    : QObject(window), m_history(history), m_steps(steps), m_folder(folder), m_window(window)
{}

void CaseDeletion::fail(const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        emit told(tr("Nothing was deleted. %1").arg(errorLine(error, QDateTime::currentDateTimeUtc())), true, false);
}

void CaseDeletion::ask(const std::vector<ReceiptNumber> &receipts)
{
    if (receipts.empty())
        return;
    if (receipts.size() > 1)
        return count({.receipts = receipts});
    m_history.findCase(receipts.front())->onFinished(this, [this, receipts](const Result<CaseRow> &row) {
        count({.receipts = receipts, .client = row ? row->details.client : QString()});
    });
}

void CaseDeletion::askClientOf(const ReceiptNumber &receipt)
{
    m_history.findCase(receipt)->onFinished(this, [this, receipt](const Result<CaseRow> &row) {
        const QString client = row ? row->details.client : QString();
        if (client.isEmpty())
            return count({.receipts = {receipt}});
        m_history.casesOfClient(client)->onFinished(
            this, [this, client](const Result<std::vector<ReceiptNumber>> &all) {
                if (all)
                    addFilters({.receipts = *all, .client = client, .all = true});
                else
                    fail(all.error());
            });
    });
}

void CaseDeletion::addFilters(const Wish &wish)
{
    m_history.savedFilters()->onFinished(this, [this, wish](const Result<std::vector<SavedFilter>> &filters) {
        if (!filters)
            return fail(filters.error());
        Wish whole = wish;
        const QByteArray client = searchable(wish.client);
        std::ranges::copy_if(*filters, std::back_inserter(whole.filters), [&](const SavedFilter &each) {
            return searchable(each.filter.text).contains(client) || searchable(each.name).contains(client);
        });
        count(whole);
    });
}

void CaseDeletion::count(Wish wish)
{
    wish.olderHistories = olderHistories(m_folder);
    m_history.countCases(wish.receipts)->onFinished(this, [this, wish](const Result<Removed> &count) {
        if (!count)
            fail(count.error());
        else if (count->cases == 0)
            emit told(tr("There is nothing to delete: the history does not hold it."), false, false);
        else
            newQuestion(
                wish, *count, [this, wish] { removeAndTell(wish); }, m_window)
                ->open();
    });
}

Question *CaseDeletion::newQuestion(const Wish &wish, const Removed &count, std::function<void()> agreed,
                                    QWidget *window)
{
    const int cases = int(count.cases);
    const bool one = wish.receipts.size() == 1;
    QString heading =
        one ? tr("Delete case %1?").arg(wish.receipts.front().toString()) : tr("Delete %Ln case(s)?", nullptr, cases);
    if (wish.all)
        heading = tr("Delete everything about %1?").arg(wish.client);
    QStringList sentences;
    if (one && !wish.all && !wish.client.isEmpty())
        sentences << tr("Client: %1.").arg(wish.client);
    if (wish.all || !one)
        sentences << tr("%Ln case(s): %1.", nullptr, cases).arg(listOf(wish.receipts));
    sentences << tr("%Ln check(s) will be deleted, with all that your office wrote.", nullptr, int(count.checks));
    for (const SavedFilter &filter : wish.filters)
        sentences << tr("The saved filter “%1” names the client and is deleted too.").arg(filter.name);
    sentences << tr("It can be undone until the program is closed.");
    if (!wish.olderHistories.isEmpty())
        sentences
            << tr("Older histories are kept in files of their own and stay as they are; delete them yourself when nobody "
                  "needs them any more: %1")
                   .arg(wish.olderHistories.join(QStringLiteral(", ")));
    auto *question = new Question(heading, sentences.join(QLatin1Char('\n')), window);
    question->addChoice(tr("Delete"), std::move(agreed));
    question->addChoice(tr("Cancel"));
    return question;
}

void CaseDeletion::removeAndTell(const Wish &wish)
{
    remove(wish, [this, wish](const std::optional<Removed> &removed) {
        if (!removed)
            return;
        m_steps.push(stepOf(wish, *removed));
        sayDeleted(nameOf(wish.receipts), *removed);
    });
}

void CaseDeletion::remove(const Wish &wish, const Done &done)
{
    m_history.removeCases(wish.receipts)->onFinished(this, [this, wish, done](const Result<Removed> &removed) {
        if (!removed) {
            fail(removed.error());
            return done({});
        }
        if (!wish.filters.empty())
            changeFilters([gone = wish.filters](std::vector<SavedFilter> filters) {
                std::erase_if(filters,
                              [&](const SavedFilter &each) { return std::ranges::find(gone, each) != gone.end(); });
                return filters;
            });
        emit deleted(wish.receipts);
        done(*removed);
    });
}

void CaseDeletion::changeFilters(const std::function<std::vector<SavedFilter>(std::vector<SavedFilter>)> &change)
{
    m_history.savedFilters()->onFinished(this, [this, change](const Result<std::vector<SavedFilter>> &filters) {
        if (!filters)
            return fail(filters.error());
        m_history.saveFilters(change(*filters))->onFinished(this, [this](const Result<Nothing> &saved) {
            if (!saved)
                fail(saved.error());
        });
    });
}

void CaseDeletion::sayDeleted(const RecordSteps::Name &name, const Removed &removed)
{
    const QString checks = tr("%Ln check(s)", nullptr, int(removed.checks));
    emit told((name.receipt.isEmpty() ? tr("%Ln case(s) deleted (%1)", nullptr, int(removed.cases)).arg(checks)
                                      : tr("Case %1 deleted (%2)").arg(name.receipt, checks)),
              false, true);
}

RecordSteps::Step CaseDeletion::stepOf(const Wish &wish, const Removed &removed)
{
    // Number of the deletion in the record, for takeBack(); deleting again after an undo gives another one.
    const auto number = std::make_shared<qint64>(removed.number);
    const RecordSteps::Name name = nameOf(wish.receipts);
    return {.name = name,
            .undo = [this, wish, number](const RecordSteps::Done &done) { takeBack(wish, *number, done); },
            .redo =
                [this, wish, name, number](const RecordSteps::Done &done) {
                    remove(wish, [this, name, number, done](const std::optional<Removed> &again) {
                        if (again)
                            *number = again->number;
                        done(again.has_value());
                        if (again)
                            sayDeleted(name, *again);
                    });
                }};
}

void CaseDeletion::takeBack(const Wish &wish, qint64 number, const RecordSteps::Done &done)
{
    m_history.takeBack(number)->onFinished(this, [this, wish, done](const Result<Nothing> &back) {
        // A deletion that has been purged from the file cannot be undone: the step counts as undone and is not offered
        // again.
        const bool gone = !back && back.error().code == ErrorCode::Invalid;
        done(back.ok() || gone);
        if (gone)
            return emit told(tr("The deletion cannot be undone any more: it was already taken out of the file."), true,
                             false);
        if (!back) {
            emit told(
                tr("The deletion was not undone. %1").arg(errorLine(back.error(), QDateTime::currentDateTimeUtc())),
                true, false);
            return;
        }
        if (!wish.filters.empty())
            changeFilters(
                [again = wish.filters](const std::vector<SavedFilter> &filters) { return together(again, filters); });
        const RecordSteps::Name name = nameOf(wish.receipts);
        emit told(name.receipt.isEmpty() ? tr("%Ln case(s) are back", nullptr, name.cases)
                                         : tr("Case %1 is back").arg(name.receipt),
                  false, false);
    });
}

} // namespace linterna
