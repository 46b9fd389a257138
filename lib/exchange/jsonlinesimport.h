// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/exchange/recordimport.h"

#include <QFile>

namespace linterna {

//! Imports a complete file of JSON Lines. Empty lines are passed over.
class JsonLinesImport : public RecordImport
{
public:
    explicit JsonLinesImport(const QString &file);

protected:
    NextCheck nextCheck() override;
    qint64 row() const override { return m_line; }

private:
    QFile m_device;
    qint64 m_line = 0;
};

} // namespace linterna
