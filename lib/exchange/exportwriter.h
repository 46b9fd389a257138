// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/exchange/exportfile.h"
#include "lib/exchange/rowwriters.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace linterna {

//! Makes the lines of an export and writes them, on a thread of its own while the next rows are read: either takes
//! about as long as the other. Holds a few hundred rows, fewer where they are long, and lets the reader wait rather
//! than hold more.
class ExportWriter
{
public:
    ExportWriter(const QString &file, const ExportOptions &options);
    //! Drops the file if it was not committed.
    ~ExportWriter();
    Q_DISABLE_COPY_MOVE(ExportWriter)

    [[nodiscard]] bool wantsRequests() const { return m_rows->wantsRequests(); }
    [[nodiscard]] bool wantsEvents() const { return m_rows->wantsEvents(); }
    //! Before the first event and row.
    [[nodiscard]] std::optional<Error> open();
    //! Adds an event, before the first row. An Error may be that of an event before.
    [[nodiscard]] std::optional<Error> add(const RecordEvent &event);
    //! Adds a row. An Error may be that of a row before.
    [[nodiscard]] std::optional<Error> add(CheckRow row, std::optional<CheckOutcome> outcome,
                                           std::optional<CaseRow> ofCase = {});
    //! After the last row: waits until all are written.
    [[nodiscard]] std::optional<Error> finish();
    //! Call after finish(). The file takes the place of an older one.
    [[nodiscard]] std::optional<Error> commit() { return m_file.commit(); }

private:
    struct Row {
        CheckRow row;
        std::optional<CheckOutcome> outcome;
        std::optional<CaseRow> ofCase;
    };
    struct Batch {
        std::vector<RecordEvent> events;
        std::vector<Row> rows;
    };

    //! Hands the next batch over when it is large enough.
    [[nodiscard]] std::optional<Error> handOverFull();
    [[nodiscard]] std::optional<Error> handOver();
    void work();
    [[nodiscard]] std::optional<Error> write(const Batch &batch);
    void end();

    ExportFile m_file; //!< The thread's, while it runs.
    std::unique_ptr<RowWriter> m_rows;
    QByteArray m_block;
    Batch m_next;
    qsizetype m_nextBytes = 0; //!< Size of m_next, as far as what is in it may be long.

    std::mutex m_mutex;
    std::condition_variable m_changed;
    // Guarded by the mutex.
    std::deque<Batch> m_waiting;
    //! Written; freed by the reader, who made them: memory that another thread frees makes both wait for each other.
    std::vector<Batch> m_written;
    bool m_ended = false;
    std::optional<Error> m_error;
    std::thread m_thread;
};

} // namespace linterna
