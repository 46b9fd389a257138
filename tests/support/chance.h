// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <iterator>
#include <random>

namespace linterna::test {

//! Pseudo-random numbers: the same ones for the same seed, with every compiler.
class Chance
{
public:
    explicit Chance(unsigned seed) : m_random(seed) {}
    //! A number from 0 to n - 1.
    int below(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }
    bool oneIn(int n) { return below(n) == 0; }
    template<class T, std::size_t n>
    const T &of(const std::array<T, n> &some)
    {
        return some[static_cast<std::size_t>(below(int(n)))];
    }
    //! A number from 0 to 1, both included.
    double fraction() { return below(1001) / 1000.0; }

private:
    std::mt19937 m_random;
};

} // namespace linterna::test
