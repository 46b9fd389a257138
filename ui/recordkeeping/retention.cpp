// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordkeeping/retention.h"

#include "ui/recordkeeping/retentiondialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/question.h"
#include "ui/words/dates.h"
#include "ui/words/errortext.h"

namespace linterna {

using namespace std::chrono_literals;
using About = DeletionRules::Doubt::About;

Retention::Retention(Record &history, Settings &settings, Clock &clock, const QDateTime &built, UndoStack &steps,
                     Banner &banner, QWidget *window)
    : QObject(window), m_history(history), m_settings(settings), m_clock(clock), m_built(built), m_steps(steps),
      m_banner(banner), m_window(window)
{
    connect(&m_settings, &Settings::retentionChanged, this, &Retention::run);
    connect(&m_banner, &Banner::buttonClicked, this, &Retention::askInDoubt);
}

void Retention::choose()
{
    auto *dialog = new RetentionDialog(m_settings.retentionMonths(), m_window);
    connect(dialog, &RetentionDialog::chosen, this, &Retention::ask);
    dialog->open();
}

//! Counts what would be deleted and asks the person before anything is.
void Retention::ask(int months)
{
    if (months == 0 || (months == m_settings.retentionMonths() && !m_settings.retentionDisagrees()))
        return m_settings.setRetentionMonths(months);
    m_history.countChecksBefore(m_clock.now().addMonths(-months))
        ->onFinished(this, [this, months](const Result<Deletion> &old) {
            if (!old)
                sayFailed(old.error());
            else if (old->checks == 0)
                m_settings.setRetentionMonths(months);
            else
                askToDelete(months, *old);
        });
}

namespace {

//! Sentence about cases that would be deleted whole, because all their checks are that old.
QString casesGoing(const Deletion &old)
{
    return Retention::tr("%Ln case(s) have no newer check and are deleted whole, with all that your office wrote.",
                         nullptr, int(old.cases));
}

QString monthsText(int months)
{
    return Retention::tr("%Ln month(s)", nullptr, months);
}

//! Sentence that says why dates cannot be relied on.
QString doubtText(const DeletionRules::Doubt &doubt, const QDateTime &now)
{
    const QString clock = dateText(now.toLocalTime().date());
    const QString other = dateText(doubt.says.toLocalTime().date());
    switch (doubt.about) {
    case About::Server:
        return Retention::tr("The clock of this computer says %1, but the service says %2.").arg(clock, other);
    case About::Built:
        return Retention::tr("The clock of this computer says %1, but this program was made on %2.").arg(clock, other);
    case About::LastStart:
        return Retention::tr("The clock of this computer says %1, but Linterna was last used on %2.").arg(clock, other);
    case About::NewestCheck:
        return Retention::tr("The clock of this computer says %1, but the newest check is of %2.").arg(clock, other);
    case About::Order:
        return Retention::tr("Some old checks were recorded after newer ones, so the clock was wrong at one time.");
    case About::Choice:
        return Retention::tr("The settings were damaged or changed, so it is not certain how long checks are to be "
                             "kept.");
    }
    Q_UNREACHABLE();
}

} // namespace

void Retention::askToDelete(int months, const Deletion &old)
{
    QStringList sentences{tr("They are older than %1.").arg(monthsText(months))};
    if (old.cases > 0)
        sentences << casesGoing(old);
    sentences << tr(
        "It can be undone until the program is closed. From then on what grows that old is deleted each day.");
    auto *question = new Question(tr("Delete %Ln check(s) now?", nullptr, int(old.checks)),
                                  sentences.join(QLatin1Char('\n')), m_window);
    question->addChoice(tr("Delete"), [this, months] { agree(months); });
    question->addChoice(tr("Cancel"));
    question->open();
}

Question *Retention::newQuestion(const DeletionRules::Doubt &doubt, int months, const Deletion &old,
                                 const QDateTime &now, std::function<void()> agreed, QWidget *window)
{
    QStringList sentences{doubtText(doubt, now), tr("If the date is wrong, set it right first and keep the checks.")};
    if (doubt.about == About::Choice)
        sentences.back() = tr("Choose anew with File, How long the history is kept.");
    if (old.cases > 0)
        sentences << casesGoing(old);
    auto *question =
        new Question(tr("Delete %Ln check(s) older than %1?", nullptr, int(old.checks)).arg(monthsText(months)),
                     sentences.join(QLatin1Char('\n')), window);
    question->addChoice(tr("Keep them"));
    question->addChoice(tr("Delete"), std::move(agreed));
    return question;
}

void Retention::run()
{
    if (m_agreed)
        return;
    removeOld();
    m_tomorrow = m_clock.after(24h, [this] { run(); });
}

std::optional<QDateTime> Retention::serverTime() const
{
    return m_serverAhead ? std::optional(m_clock.now().addMSecs(m_serverAhead->count())) : std::nullopt;
}

DeletionRules::Witnesses Retention::witnesses(const OldChecks &old) const
{
    return {.now = m_clock.now(),
            .built = m_built,
            .lastStart = m_settings.lastStart(),
            .newestCheck = old.newest,
            .server = serverTime(),
            .outOfOrder = old.outOfOrder,
            .choiceDisagrees = m_settings.retentionDisagrees()};
}

void Retention::removeOld()
{
    const int months = m_settings.retentionMonths();
    const QDateTime before = m_clock.now().addMonths(-months);
    m_history.findOldChecks(before)->onFinished(this, [this, before, months](const Result<OldChecks> &old) {
        if (!old) {
            if (months > 0)
                sayFailed(old.error());
            return;
        }
        const DeletionRules::Witnesses known = witnesses(*old);
        if (DeletionRules::clockAgrees(known))
            m_settings.setLastStart(known.now);
        m_doubt = months > 0 && old->any ? DeletionRules::doubt(known) : std::nullopt;
        showDoubt();
        if (months > 0 && old->any && !m_doubt)
            removeAndTell(before, months);
    });
}

void Retention::showDoubt()
{
    m_banner.say(
        [this] {
            return m_doubt ? doubtText(*m_doubt, m_clock.now()) + QLatin1Char(' ')
                    + tr("Old checks are not deleted until you have decided.")
                           : QString();
        },
        [] { return tr("Decide…"); });
}

void Retention::askInDoubt()
{
    if (!m_doubt || m_question)
        return;
    const int months = m_settings.retentionMonths();
    m_history.countChecksBefore(m_clock.now().addMonths(-months))
        ->onFinished(this, [this, months](const Result<Deletion> &old) {
            if (!old)
                return sayFailed(old.error());
            if (!m_doubt || m_question)
                return;
            m_question = newQuestion(
                *m_doubt, months, *old, m_clock.now(), [this, months] { agree(months); }, m_window);
            connect(m_question, &QDialog::finished, this, [this] { // not again today, whatever the answer
                m_doubt.reset();
                showDoubt();
            });
            m_question->open();
        });
}

//! The person has agreed to the deletion, knowing the date and the number of checks: sets the months and deletes.
void Retention::agree(int months)
{
    const QDateTime now = m_clock.now();
    m_settings.setLastStart(now);
    m_agreed = true; // setting the months below deletes nothing by itself
    m_settings.setRetentionMonths(months);
    m_agreed = false;
    removeAndTell(now.addMonths(-months), months);
}

void Retention::noteServerTime(const QDateTime &server, bool sameComputer)
{
    const QDateTime now = m_clock.now();
    m_serverAhead = std::chrono::milliseconds(now.msecsTo(server));
    const DeletionRules::Witnesses both{.now = now, .built = m_built, .server = server};
    const DeletionRules::Witnesses start{.now = now, .built = {}, .lastStart = m_settings.lastStart()};
    const bool known = m_settings.lastStart() && DeletionRules::clockAgrees(start);
    if (sameComputer || known || !DeletionRules::clockAgrees(both))
        return;
    m_settings.setLastStart(now); // an independent clock confirms this one
    run();
}

void Retention::removeAndTell(const QDateTime &before, int months)
{
    remove(before, [this, before, months](const std::optional<Deletion> &removed) {
        if (!removed || removed->checks == 0)
            return;
        m_steps.push(stepOf(before, months, *removed));
        sayDeleted(*removed, months);
    });
}

void Retention::remove(const QDateTime &before, const Done &done)
{
    m_history.deleteChecksBefore(before)->onFinished(this, [this, before, done](const Result<Deletion> &removed) {
        if (removed) {
            emit deleted(before);
            return done(*removed);
        }
        sayFailed(removed.error());
        done({});
    });
}

void Retention::sayFailed(const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        emit told(tr("Old checks were not deleted. %1").arg(errorLine(error)), true, false);
}

UndoStack::Step Retention::stepOf(const QDateTime &before, int months, const Deletion &removed)
{
    const auto number = std::make_shared<qint64>(removed.number);
    const auto undo = [this, number](const UndoStack::Done &done) {
        m_history.undoDeletion(*number)->onFinished(this, [this, done](const Result<Nothing> &back) {
            const bool gone = !back && back.error().code == ErrorCode::Invalid; // was purged: not offered again
            done(back.ok() || gone);
            if (gone)
                emit told(tr("The deletion cannot be undone any more: it was already taken out of the file."), true,
                          false);
            else if (back)
                emit told(tr("The old checks are back until the next start or the next day"), false, false);
            else
                emit told(tr("The deletion was not undone. %1").arg(errorLine(back.error())), true, false);
        });
    };
    const auto redo = [this, before, months, number](const UndoStack::Done &done) {
        remove(before, [this, months, number, done](const std::optional<Deletion> &again) {
            if (again)
                *number = again->number;
            done(again.has_value());
            if (again)
                sayDeleted(*again, months);
        });
    };
    return {.name = {.kind = UndoStack::Kind::OldChecks, .cases = int(removed.cases)}, .undo = undo, .redo = redo};
}

void Retention::sayDeleted(const Deletion &removed, int months)
{
    emit told(tr("%Ln check(s) older than %1 deleted", nullptr, int(removed.checks)).arg(monthsText(months)), false,
              true);
}

} // namespace linterna
