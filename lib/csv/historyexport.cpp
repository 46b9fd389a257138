// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/historyexport.h"

#include "csv/exportfile.h"
#include "csv/rowwriters.h"

namespace linterna {

namespace {

//! Written at once.
constexpr qsizetype blockSize = 64 * 1024;

class Exporter : public HistoryVisitor
{
public:
    Exporter(const QString &file, const ExportOptions &options) : m_file(file), m_rows(rowWriterFor(options)) {}

    std::optional<Error> begin() override
    {
        if (auto error = m_file.open())
            return error;
        m_rows->begin(m_block);
        return {};
    }
    std::optional<Error> row(const HistoryRow &row, const std::optional<CheckOutcome> &outcome) override
    {
        m_rows->row(m_block, row, outcome);
        return m_block.size() >= blockSize ? writeBlock() : std::nullopt;
    }
    std::optional<Error> end() override
    {
        auto error = writeBlock();
        return error ? error : m_file.commit();
    }

private:
    std::optional<Error> writeBlock()
    {
        auto error = m_file.write(m_block);
        m_block.resize(0); // keeps its room
        return error;
    }

    ExportFile m_file;
    std::unique_ptr<RowWriter> m_rows;
    QByteArray m_block;
};

} // namespace

JobOf<qint64> *exportHistory(HistoryStore &history, const QString &file, const ExportOptions &options)
{
    return history.visit(std::make_shared<Exporter>(file, options), options.scope);
}

} // namespace linterna
