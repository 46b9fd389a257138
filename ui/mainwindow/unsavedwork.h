// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/checkservice.h"

#include <QPointer>

namespace linterna {

class Banner;
class CaseCard;
class Question;

//! Says in a banner what waits to be saved and why, and asks before the window closes without it.
class UnsavedWork : public QObject
{
    Q_OBJECT
public:
    //! `window`: parent of the question, and of this object.
    UnsavedWork(CheckService &checks, Record &history, Banner &banner, CaseCard &card, QWidget *window);

    //! Whether the window may close. Where something waits it asks; once that is saved, or is not wanted, it closes the
    //! window itself.
    [[nodiscard]] bool mayClose();

private:
    void update();
    [[nodiscard]] int count() const;
    [[nodiscard]] QString text() const;

    CheckService &m_checks;
    Record &m_history;
    Banner &m_banner;
    QWidget *m_window;
    QPointer<Question> m_question;
    bool m_leave = false;
};

} // namespace linterna
