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

UndoStack::Name nameOf(const std::vector<ReceiptNumber> &receipts)
{
    return {.kind = UndoStack::Kind::Deletion,
            .receipt = receipts.size() == 1 ? receipts.front().toString() : QString(),
            .cases = int(receipts.size())};
}

} // namespace

CaseDeletion::CaseDeletion(Record &history, UndoStack &steps, const QString &folder, QWidget *window)
    : QObject(window), m_history(history), m_steps(steps), m_folder(folder), m_window(window)
{}

void CaseDeletion::fail(const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        emit told(tr("Nothing was deleted. %1").arg(errorLine(error)), true, false);
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

void CaseDeletion::addFilters(const DeletionRequest &request)
{
    m_history.savedFilters()->onFinished(this, [this, request](const Result<std::vector<SavedFilter>> &filters) {
        if (!filters)
            return fail(filters.error());
        DeletionRequest whole = request;
        const QByteArray client = searchable(request.client);
        std::ranges::copy_if(*filters, std::back_inserter(whole.filters), [&](const SavedFilter &each) {
            return searchable(each.filter.text).contains(client) || searchable(each.name).contains(client);
        });
        count(whole);
    });
}

void CaseDeletion::count(DeletionRequest request)
{
    request.olderHistories = olderHistories(m_folder);
    m_history.countCases(request.receipts)->onFinished(this, [this, request](const Result<Deletion> &count) {
        if (!count)
            fail(count.error());
        else if (count->cases == 0)
            emit told(tr("There is nothing to delete: the history does not hold it."), false, false);
        else
            newQuestion(
                request, *count, [this, request] { removeAndTell(request); }, m_window)
                ->open();
    });
}

QString CaseDeletion::namesOf(const std::vector<ReceiptNumber> &receipts)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(receipts.size(), mostNamed); ++i)
        names << receipts[i].toString();
    const int more = int(receipts.size()) - int(names.size());
    const QString named = names.join(QStringLiteral(", "));
    return more == 0 ? named : tr("%1 and %Ln more", nullptr, more).arg(named);
}

Question *CaseDeletion::newQuestion(const DeletionRequest &request, const Deletion &count, std::function<void()> agreed,
                                    QWidget *window)
{
    const int cases = int(count.cases);
    const bool one = request.receipts.size() == 1;
    QString heading = one ? tr("Delete case %1?").arg(request.receipts.front().toString())
                          : tr("Delete %Ln case(s)?", nullptr, cases);
    if (request.all)
        heading = tr("Delete everything about %1?").arg(request.client);
    QStringList sentences;
    if (one && !request.all && !request.client.isEmpty())
        sentences << tr("Client: %1.").arg(request.client);
    if (request.all || !one)
        sentences << tr("%Ln case(s): %1.", nullptr, cases).arg(namesOf(request.receipts));
    sentences << tr("%Ln check(s) will be deleted, with all that your office wrote.", nullptr, int(count.checks));
    for (const SavedFilter &filter : request.filters)
        sentences << tr("The saved filter “%1” names the client and is deleted too.").arg(filter.name);
    sentences << tr("It can be undone until the program is closed.");
    if (!request.olderHistories.isEmpty())
        sentences
            << tr("Older histories are kept in files of their own and stay as they are; delete them yourself when nobody "
                  "needs them any more: %1")
                   .arg(request.olderHistories.join(QStringLiteral(", ")));
    auto *question = new Question(heading, sentences.join(QLatin1Char('\n')), window);
    question->addChoice(tr("Delete"), std::move(agreed));
    question->addChoice(tr("Cancel"));
    return question;
}

void CaseDeletion::removeAndTell(const DeletionRequest &request)
{
    remove(request, [this, request](const std::optional<Deletion> &removed) {
        if (!removed)
            return;
        m_steps.push(stepOf(request, *removed));
        sayDeleted(nameOf(request.receipts), *removed);
    });
}

void CaseDeletion::remove(const DeletionRequest &request, const Done &done)
{
    auto *job = m_history.deleteCases(request.receipts, request.filters);
    job->onFinished(this, [this, request, done](const Result<Deletion> &removed) {
        if (!removed) {
            fail(removed.error());
            return done({});
        }
        emit deleted(request.receipts);
        done(*removed);
    });
}

void CaseDeletion::sayDeleted(const UndoStack::Name &name, const Deletion &removed)
{
    const QString checks = tr("%Ln check(s)", nullptr, int(removed.checks));
    emit told((name.receipt.isEmpty() ? tr("%Ln case(s) deleted (%1)", nullptr, int(removed.cases)).arg(checks)
                                      : tr("Case %1 deleted (%2)").arg(name.receipt, checks)),
              false, true);
}

UndoStack::Step CaseDeletion::stepOf(const DeletionRequest &request, const Deletion &removed)
{
    // Number of the deletion in the record, for undoDeletion(); deleting again after an undo gives another one.
    const auto number = std::make_shared<qint64>(removed.number);
    const UndoStack::Name name = nameOf(request.receipts);
    return {.name = name,
            .undo = [this, request, number](const UndoStack::Done &done) { undoDeletion(request, *number, done); },
            .redo =
                [this, request, name, number](const UndoStack::Done &done) {
                    remove(request, [this, name, number, done](const std::optional<Deletion> &again) {
                        if (again)
                            *number = again->number;
                        done(again.has_value());
                        if (again)
                            sayDeleted(name, *again);
                    });
                }};
}

void CaseDeletion::undoDeletion(const DeletionRequest &request, qint64 number, const UndoStack::Done &done)
{
    auto *job = m_history.undoDeletion(number, request.filters);
    job->onFinished(this, [this, request, done](const Result<Nothing> &back) {
        // A deletion that has been purged from the file cannot be undone: the step counts as undone and is not offered
        // again.
        const bool gone = !back && back.error().code == ErrorCode::Invalid;
        done(back.ok() || gone);
        if (gone)
            return emit told(tr("The deletion cannot be undone any more: it was already taken out of the file."), true,
                             false);
        if (!back) {
            emit told(tr("The deletion was not undone. %1").arg(errorLine(back.error())), true, false);
            return;
        }
        const UndoStack::Name name = nameOf(request.receipts);
        emit told(name.receipt.isEmpty() ? tr("%Ln case(s) are back", nullptr, name.cases)
                                         : tr("Case %1 is back").arg(name.receipt),
                  false, false);
    });
}

} // namespace linterna
