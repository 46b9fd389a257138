// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "ui/print/casewords.h"
#include "ui/print/listwords.h"
#include "ui/print/printquestion.h"
#include "ui/print/sheetwriter.h"

namespace linterna {

//! Prints cases and lists, or saves them as PDF: asks what the paper is to hold and where it goes, and says how it
//! went.
class Printing : public QObject
{
    Q_OBJECT
public:
    //! `window`: parent of the dialogs, and of this object.
    Printing(Settings &settings, const Clock &clock, bool practice, QWidget *window);

    void askCase(const CheckOutcome &outcome, const CaseDetails &details, PrintWay way);
    //! Takes rows, `total` and `at` from `list`; asks the person for language and masking.
    void askList(const ListPaper &list, PrintWay way);
    //! Saves `sheet` as a PDF without asking; `paper`: as in SheetWriter::save().
    void save(std::shared_ptr<const Sheet> sheet, const std::optional<QPageLayout> &paper, const QString &path);

signals:
    //! How printing went, in one line, for the view and for assistive technology.
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
    const Clock &m_clock;
    bool m_practice;
    QWidget *m_window;
    SheetWriter m_writer;
};

} // namespace linterna
