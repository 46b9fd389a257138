// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/sheetwriter.h"

#include "lib/base/guarded.h"
#include "lib/base/wholefile.h"
#include "ui/print/sheetpainter.h"

#include <QPrinter>
#include <QThread>

namespace linterna {

SheetWriter::SheetWriter(QObject *parent) : QObject(parent) {}

SheetWriter::~SheetWriter()
{
    for (const Running &running : m_running)
        running.progress->stopped = true;
    for (const Running &running : m_running) {
        running.thread->wait();
        delete running.thread;
    }
}

JobOf<Nothing> *SheetWriter::save(std::shared_ptr<const Sheet> sheet, const std::optional<QPageLayout> &paper,
                                  const QString &path, const Progress &progress)
{
    const auto work = [sheet = std::move(sheet), paper, path, progress]() -> Result<Nothing> {
        if (!isExactName(path)) // the file would get another name that looks the same
            return Error{.code = ErrorCode::Storage,
                         .detail = path + QStringLiteral(": this name cannot be written exactly")};
        const Result<QByteArray> pdf = pdfOf(*sheet, paper, *progress);
        if (!pdf)
            return pdf.error();
        if (progress->stopped)
            return Error{.code = ErrorCode::Cancelled};
        return writeWholeFile(path, *pdf);
    };
    return start(work, progress);
}

JobOf<Nothing> *SheetWriter::print(std::shared_ptr<const Sheet> sheet, std::shared_ptr<QPrinter> printer,
                                   const Progress &progress)
{
    return start([sheet = std::move(sheet), printer = std::move(printer),
                  progress] { return paintSheet(*sheet, *printer, *progress); },
                 progress);
}

JobOf<Nothing> *SheetWriter::start(std::function<Result<Nothing>()> work, const Progress &progress)
{
    auto *job = new JobOf<Nothing>(this);
    const auto result = std::make_shared<Result<Nothing>>(Error{.code = ErrorCode::Cancelled});
    QThread *thread = QThread::create([work = std::move(work), result] { *result = guarded<Result<Nothing>>(work); });
    m_running.push_back({thread, progress});
    connect(job, &Job::cancelled, this, [progress] { progress->stopped = true; });
    connect(thread, &QThread::finished, this, [this, thread, result, job = QPointer(job)] {
        std::erase_if(m_running, [thread](const Running &each) { return each.thread == thread; });
        thread->deleteLater();
        if (job)
            job->finish(*result);
    });
    thread->start();
    return job;
}

} // namespace linterna
