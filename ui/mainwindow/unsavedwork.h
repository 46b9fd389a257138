// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkservice.h"

#include <QPointer>

namespace linterna {

class Banner;
class CaseCard;
class Question;

//! Says what waits to be saved and why, and keeps the window from closing on it unasked.
class UnsavedWork : public QObject
{
    Q_OBJECT
public:
    //! `window` is what the question stands in front of, and owns this.
    UnsavedWork(CheckService &checks, HistoryStore &history, Banner &banner, CaseCard &card, QWidget *window);

    //! Whether the window may close. Where something waits it asks; once that is saved, or is not wanted, it closes the
    //! window itself.
    [[nodiscard]] bool mayClose();

private:
    void update();
    [[nodiscard]] int count() const;
    [[nodiscard]] QString text() const;

    CheckService &m_checks;
    HistoryStore &m_history;
    Banner &m_banner;
    QWidget *m_window;
    QPointer<Question> m_question;
    bool m_leave = false;
};

} // namespace linterna
