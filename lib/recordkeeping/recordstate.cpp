// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/recordkeeping/recordstate.h"

namespace linterna {

RecordRemedy recordRemedy(const RecordState &state)
{
    if (state.mode == RecordState::Mode::AwaitsPassphrase)
        return RecordRemedy::EnterPassphrase;
    if (state.mode != RecordState::Mode::CannotOpen)
        return RecordRemedy::None;
    if (state.underPassphrase && state.why->code != ErrorCode::Storage)
        return RecordRemedy::EnterPassphrase;
    switch (state.why->code) {
    case ErrorCode::KeychainAbsent:
        return RecordRemedy::Choose;
    case ErrorCode::NotConfigured:
        return RecordRemedy::FindKey;
    default:
        return RecordRemedy::TryAgain;
    }
}

} // namespace linterna
