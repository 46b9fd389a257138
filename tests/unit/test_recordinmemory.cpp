// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/localrecord.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/recordcontract.h"
#include "tests/support/testprogram.h"

using namespace linterna;
using namespace linterna::test;

namespace test_recordinmemory {

//! The contract, for a record that is kept for one run.
class TestRecordInMemory : public RecordContract
{
    Q_OBJECT
protected:
    std::unique_ptr<Record> make() override
    {
        auto record = std::make_unique<LocalRecord>(stillClock());
        const auto opened = resultOf(record->file().open({{}, Secret::copyOf(QByteArray(32, 'k'))}));
        return opened ? std::move(record) : nullptr;
    }
};

LINTERNA_TEST(TestRecordInMemory)

} // namespace test_recordinmemory

#include "test_recordinmemory.moc"
