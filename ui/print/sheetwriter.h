// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "print/sheet.h"

#include <optional>

class QPrinter;
class QThread;

namespace linterna {

//! Puts documents on paper or into files, each on a thread of its own, so that the window's never waits for it.
class SheetWriter : public QObject
{
    Q_OBJECT
public:
    explicit SheetWriter(QObject *parent = nullptr);
    //! Stops what can be stopped and waits for the rest.
    ~SheetWriter() override;

    using Progress = std::shared_ptr<SheetProgress>;
    //! As a PDF (see pdfOf()): all of it, or the file stays as it was; readable by its owner alone. Cancelling stops it.
    //! Errors: Storage, Cancelled.
    [[nodiscard]] JobOf<Nothing> *save(std::shared_ptr<const Sheet> sheet, const std::optional<QPageLayout> &paper,
                                       const QString &path, const Progress &progress);
    //! On the printer, with the paper that is set there. Cancelling stops it until the first page goes out.
    //! Errors: as above.
    [[nodiscard]] JobOf<Nothing> *print(std::shared_ptr<const Sheet> sheet, std::shared_ptr<QPrinter> printer,
                                        const Progress &progress);

private:
    [[nodiscard]] JobOf<Nothing> *start(std::function<Result<Nothing>()> work, const Progress &progress);

    struct Running {
        QThread *thread;
        Progress progress;
    };
    std::vector<Running> m_running;
};

} // namespace linterna
