// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace linterna::test {

//! What a fuzz target does with one input. Always 0, as libFuzzer wants it: a find ends the program.
using FuzzOnce = int (*)(const std::uint8_t *data, std::size_t size);

//! Puts a target into the list of those that the corpus runner knows.
class FuzzTarget
{
public:
    FuzzTarget(const char *name, FuzzOnce once);
};

inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

//! Ends the program where a promise is broken, in every kind of build.
inline void promise(bool kept, const char *what)
{
    if (kept)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

inline bool isWhole(const QString &text)
{
    return QString::fromUtf8(text.toUtf8()) == text;
}

} // namespace linterna::test

//! Once a file: with libFuzzer each target is a program, without it all of them are in one, which runs their corpora.
#ifdef LINTERNA_LIBFUZZER
#define LINTERNA_FUZZ_TARGET(name, once)                                                                               \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)                                  \
    {                                                                                                                  \
        return once(data, size);                                                                                       \
    }
#else
#define LINTERNA_FUZZ_TARGET(name, once) static const ::linterna::test::FuzzTarget registered_##name(#name, once);
#endif
