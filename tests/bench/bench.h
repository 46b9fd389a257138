// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>
#include <vector>

namespace linterna::bench {

//! One figure beside the same work done by the plainest means, measured in the same run on the same machine.
struct Figure {
    double value = 0;
    double baseline = 0;
    //! Of both.
    const char *unit = "";
    //! What is worth knowing beside it, a line each.
    QStringList notes = {};
    //! False where another bound that stands in the notes is not met.
    bool restHolds = true;
};

struct Benchmark {
    const char *name;
    //! What is measured, and against what.
    const char *about;
    //! value / baseline must stay on the right side of it.
    double bound;
    //! A rate must not fall below the bound, a duration not rise above it.
    enum class Better { Higher, Lower } better;
    //! `size` is the number of items; 0 for the size that gives a steady figure.
    std::function<Figure(int size)> run;
};

//! What the process holds in memory now, in millions of bytes; 0 where the system does not say.
[[nodiscard]] double megabytes();

//! 0 of none.
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

//! What this program does when it is started as the window of windowBenchmarks().
int windowMain(int argc, char *argv[]);

} // namespace linterna::bench
