// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

//! How long tests wait for what they mean. QtTest gives up after five seconds where nothing else is said; a machine that
//! compiles meanwhile misses that. This limit is reached by a hang alone.
namespace linterna::test {

#ifdef LINTERNA_SANITIZED
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

//! Milliseconds.
inline constexpr int patience = sanitized ? 400'000 : 100'000;

//! Lets the events run until `condition` holds; false where it never did.
template<class Condition>
[[nodiscard]] bool waitFor(Condition condition)
{
    return QTest::qWaitFor(condition, patience);
}

//! Of things that are tried again and again (seeds, kills): all of them, and under the sanitizers, where each takes many
//! times as long, a part.
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
