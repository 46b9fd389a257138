// SPDX-License-Identifier: GPL-3.0-or-later
// linterna-bench [--list] [--size N] [NAME…]: measures, and says whether each ratio to its baseline holds.
#include "tests/bench/bench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>

#include <algorithm>
#include <cstdio>

using namespace linterna::bench;
using namespace Qt::StringLiterals;

double linterna::bench::megabytes()
{
    QFile status(u"/proc/self/statm"_s);
    return status.open(QIODevice::ReadOnly) ? status.readAll().split(' ')[1].toDouble() * 4096 / 1e6 : 0;
}

double linterna::bench::median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

double linterna::bench::medianSeconds(int rounds, const std::function<void()> &work)
{
    std::vector<double> seconds;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        seconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    return median(std::move(seconds));
}

namespace {

std::vector<Benchmark> all()
{
    std::vector<Benchmark> benchmarks;
    for (const auto &group : {answerBenchmarks(), recordBenchmarks(), recordListBenchmarks(), roadBenchmarks(),
                              windowBenchmarks(), paceBenchmarks(), hostileBenchmarks()})
        benchmarks.insert(benchmarks.end(), group.begin(), group.end());
    return benchmarks;
}

bool measure(const Benchmark &benchmark, int size)
{
    const Figure figure = benchmark.run(size);
    const double ratio = figure.value / figure.baseline;
    const bool holds =
        (benchmark.better == Benchmark::Better::Higher ? ratio >= benchmark.bound : ratio <= benchmark.bound)
        && figure.restHolds;
    std::printf("%s: %.4g %s, baseline %.4g %s, ratio %.3g (bound %.3g): %s\n", benchmark.name, figure.value,
                figure.unit, figure.baseline, figure.unit, ratio, benchmark.bound, holds ? "holds" : "… falls short");
    for (const QString &note : figure.notes)
        std::printf("    %s\n", qUtf8Printable(note));
    std::fflush(stdout);
    return holds;
}

} // namespace

int main(int argc, char *argv[])
{
    QLoggingCategory::setFilterRules(u"linterna.*=false"_s);
    if (argc > 2 && qstrcmp(argv[1], "--window") == 0)
        return windowMain(argc, argv);
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"list"_s, u"Name the benchmarks and end."_s},
                       {u"size"_s,
                        u"Work on this many items instead of enough for a steady figure; with it the exit code "
                        "tells only whether everything ran."_s,
                        u"number"_s}});
    parser.addHelpOption();
    parser.addPositionalArgument(u"name"_s, u"Benchmarks to run; all where none is named."_s, u"[NAME…]"_s);
    parser.process(application);
    const QStringList wanted = parser.positionalArguments();
    const int size = parser.value(u"size"_s).toInt();
    bool everyBoundHolds = true;
    qsizetype found = 0;
    for (const Benchmark &benchmark : all()) {
        if (parser.isSet(u"list"_s)) {
            std::printf("%-16s %s\n", benchmark.name, benchmark.about);
        } else if (wanted.isEmpty() || wanted.contains(QLatin1StringView(benchmark.name))) {
            ++found;
            everyBoundHolds = measure(benchmark, size) && everyBoundHolds;
        }
    }
    if (found < wanted.size()) {
        std::fprintf(stderr, "linterna-bench: unknown name; --list shows those that there are\n");
        return 2;
    }
    return everyBoundHolds || size > 0 ? 0 : 1;
}
