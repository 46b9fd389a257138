// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallerypapers.h"

#include "tests/ui/samples.h"
#include "ui/print/casesheet.h"
#include "ui/print/listsheet.h"
#include "ui/print/sheetpainter.h"

#include <QFile>

#include <cstdio>
#include <map>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

CasePaper casePaper(const CheckOutcome &outcome, const QStringList &languages, bool practice = false)
{
    return {.outcome = outcome,
            .details = {.client = u"García, file 00017"_s, .note = {}, .tags = {}, .onHold = false},
            .languages = languages,
            .practice = practice};
}

CheckOutcome withText(const QString &title, const QString &text)
{
    CaseStatus status = samples::withHistory();
    status.title = {title, {}};
    status.description = {text, {}};
    return samples::answered(status, Change::Wording);
}

using Make = std::shared_ptr<Sheet> (*)();

template<class... T>
std::shared_ptr<Sheet> caseSheet(T &&...parts)
{
    return std::make_shared<CaseSheet>(casePaper(std::forward<T>(parts)...));
}

std::shared_ptr<Sheet> hostileCase()
{
    return caseSheet(
        withText(u"<b>Case</b> <script>alert(1)</script> Approved &amp; \u202Edesrever \u05E9\u05DC\u05D5\u05DD"_s,
                 u"<img src=http://127.0.0.1/x.png><a href=\"javascript:alert(1)\">click</a> <a href=\""
                 "https://uscis.gov@evil.example/\">uscis.gov</a> <h1>BIG</h1><style>*{color:red}</style>"
                 "<table><tr><td>cell</td></tr></table><ul><li>one<li>two</ul> <p>\u05E9\u05DC\u05D5\u05DD "
                 "EAC9999103402 \u05E2\u05D5\u05DC\u05DD</p> "_s
                     + u"Word"_s.repeated(400)),
        QStringList{u"en"_s, u"es"_s});
}

std::shared_ptr<Sheet> list(const QString &language, bool masked, int count)
{
    return std::make_shared<ListSheet>(ListPaper{.rows = samples::caseRows(count),
                                                 .total = 123456,
                                                 .at = samples::now(),
                                                 .language = language,
                                                 .masked = masked,
                                                 .practice = masked});
}

const std::map<QString, Make> &papers()
{
    static const QStringList en{u"en"_s};
    static const QStringList es{u"es"_s};
    static const std::map<QString, Make> all{
        {u"paper-case-en"_s, [] { return caseSheet(samples::answered(samples::affirmed()), en); }},
        {u"paper-case-es"_s, [] { return caseSheet(samples::answered(samples::withHistory(), Change::Status), es); }},
        {u"paper-case-both"_s,
         [] {
             return caseSheet(samples::answered(samples::withHistory(), Change::Unchanged),
                              QStringList{u"en"_s, u"es"_s}, true);
         }},
        {u"paper-case-failed"_s,
         [] {
             return caseSheet(
                 samples::failed(Error{.code = ErrorCode::Closed, .serverMessage = u"Unavailable at this time."_s},
                                 true),
                 es);
         }},
        {u"paper-case-unknown"_s,
         [] { return caseSheet(samples::failed(Error{.code = ErrorCode::NotRecognized}, false), en); }},
        {u"paper-case-long"_s,
         [] {
             return caseSheet(withText(u"Request for Additional Evidence Was Sent"_s,
                                       u"On November 2, 2026, we sent a request. "_s.repeated(400)),
                              en);
         }},
        {u"paper-case-hostile"_s, hostileCase},
        {u"paper-list-en"_s, [] { return list(u"en"_s, false, 90); }},
        {u"paper-list-es"_s, [] { return list(u"es"_s, false, 90); }},
        {u"paper-list-masked"_s, [] { return list(u"es"_s, true, 60); }},
        {u"paper-list-checks"_s,
         [] {
             return std::shared_ptr<Sheet>(std::make_shared<ListSheet>(
                 ListPaper{.rows = samples::checkPage(60, 214).rows, .total = 214, .at = samples::now()}));
         }},
    };
    return all;
}

} // namespace

QStringList paperStates()
{
    QStringList names;
    for (const auto &[name, make] : papers())
        names += name;
    return names;
}

void writePaper(const QString &name, const QDir &folder)
{
    SheetProgress progress;
    const Result<QByteArray> pdf = pdfOf(*papers().at(name)(), {}, progress);
    QFile file(folder.filePath(name + u".pdf"_s));
    if (pdf && file.open(QIODevice::WriteOnly) && file.write(*pdf) == pdf->size())
        std::printf("%s\n", qPrintable(file.fileName()));
}

} // namespace linterna
