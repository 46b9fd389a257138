// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/printing.h"

#include "ui/print/casesheet.h"
#include "ui/print/listsheet.h"
#include "ui/print/sheetpainter.h"
#include "ui/print/sheetprogressdialog.h"
#include "ui/widgets/filequestion.h"
#include "ui/words/dates.h"
#include "ui/words/errortext.h"

#include <QDir>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

Printing::Printing(Settings &settings, const Clock &clock, bool practice, QWidget *window)
    : QObject(window), m_settings(settings), m_clock(clock), m_practice(practice), m_window(window)
{}

QStringList Printing::languages() const
{
    switch (m_settings.statusLanguage()) {
    case Settings::StatusLanguage::English:
        return {u"en"_s};
    case Settings::StatusLanguage::Spanish:
        return {u"es"_s};
    case Settings::StatusLanguage::Both:
        return {u"en"_s, u"es"_s};
    case Settings::StatusLanguage::AsProgram:
        break;
    }
    return {m_settings.language()};
}

void Printing::askCase(const CheckOutcome &outcome, const CaseDetails &details, PrintWay way)
{
    const QString receipt = outcome.receipt.toString();
    auto *question =
        new PrintQuestion({.heading = tr("Case %1 on paper").arg(receipt),
                           .both = true,
                           .checkBox = details.client.isEmpty() ? QString() : tr("With client or file number"),
                           .checked = true,
                           .languages = languages(),
                           .way = way},
                          m_window);
    connect(question, &PrintQuestion::chosen, this,
            [this, outcome, details, receipt](PrintWay chosen, const PrintQuestion::Choice &choice) {
                const auto sheet =
                    std::make_shared<CaseSheet>(CasePaper{.outcome = outcome,
                                                          .details = choice.checked ? details : CaseDetails{},
                                                          .languages = choice.languages,
                                                          .practice = m_practice});
                go(sheet, chosen, u"%1 %2.pdf"_s.arg(receipt, fileDateText(m_clock.now())));
            });
    question->open();
}

void Printing::askList(const ListPaper &list, PrintWay way)
{
    auto *question = new PrintQuestion({.heading = tr("%Ln line(s) on paper", nullptr, list.count()),
                                        .both = false,
                                        .checkBox = tr("Mask receipt numbers and leave names out"),
                                        .checked = false,
                                        .languages = languages(),
                                        .way = way},
                                       m_window);
    connect(question, &PrintQuestion::chosen, this, [this, list](PrintWay chosen, const PrintQuestion::Choice &choice) {
        ListPaper paper = list;
        paper.language = choice.languages.front();
        paper.masked = choice.checked;
        paper.practice = m_practice;
        const auto sheet = std::make_shared<ListSheet>(std::move(paper));
        go(sheet, chosen, u"%1 %2.pdf"_s.arg(sheet->title(), fileDateText(m_clock.now())));
    });
    question->open();
}

void Printing::go(const std::shared_ptr<const Sheet> &sheet, PrintWay way, const QString &fileName)
{
    if (way == PrintWay::Pdf)
        chooseFile(sheet, fileName);
    else
        choosePrinter(sheet);
}

void Printing::chooseFile(const std::shared_ptr<const Sheet> &sheet, const QString &fileName)
{
    askToSave({.title = tr("Save as PDF"),
               .filter = tr("PDF files (*.pdf)"),
               .name = fileName,
               .folder = m_settings.exportFolder()},
              m_window, this, [this, sheet](const QString &path) {
                  m_settings.setExportFolder(QFileInfo(path).absolutePath());
                  save(sheet, {}, path);
              });
}

void Printing::choosePrinter(const std::shared_ptr<const Sheet> &sheet)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageLayout(letterPaper());
    printer->setDocName(sheet->title()); // shown in the printer's list of jobs
    turnPaper(*sheet, *printer);
    auto *dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions({QAbstractPrintDialog::PrintToFile, QAbstractPrintDialog::PrintShowPageSize});
    connect(dialog, &QDialog::accepted, this, [this, sheet, printer] {
        // PDF files are written by save(), which checks the result; a printer driver's files are not checked.
        if (printer->outputFormat() == QPrinter::PdfFormat && !printer->outputFileName().isEmpty())
            save(sheet, printer->pageLayout(), printer->outputFileName());
        else
            print(sheet, printer);
    });
    dialog->open();
    connect(dialog, &QObject::destroyed, this, [printer] {}); // keeps the printer as long as the dialog
}

void Printing::save(std::shared_ptr<const Sheet> sheet, const std::optional<QPageLayout> &paper, const QString &path)
{
    if (promisesOtherFormat(path, FileFormat::Pdf)) {
        tell(tr("The PDF was not saved"), otherFormatText(path, FileFormat::Pdf));
        return;
    }
    const auto progress = std::make_shared<SheetProgress>();
    JobOf<Nothing> *job = m_writer.save(std::move(sheet), paper, path, progress);
    new SheetProgressDialog(job, progress, m_window);
    job->onFinished(this, [this, path](const Result<Nothing> &saved) {
        if (saved)
            emit said(tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
        else
            fail(tr("The PDF was not saved"), saved.error());
    });
}

void Printing::print(std::shared_ptr<const Sheet> sheet, std::shared_ptr<QPrinter> printer)
{
    const auto progress = std::make_shared<SheetProgress>();
    JobOf<Nothing> *job = m_writer.print(std::move(sheet), std::move(printer), progress);
    new SheetProgressDialog(job, progress, m_window);
    job->onFinished(this, [this](const Result<Nothing> &printed) {
        if (printed)
            emit said(tr("Sent to the printer"));
        else
            fail(tr("Nothing was printed"), printed.error());
    });
}

void Printing::fail(const QString &heading, const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return; // the person has stopped it and needs no message
    tell(heading, tr("%1 Choose another place or another printer.").arg(error.detail));
}

void Printing::tell(const QString &heading, const QString &text)
{
    Question::tell(heading, text, m_window);
}

} // namespace linterna
