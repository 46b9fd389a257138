// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/casedeletion.h"

#include "common/errortext.h"
#include "common/question.h"

#include <QLocale>

#include <memory>

namespace linterna {

namespace {

//! More receipt numbers nobody reads in a question.
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

CaseDeletion::CaseDeletion(HistoryStore &history, RecordSteps &steps, QWidget *window)
    : QObject(window), m_history(history), m_steps(steps), m_window(window)
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
        m_history.casesOfClient(client)->onFinished(this, [this, client](const Result<std::vector<ReceiptNumber>> &all) {
            if (all)
                count({.receipts = *all, .client = client, .all = true});
            else
                fail(all.error());
        });
    });
}

void CaseDeletion::count(const Wish &wish)
{
    m_history.countCases(wish.receipts)->onFinished(this, [this, wish](const Result<Removed> &count) {
        if (!count)
            fail(count.error());
        else if (count->cases == 0)
            emit told(tr("There is nothing to delete: the history does not hold it."), false, false);
        else
            newQuestion(wish, *count, [this, receipts = wish.receipts] { removeAndTell(receipts); }, m_window)->open();
    });
}

Question *CaseDeletion::newQuestion(const Wish &wish, const Removed &count, std::function<void()> agreed,
                                    QWidget *window)
{
    const int cases = int(count.cases);
    const bool one = wish.receipts.size() == 1;
    QString heading = one ? tr("Delete case %1?").arg(wish.receipts.front().toString())
                          : tr("Delete %Ln case(s)?", nullptr, cases);
    if (wish.all)
        heading = tr("Delete everything about %1?").arg(wish.client);
    QStringList sentences;
    if (one && !wish.all && !wish.client.isEmpty())
        sentences << tr("Client: %1.").arg(wish.client);
    if (wish.all || !one)
        sentences << tr("%Ln case(s): %1.", nullptr, cases).arg(listOf(wish.receipts));
    sentences << tr("%Ln check(s) will be deleted, with all that your office wrote.", nullptr, int(count.checks));
    sentences << tr("It can be undone until the program is closed.");
    auto *question = new Question(heading, sentences.join(QLatin1Char('\n')), window);
    question->addChoice(tr("Delete"), std::move(agreed));
    question->addChoice(tr("Cancel"));
    return question;
}

void CaseDeletion::removeAndTell(const std::vector<ReceiptNumber> &receipts)
{
    remove(receipts, [this, receipts](const std::optional<Removed> &removed) {
        if (!removed)
            return;
        m_steps.push(stepOf(receipts, *removed));
        sayDeleted(nameOf(receipts), *removed);
    });
}

void CaseDeletion::remove(const std::vector<ReceiptNumber> &receipts, const Done &done)
{
    m_history.removeCases(receipts)->onFinished(this, [this, receipts, done](const Result<Removed> &removed) {
        if (removed) {
            emit deleted(receipts);
            return done(*removed);
        }
        fail(removed.error());
        done({});
    });
}

void CaseDeletion::sayDeleted(const RecordSteps::Name &name, const Removed &removed)
{
    const QString checks = tr("%Ln check(s)", nullptr, int(removed.checks));
    emit told((name.receipt.isEmpty() ? tr("%Ln case(s) deleted (%1)", nullptr, int(removed.cases)).arg(checks)
                                      : tr("Case %1 deleted (%2)").arg(name.receipt, checks)),
              false, true);
}

RecordSteps::Step CaseDeletion::stepOf(const std::vector<ReceiptNumber> &receipts, const Removed &removed)
{
    // Each time that they are deleted it is under another number.
    const auto number = std::make_shared<qint64>(removed.number);
    const RecordSteps::Name name = nameOf(receipts);
    return {.name = name,
            .undo = [this, name, number](const RecordSteps::Done &done) { takeBack(name, *number, done); },
            .redo =
                [this, receipts, name, number](const RecordSteps::Done &done) {
                    remove(receipts, [this, name, number, done](const std::optional<Removed> &again) {
                        if (again)
                            *number = again->number;
                        done(again.has_value());
                        if (again)
                            sayDeleted(name, *again);
                    });
                }};
}

void CaseDeletion::takeBack(const RecordSteps::Name &name, qint64 number, const RecordSteps::Done &done)
{
    m_history.takeBack(number)->onFinished(this, [this, name, done](const Result<Nothing> &back) {
        done(back.ok());
        if (!back)
            emit told(tr("The deletion was not undone. %1").arg(errorLine(back.error(), QDateTime::currentDateTimeUtc())),
                      true, false);
        else
            emit told(name.receipt.isEmpty() ? tr("%Ln case(s) are back", nullptr, name.cases)
                                             : tr("Case %1 is back").arg(name.receipt),
                      false, false);
    });
}

} // namespace linterna
