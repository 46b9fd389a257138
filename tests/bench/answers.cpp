// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"

#include "casestatus/responseparser.h"
#include "domain/statuscategory.h"
#include "text/safehtml.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace linterna::bench {

namespace {

//! A reply of 1.6 kB becomes a case status, two texts that may be shown, and a category; against Qt's parser alone.
Figure readReplies(int size)
{
    QFile file(QStringLiteral(LINTERNA_FIXTURES "/samples/case-status-EAC9999103402.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture: %s", qPrintable(file.fileName()));
    const QByteArray reply = file.readAll();
    const ReceiptNumber receipt = *ReceiptNumber::fromText(u"EAC9999103402");
    const int replies = size > 0 ? size : 20'000;
    qsizetype kept = 0; // so that nothing can be left out
    const double ours = medianSeconds(3, [&] {
        for (int i = 0; i < replies; ++i) {
            const auto status = parseCaseStatus(reply, receipt);
            if (!status.ok())
                qFatal("the sample was not understood");
            kept += safeHtml(status->description.en).html.size() + safeHtml(status->description.es).html.size()
                + static_cast<int>(statusCategory(safeTitle(status->title.en)));
        }
    });
    const double plain = medianSeconds(3, [&] {
        for (int i = 0; i < replies; ++i)
            kept += QJsonDocument::fromJson(reply).object().size();
    });
    if (kept == 0)
        qFatal("nothing was read");
    return {.value = ours / replies * 1e6, .baseline = plain / replies * 1e6, .unit = "µs"};
}

} // namespace

std::vector<Benchmark> answerBenchmarks()
{
    return {{"read-reply", "parse, sanitise and classify one case reply, against QJsonDocument alone", 20,
             Benchmark::Better::Lower, readReplies}};
}

} // namespace linterna::bench
