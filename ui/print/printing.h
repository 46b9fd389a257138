// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/casewords.h"
#include "print/listwords.h"
#include "print/printquestion.h"
#include "print/sheetwriter.h"

namespace linterna {

//! From the window to paper: asks what is to stand there and where it goes, and says how that went.
class Printing : public QObject
{
    Q_OBJECT
public:
    //! `window` is what dialogs stand in front of, and owns this.
    Printing(Settings &settings, bool practice, QWidget *window);

    void askCase(const CheckOutcome &outcome, const CaseDetails &details, PrintWay way);
    //! Rows, `total` and `at` are taken from here; language and masking the person is asked for.
    void askList(const ListPaper &list, PrintWay way);
    //! Puts it into a file at once.
    void save(std::shared_ptr<const Sheet> sheet, const std::optional<QPageLayout> &paper, const QString &path);

signals:
    //! How it went, in one line, for the view and for assistive technology.
    void said(const QString &message);

private:
    void go(const std::shared_ptr<const Sheet> &sheet, PrintWay way, const QString &fileName);
    void choosePrinter(const std::shared_ptr<const Sheet> &sheet);
    void chooseFile(const std::shared_ptr<const Sheet> &sheet, const QString &fileName);
    void print(std::shared_ptr<const Sheet> sheet, std::shared_ptr<QPrinter> printer);
    void tell(const QString &heading, const QString &text);
    void fail(const QString &heading, const Error &error);
    [[nodiscard]] QStringList languages() const;

    Settings &m_settings;
    bool m_practice;
    QWidget *m_window;
    SheetWriter m_writer;
};

} // namespace linterna
