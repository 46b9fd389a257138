// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/galleryexport.h"

#include "common/disclosure.h"
#include "csv/exportchoices.h"
#include "export/exportdialog.h"
#include "support/recordgate.h"

#include <QTemporaryDir>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

ExportScope scope()
{
    return {.filter = {.text = u"García"_s}, .listed = 214, .selected = {1, 2, 3}, .all = 123'456};
}

} // namespace

QStringList exportStates()
{
    return {u"export"_s,         u"export-all"_s,     u"export-masked"_s, u"export-complete"_s,
            u"export-columns"_s, u"export-running"_s, u"export-failed"_s};
}

void showExportDialog(QWidget *window, const QString &state)
{
    static QTemporaryDir folder;
    const auto gate = std::make_shared<test::RecordGate>();
    auto *keeper = new QObject(window); // goes before the store, which waits for what is under way
    QObject::connect(keeper, &QObject::destroyed, [gate] { gate->open.release(); });
    auto *history = new HistoryStore(window); // not open: an export fails
    static int number = 0;
    auto *settings = new Settings(folder.filePath(u"settings-%1.ini"_s.arg(++number)), window);
    ExportOptions before{.masked = state == u"export-masked"_s};
    if (state == u"export-complete"_s) {
        before.kind = ExportOptions::Kind::Complete;
        before.format = ExportOptions::Format::JsonLines;
    }
    if (state == u"export-columns"_s)
        before.columns = {u"receipt_number"_s, u"title_es"_s, u"client"_s};
    if (before.masked || state == u"export-complete"_s || !before.columns.isEmpty())
        settings->setExportChoices(wordsOfChoices(before));
    const ExportScope offered = state == u"export-all"_s ? ExportScope{.all = 123'456} : scope();
    auto *dialog = new ExportDialog(*history, *settings, offered, window);
    dialog->open();
    if (state == u"export-columns"_s)
        dialog->findChild<Disclosure *>()->setOpen(true);
    if (state == u"export-failed"_s)
        dialog->exportTo(u"/media/usb/linterna-history-2026-11-22.csv"_s);
    if (state == u"export-running"_s) {
        history->open({{}, Secret::copyOf("0123456789abcdef0123456789abcdef")})->onFinished(window, [](auto &) {});
        history->visit(gate)->onFinished(window, [](auto &) {});
        dialog->exportTo(u"/media/usb/linterna-history-2026-11-22.csv"_s);
        dialog->showProgress(81'234, 123'456);
    }
}

} // namespace linterna
