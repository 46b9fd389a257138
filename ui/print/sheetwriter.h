// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/job.h"
#include "ui/print/sheet.h"

#include <optional>

class QPrinter;
class QThread;

namespace linterna {

//! Prints documents or saves them into files, each on a thread of its own, so that the GUI thread never waits.
class SheetWriter : public QObject
{
    Q_OBJECT
public:
    explicit SheetWriter(QObject *parent = nullptr);
    //! Stops the jobs that can be stopped and waits for the others.
    ~SheetWriter() override;

    using Progress = std::shared_ptr<SheetProgress>;
    //! Saves a sheet as a PDF (see pdfOf()): completely, or the file stays as it was. The file is readable by its owner
    //! only. Cancelling the job stops it. Errors: Storage, Cancelled.
    [[nodiscard]] JobOf<Nothing> *save(std::shared_ptr<const Sheet> sheet, const std::optional<QPageLayout> &paper,
                                       const QString &path, const Progress &progress);
    //! Prints a sheet with the printer's own paper. The job can be cancelled until the first page goes out. Errors:
    //! Storage, Cancelled.
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
