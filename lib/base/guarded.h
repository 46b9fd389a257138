// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"

#include <exception>
#include <new>

namespace linterna {

//! The Error for an exception. Never says what the exception says, which may hold what was being read.
[[nodiscard]] inline Error errorOfException(bool memory)
{
    return {.code = ErrorCode::Storage,
            .detail = memory ? QStringLiteral("there was not memory enough for this")
                             : QStringLiteral("what was read could not be worked with")};
}

//! Runs `work` and turns its exceptions into an Error, because one that leaves a thread would end the program. Sizes
//! and positions that come from outside are checked before they are used, not caught here.
template<class T, class Work>
[[nodiscard]] T guarded(const Work &work)
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return errorOfException(true);
    } catch (const std::exception &) {
        return errorOfException(false);
    }
}

} // namespace linterna
