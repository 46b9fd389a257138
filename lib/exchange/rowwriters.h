// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/exchange/exportcolumns.h"
#include "lib/record/recordevent.h"

#include <QByteArray>

#include <memory>

namespace linterna {

//! Makes the lines of an export. No device, no thread: bytes are appended to a buffer.
class RowWriter
{
public:
    RowWriter() = default;
    virtual ~RowWriter() = default;
    Q_DISABLE_COPY_MOVE(RowWriter)

    //! Whether raw replies and requests are written (RecordVisitor).
    [[nodiscard]] virtual bool wantsRequests() const = 0;
    //! Whether events are written (RecordVisitor).
    [[nodiscard]] virtual bool wantsEvents() const { return false; }
    //! What stands before the first event and row.
    virtual void begin(QByteArray &out) = 0;
    //! All events come before the first row.
    virtual void event(QByteArray &, const RecordEvent &) {}
    //! `ofCase`: the case, where a line stands for one.
    virtual void row(QByteArray &out, const CheckRow &row, const std::optional<CheckOutcome> &outcome,
                     const CaseRow *ofCase = nullptr) = 0;
};

//! The writer for these options.
[[nodiscard]] std::unique_ptr<RowWriter> rowWriterFor(const ExportOptions &options);

} // namespace linterna
