// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

//! How long tests wait for a condition. QtTest's usual limit of five seconds is missed on a busy machine; this limit is
//! reached only when something hangs.
namespace linterna::test {

#ifdef LINTERNA_SANITIZED
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

//! Longest wait in milliseconds.
inline constexpr int patience = sanitized ? 400'000 : 100'000;

//! Runs the event loop until `condition` holds; false where it did not within `patience`.
template<class Condition>
[[nodiscard]] bool waitFor(Condition condition)
{
    return QTest::qWaitFor(condition, patience);
}

//! Number of rounds of a repeated test (seeds, kills): `all`, or under the sanitizers, where each takes many times as
//! long, only `part`.
[[nodiscard]] constexpr int partUnderSanitizers(int all, int part)
{
    return sanitized ? part : all;
}

} // namespace linterna::test

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT((condition), ::linterna::test::patience)
#define QTRY_VERIFY2(condition, message) QTRY_VERIFY2_WITH_TIMEOUT((condition), message, ::linterna::test::patience)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT((actual), (expected), ::linterna::test::patience)
