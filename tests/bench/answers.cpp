// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include "lib/casestatus/responseparser.h"
#include "lib/domain/statuscategory.h"
#include "lib/text/safehtml.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace linterna::bench {

using namespace Qt::StringLiterals;

namespace {

QByteArray sample()
{
    QFile file(QStringLiteral(LINTERNA_FIXTURES "/samples/case-status-EAC9999103402.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture: %s", qPrintable(file.fileName()));
    return file.readAll();
}

//! Microseconds that one call of `work` takes.
double each(int times, const std::function<void()> &work)
{
    return medianSeconds(1,
                         [&] {
                             for (int i = 0; i < times; ++i)
                                 work();
                         })
        / times * 1e6;
}

//! Reads replies of 1.5 kB into a case status, two safe HTML texts and a category; baseline: Qt's JSON parser alone.
Figure readReplies(int size)
{
    const QByteArray reply = sample();
    const ReceiptNumber receipt = *ReceiptNumber::fromText(u"EAC9999103402");
    const int replies = size > 0 ? size : 100'000;
    const auto once = parseCaseStatus(reply, receipt);
    if (!once.ok())
        qFatal("the sample was not understood");
    qsizetype kept = 0; // used, so that no work is optimised away
    const auto parse = [&] { kept += parseCaseStatus(reply, receipt)->title.en.size(); };
    const auto sanitise = [&](const CaseStatus &status) {
        kept += safeHtml(status.description.en).html.size() + safeHtml(status.description.es).html.size();
    };
    const auto classify = [&](const CaseStatus &status) {
        kept += static_cast<int>(statusCategory(safeTitle(status.title.en)));
    };
    const double ours = each(replies, [&] {
        const auto status = parseCaseStatus(reply, receipt);
        sanitise(*status);
        classify(*status);
    });
    const double plain = each(replies, [&] { kept += QJsonDocument::fromJson(reply).object().size(); });
    const double parsing = each(replies / 5 + 1, parse);
    const double sanitising = each(replies / 5 + 1, [&] { sanitise(*once); });
    const double classifying = each(replies / 5 + 1, [&] { classify(*once); });
    if (kept == 0)
        qFatal("nothing was read");
    return {.value = ours,
            .baseline = plain,
            .unit = "µs",
            .notes = {u"%1 replies of %2 bytes: %3 a second on one core"_s.arg(replies)
                          .arg(reply.size())
                          .arg(1e6 / ours, 0, 'f', 0),
                      u"reading %1 µs, making two texts safe %2 µs, sorting the title %3 µs"_s.arg(parsing, 0, 'f', 1)
                          .arg(sanitising, 0, 'f', 1)
                          .arg(classifying, 0, 'f', 1)}};
}

} // namespace

std::vector<Benchmark> answerBenchmarks()
{
    return {{"read-reply", "parse, sanitise and classify one case reply, against QJsonDocument alone", 20,
             Benchmark::Better::Lower, readReplies}};
}

} // namespace linterna::bench
