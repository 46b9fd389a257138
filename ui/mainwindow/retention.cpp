// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/retention.h"

#include "common/errortext.h"
#include "common/question.h"
#include "settings/retentiondialog.h"

namespace linterna {

using namespace std::chrono_literals;

Retention::Retention(HistoryStore &history, Settings &settings, Clock &clock, RecordSteps &steps, QWidget *window)
    : QObject(window), m_history(history), m_settings(settings), m_clock(clock), m_steps(steps), m_window(window)
{
    connect(&m_settings, &Settings::retentionChanged, this, &Retention::run);
}

void Retention::choose()
{
    auto *dialog = new RetentionDialog(m_settings.retentionMonths(), m_window);
    connect(dialog, &RetentionDialog::chosen, this, &Retention::ask);
    dialog->open();
}

//! Nothing is deleted before the person knows how much.
void Retention::ask(int months)
{
    if (months == 0 || months == m_settings.retentionMonths())
        return m_settings.setRetentionMonths(months);
    m_history.countChecksBefore(m_clock.now().addMonths(-months))
        ->onFinished(this, [this, months](const Result<Removed> &old) {
            if (!old)
                emit told(tr("Old checks were not deleted. %1").arg(errorLine(old.error(), m_clock.now())), true,
                          false);
            else if (old->checks == 0)
                m_settings.setRetentionMonths(months);
            else
                askToDelete(months, *old);
        });
}

void Retention::askToDelete(int months, const Removed &old)
{
    QStringList sentences{tr("They are older than %1.").arg(tr("%Ln month(s)", nullptr, months))};
    if (old.cases > 0)
        sentences << tr("%Ln case(s) have no newer check and are deleted whole, with all that your office wrote.",
                        nullptr, int(old.cases));
    sentences << tr(
        "It can be undone until the program is closed. From then on what grows that old is deleted each day.");
    auto *question = new Question(tr("Delete %Ln check(s) now?", nullptr, int(old.checks)),
                                  sentences.join(QLatin1Char('\n')), m_window);
    question->addChoice(tr("Delete"), [this, months] { m_settings.setRetentionMonths(months); });
    question->addChoice(tr("Cancel"));
    question->open();
}

void Retention::run()
{
    removeOld();
    m_tomorrow = m_clock.after(24h, [this] { run(); });
}

void Retention::removeOld()
{
    const int months = m_settings.retentionMonths();
    if (months == 0)
        return;
    const QDateTime before = m_clock.now().addMonths(-months);
    remove(before, [this, before, months](const std::optional<Removed> &removed) {
        if (!removed || removed->checks == 0)
            return;
        m_steps.push(stepOf(before, months, *removed));
        sayDeleted(*removed, months);
    });
}

void Retention::remove(const QDateTime &before, const Done &done)
{
    m_history.removeChecksBefore(before)->onFinished(this, [this, done](const Result<Removed> &removed) {
        if (removed)
            return done(*removed);
        if (removed.error().code != ErrorCode::Cancelled)
            emit told(tr("Old checks were not deleted. %1").arg(errorLine(removed.error(), m_clock.now())), true,
                      false);
        done({});
    });
}

RecordSteps::Step Retention::stepOf(const QDateTime &before, int months, const Removed &removed)
{
    const auto number = std::make_shared<qint64>(removed.number);
    const auto undo = [this, number](const RecordSteps::Done &done) {
        m_history.takeBack(*number)->onFinished(this, [this, done](const Result<Nothing> &back) {
            done(back.ok());
            if (back)
                emit told(tr("The old checks are back until the next start or the next day"), false, false);
            else
                emit told(tr("The deletion was not undone. %1").arg(errorLine(back.error(), m_clock.now())), true,
                          false);
        });
    };
    const auto redo = [this, before, months, number](const RecordSteps::Done &done) {
        remove(before, [this, months, number, done](const std::optional<Removed> &again) {
            if (again)
                *number = again->number;
            done(again.has_value());
            if (again)
                sayDeleted(*again, months);
        });
    };
    return {.name = {.kind = RecordSteps::Kind::OldChecks, .cases = int(removed.cases)}, .undo = undo, .redo = redo};
}

void Retention::sayDeleted(const Removed &removed, int months)
{
    const QString age = tr("%Ln month(s)", nullptr, months);
    emit told(tr("%Ln check(s) older than %1 deleted", nullptr, int(removed.checks)).arg(age), false, true);
}

} // namespace linterna
