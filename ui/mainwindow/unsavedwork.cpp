// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/unsavedwork.h"

#include "ui/casecard/casecard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/question.h"
#include "ui/words/errortext.h"

namespace linterna {

UnsavedWork::UnsavedWork(CheckService &checks, Record &history, Banner &banner, CaseCard &card, QWidget *window)
    : QObject(window), m_checks(checks), m_history(history), m_banner(banner), m_window(window)
{
    connect(&m_checks.unstored(), &UnstoredChecks::changed, this, &UnsavedWork::update);
    connect(&m_history, &Record::waitingWritesChanged, this, &UnsavedWork::update);
    connect(&m_checks.unstored(), &UnstoredChecks::stored, &card, [&card](const CheckOutcome &outcome) {
        const auto &shown = card.outcome();
        if (shown && shown->receipt == outcome.receipt && shown->checkedAt == outcome.checkedAt)
            card.showOutcome(outcome, false); // removes the note that the answer is not saved
    });
}

int UnsavedWork::count() const
{
    return m_checks.unstored().count() + m_history.waitingWrites();
}

QString UnsavedWork::text() const
{
    if (count() == 0)
        return {};
    const Error why = m_checks.unstored().why().value_or(Error{.code = ErrorCode::StorageBusy});
    const QString what = m_checks.unstored().count() > 0
        ? tr("%Ln answer(s) are not saved yet.", nullptr, m_checks.unstored().count())
        : tr("%Ln change(s) are not saved yet.", nullptr, m_history.waitingWrites());
    return what + QLatin1Char(' ') + errorLine(why) + QLatin1Char(' ')
        + tr("Linterna saves this by itself as soon as it can. Leave it open until then.");
}

void UnsavedWork::update()
{
    m_banner.say([this] { return text(); });
    if (count() > 0 || !m_question)
        return;
    m_question->close();
    m_window->close(); // as the person wanted before
}

bool UnsavedWork::mayClose()
{
    if (count() == 0 || m_leave)
        return true;
    if (m_question)
        return false;
    m_question = new Question(tr("%Ln answer(s) or change(s) are not saved yet", nullptr, count()),
                              tr("Linterna is trying to save them and then closes by itself.") + QLatin1Char('\n')
                                  + errorLine(m_checks.unstored().why().value_or(Error{.code = ErrorCode::StorageBusy}))
                                  + QLatin1Char('\n') + tr("What is not saved is lost when you close now."),
                              m_window);
    m_question->addChoice(tr("Leave Linterna open"));
    m_question->addChoice(tr("Close and lose them"), [this] {
        m_leave = true;
        m_window->close();
    });
    connect(m_question, &QDialog::finished, this, [this] { m_question.clear(); });
    m_question->open();
    return false;
}

} // namespace linterna
