// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>
#include <vector>

namespace linterna::bench {

//! A measured figure and its baseline: the same work done by the simplest means, in the same run on the same machine.
struct Figure {
    double value = 0;
    double baseline = 0;
    //! Unit of both values.
    const char *unit = "";
    //! Further results, a line each.
    QStringList notes = {};
    //! False where a further bound, named in the notes, is not met.
    bool restHolds = true;
};

struct Benchmark {
    const char *name;
    //! What is measured, and what the baseline is.
    const char *about;
    //! Bound of value / baseline.
    double bound;
    //! Higher: the ratio must not fall below the bound (rates); Lower: it must not rise above (durations).
    enum class Better { Higher, Lower } better;
    //! `size` is the number of items; 0 for the size that gives a steady figure.
    std::function<Figure(int size)> run;
};

//! Memory that the process uses now, in millions of bytes; 0 where the system does not tell.
[[nodiscard]] double megabytes();

//! Median of `values`; 0 for an empty list.
[[nodiscard]] double median(std::vector<double> values);

//! Median of `rounds` runs of `work`, in seconds.
[[nodiscard]] double medianSeconds(int rounds, const std::function<void()> &work);

std::vector<Benchmark> answerBenchmarks();
std::vector<Benchmark> hostileBenchmarks();
std::vector<Benchmark> paceBenchmarks();
std::vector<Benchmark> recordBenchmarks();
std::vector<Benchmark> recordListBenchmarks();
std::vector<Benchmark> roadBenchmarks();
std::vector<Benchmark> windowBenchmarks();

//! Main function of the child process that shows the window for windowBenchmarks().
int windowMain(int argc, char *argv[]);

} // namespace linterna::bench
