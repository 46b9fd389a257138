// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/exportwriter.h"

#include "lib/base/guarded.h"

namespace linterna {

namespace {

constexpr std::size_t exportedAtOnce = 128;
constexpr qsizetype bytesAtOnce = qsizetype{512} * 1024;
constexpr std::size_t mostWaiting = 2;

} // namespace

ExportWriter::ExportWriter(const QString &file, const ExportOptions &options)
    : m_file(file, options.mayStream), m_rows(rowWriterFor(options))
{}

ExportWriter::~ExportWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.clear();
    }
    end();
}

std::optional<Error> ExportWriter::open()
{
    if (auto error = m_file.open())
        return error;
    m_rows->begin(m_block);
    m_thread = std::thread([this] { work(); });
    return {};
}

namespace {

//! Bytes of raw replies and requests in a row: a reply may have a megabyte.
qsizetype bytesOf(const CheckOutcome &outcome)
{
    qsizetype bytes = outcome.rawReply.size();
    for (const HttpTranscript &transcript : outcome.transcripts)
        bytes += transcript.requestBody.size() + transcript.replyBody.size();
    return bytes;
}

} // namespace

std::optional<Error> ExportWriter::add(const RecordEvent &event)
{
    m_nextBytes += event.canonical.size();
    m_next.events.push_back(event);
    return handOverFull();
}

std::optional<Error> ExportWriter::add(CheckRow row, std::optional<CheckOutcome> outcome, std::optional<CaseRow> ofCase)
{
    m_nextBytes += outcome ? bytesOf(*outcome) : 0;
    m_next.rows.push_back({std::move(row), std::move(outcome), std::move(ofCase)});
    return handOverFull();
}

std::optional<Error> ExportWriter::handOverFull()
{
    const bool full = m_next.events.size() + m_next.rows.size() >= exportedAtOnce || m_nextBytes >= bytesAtOnce;
    return full ? handOver() : std::nullopt;
}

std::optional<Error> ExportWriter::handOver()
{
    Batch full = std::exchange(m_next, {});
    m_nextBytes = 0;
    std::vector<Batch> written;
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.size() < mostWaiting || m_error; });
    m_waiting.push_back(std::move(full));
    written.swap(m_written);
    auto error = m_error;
    lock.unlock();
    m_changed.notify_all();
    if (!written.empty())
        m_next = std::move(written.front()); // its room is used again
    m_next.events.clear();
    m_next.rows.clear();
    return error;
}

std::optional<Error> ExportWriter::finish()
{
    if (auto error = handOver())
        return error;
    end();
    if (!m_error)
        m_error = m_file.write(m_block);
    return m_error;
}

void ExportWriter::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void ExportWriter::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return !m_waiting.empty() || m_ended; });
        if (m_waiting.empty() || m_error)
            return;
        Batch batch = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        auto error = guarded<std::optional<Error>>([&] { return write(batch); });
        lock.lock();
        m_written.push_back(std::move(batch));
        m_error = std::move(error);
        m_changed.notify_all();
    }
}

std::optional<Error> ExportWriter::write(const Batch &batch)
{
    for (const RecordEvent &event : batch.events)
        m_rows->event(m_block, event);
    for (const auto &[row, outcome, ofCase] : batch.rows)
        m_rows->row(m_block, row, outcome, ofCase ? &*ofCase : nullptr);
    auto error = m_file.write(m_block);
    m_block.resize(0); // keeps its room
    return error;
}

} // namespace linterna
