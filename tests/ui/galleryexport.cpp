// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/galleryexport.h"

#include "lib/exchange/exportchoices.h"
#include "lib/localrecord/localrecord.h"
#include "tests/support/fakeclock.h"
#include "tests/support/recordgate.h"
#include "ui/exchange/exportdialog.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/segments.h"

#include <QTemporaryDir>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

ExportScope scope(const QString &state)
{
    const RecordFilter filter{.text = u"García"_s};
    if (state == u"export-all"_s)
        return {.wish = {.list = ListKind::Checks}, .counts = {123'456}};
    if (state == u"export-cases-selected"_s)
        return {.wish = {.criteria = {.filter = filter}},
                .selected = {1, 2, 3},
                .counts = {3, 12, 37, 412, 12'034, 123'456}};
    if (state.startsWith(u"export-cases"_s))
        return {.wish = {.criteria = {.filter = filter}}, .counts = {37, 412, 12'034, 123'456}};
    return {.wish = {.list = ListKind::Checks, .criteria = {.filter = filter}},
            .selected = {1, 2, 3},
            .counts = {3, 214, 123'456}};
}

} // namespace

QStringList exportStates()
{
    return {u"export"_s,
            u"export-all"_s,
            u"export-masked"_s,
            u"export-complete"_s,
            u"export-columns"_s,
            u"export-running"_s,
            u"export-failed"_s,
            u"export-cases"_s,
            u"export-cases-selected"_s,
            u"export-cases-checks"_s,
            u"export-cases-columns"_s,
            u"export-cases-running"_s};
}

void showExportDialog(QWidget *window, const QString &state)
{
    static QTemporaryDir folder;
    static test::FakeClock clock;
    const auto gate = std::make_shared<test::RecordGate>();
    auto *keeper = new QObject(window); // goes before the store, which waits for what is under way
    QObject::connect(keeper, &QObject::destroyed, [gate] { gate->open.release(); });
    auto *history = new LocalRecord(test::stillClock(), window); // not open: an export fails
    static int number = 0;
    auto *settings = new Settings(folder.filePath(u"settings-%1.ini"_s.arg(++number)), window);
    ExportOptions before{.masked = state == u"export-masked"_s};
    if (state == u"export-complete"_s) {
        before.kind = ExportOptions::Kind::Complete;
        before.format = ExportOptions::Format::JsonLines;
    }
    if (state.endsWith(u"columns"_s)) {
        before.columns = {u"receipt_number"_s, u"title_es"_s, u"client"_s};
        before.caseColumns = before.columns + QStringList{u"last_checked_at"_s};
    }
    if (before.masked || state == u"export-complete"_s || !before.columns.isEmpty())
        settings->setExportChoices(wordsOfChoices(before));
    auto *dialog = new ExportDialog(*history, *settings, clock, scope(state), window);
    dialog->open();
    if (state == u"export-cases-checks"_s)
        dialog->findChildren<Segments *>()[1]->button(1)->click();
    if (state.endsWith(u"columns"_s))
        dialog->findChild<Disclosure *>()->setOpen(true);
    if (state == u"export-failed"_s)
        dialog->exportTo(u"/media/usb/linterna-history-2026-11-22.csv"_s);
    if (state.endsWith(u"running"_s)) {
        history->file().open({{}, Secret::copyOf("0123456789abcdef0123456789abcdef")})->onFinished(window, [](auto &) {
        });
        history->visit(gate)->onFinished(window, [](auto &) {});
        dialog->exportTo(u"/media/usb/linterna-history-2026-11-22.csv"_s);
        dialog->showProgress(81'234, 123'456);
    }
}

} // namespace linterna
