// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/exchange/recordimport.h"

#include <QFile>

namespace linterna {

//! Imports a complete CSV export. Only its column "check" is read: one check as JSON.
class CsvImport : public RecordImport
{
public:
    explicit CsvImport(const QString &file);

protected:
    NextCheck nextCheck() override;
    qint64 row() const override { return m_reader ? m_reader->row() : 0; }

private:
    [[nodiscard]] std::optional<ImportProblem> begin();
    [[nodiscard]] std::optional<ImportProblem> readHeader();
    [[nodiscard]] std::optional<ImportProblem> readerProblem() const;

    QFile m_device;
    std::unique_ptr<CsvReader> m_reader;
    qsizetype m_checkColumn = -1;
};

} // namespace linterna
