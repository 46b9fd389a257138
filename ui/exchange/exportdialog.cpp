// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportdialog.h"

#include "lib/exchange/recordexport.h"
#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/filequestion.h"
#include "ui/widgets/footbar.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/translation.h"
#include "ui/words/dates.h"
#include "ui/words/errortext.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastWidth = 560;
constexpr int widthInCharacters = 76;
//! Pixels by which the dialog stays smaller than its window.
constexpr int exportMargin = 32;

} // namespace

ExportDialog::ExportDialog(Record &history, Settings &settings, const Clock &clock, const ExportScope &scope,
                           QWidget *parent)
    : QDialog(parent), m_history(history), m_settings(settings), m_clock(clock),
      m_heading(new TextLabel(textsize::section)), m_form(new ExportForm(settings, scope)), m_scroll(new ScrollArea),
      m_running(new QWidget), m_progressText(new TextLabel), m_progress(new ProgressLine),
      m_message(new Notice(textsize::body)), m_cancel(new QPushButton), m_export(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setButtonKind(m_cancel, ButtonKind::Plain);
    m_cancel->setAutoDefault(true); // so that Enter on Cancel exports nothing
    setButtonKind(m_export, ButtonKind::Primary);

    QWidget *page = makePage();
    QWidget *foot = makeFoot();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(foot);
    m_export->setDefault(true); // only inside the dialog, which else chooses one itself

    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_form, &ExportForm::edited, this, [this] {
        say({}, false);
        sayHeading();
    });
    // Scrolls to the heading of the opened part; queued, so that the page has grown by then.
    connect(
        m_form, &ExportForm::opened, this,
        [this](QWidget *part) {
            m_scroll->widget()->adjustSize();
            m_scroll->verticalScrollBar()->setValue(part->mapTo(m_scroll->widget(), QPoint()).y() - exportMargin);
        },
        Qt::QueuedConnection);
    m_running->hide();
    keepTranslated(this, &ExportDialog::retranslate);
    const int width = std::max(leastWidth, fontMetrics().averageCharWidth() * widthInCharacters);
    const QSize room = parent ? parent->window()->size() - QSize(exportMargin, exportMargin) : QSize(width, 688);
    const int wanted = page->layout()->totalHeightForWidth(width) + foot->sizeHint().height();
    resize(std::min(width, room.width()), std::min(wanted, room.height()));
    m_form->focusFirst();
}

QWidget *ExportDialog::makePage()
{
    auto *page = new WrappedPage;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(m_heading);
    layout->addWidget(m_form, 1);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_scroll->setWidget(page);
    return page;
}

QWidget *ExportDialog::makeFoot()
{
    auto *running = new QVBoxLayout(m_running);
    running->setContentsMargins(0, 0, 0, 0);
    running->setSpacing(8);
    running->addWidget(m_progressText);
    running->addWidget(m_progress);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    auto *foot = new FootBar;
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(24, 12, 24, 12);
    layout->setSpacing(12);
    layout->addWidget(m_running);
    layout->addWidget(m_message);
    layout->addLayout(buttons);
    return foot;
}

ExportDialog::~ExportDialog()
{
    if (m_job)
        m_job->cancel();
}

QString ExportDialog::suggestedName() const
{
    const ExportOptions options = m_form->options();
    const QString date = fileDateText(m_clock.now());
    const QString suffix = options.format == ExportOptions::Format::JsonLines ? u".jsonl"_s : u".csv"_s;
    if (options.kind == ExportOptions::Kind::Complete)
        return tr("linterna-complete-%1").arg(date) + suffix;
    if (options.line() == ExportOptions::Line::Case)
        return (options.masked ? tr("linterna-cases-masked-%1") : tr("linterna-cases-%1")).arg(date) + suffix;
    return (options.masked ? tr("linterna-history-masked-%1") : tr("linterna-history-%1")).arg(date) + suffix;
}

void ExportDialog::chooseFile()
{
    if (const QString problem = m_form->problem(); !problem.isEmpty()) {
        say(problem, true);
        return;
    }
    const bool lines = m_form->options().format == ExportOptions::Format::JsonLines;
    askToSave({.title = tr("Export"),
               .filter = lines ? tr("JSON Lines files (*.jsonl)") : tr("CSV files (*.csv)"),
               .name = suggestedName(),
               .folder = m_settings.exportFolder()},
              this, this, [this](const QString &file) { exportTo(file); });
}

void ExportDialog::exportTo(const QString &file)
{
    m_settings.setExportChoices(m_form->choices());
    ExportOptions options = m_form->options();
    const FileFormat format =
        options.format == ExportOptions::Format::JsonLines ? FileFormat::JsonLines : FileFormat::Csv;
    if (promisesOtherFormat(file, format)) {
        say(otherFormatText(file, format), true);
        return;
    }
    options.scope.progress = [self = QPointer(this)](qint64 done, qint64 total) {
        if (self)
            self->showProgress(done, total);
    };
    setRunning(true);
    showProgress(0, m_form->count());
    JobOf<qint64> *job = exportRecord(m_history, file, options);
    m_job = job;
    job->onFinished(this, [this, file](const Result<qint64> &written) { finished(file, written); });
}

void ExportDialog::showProgress(qint64 done, qint64 total)
{
    const QLocale locale;
    m_progress->setProgress(done, total);
    const QString words = ofCases() ? tr("%1 of %2 cases written") : tr("%1 of %2 checks written");
    m_progressText->setText(words.arg(locale.toString(done), locale.toString(total)));
}

void ExportDialog::finished(const QString &file, const Result<qint64> &written)
{
    setRunning(false);
    const QString shown = QDir::toNativeSeparators(file);
    if (written) {
        m_settings.setExportFolder(QFileInfo(file).absolutePath());
        const int number = int(*written);
        emit exported((ofCases() ? tr("%Ln case(s) exported to %1", nullptr, number)
                                 : tr("%Ln check(s) exported to %1", nullptr, number))
                          .arg(shown));
        accept();
    } else if (written.error().code == ErrorCode::Cancelled) {
        say(tr("Stopped. Nothing was written."), false);
    } else {
        say(tr("Nothing was exported to %1. Choose another place. (%2)").arg(shown, written.error().detail), true);
    }
}

void ExportDialog::reject()
{
    if (m_job)
        m_job->cancel();
    else
        QDialog::reject();
}

void ExportDialog::setRunning(bool running)
{
    if (!running)
        m_job.clear();
    m_running->setVisible(running);
    m_message->say({}, Notice::Tone::Quiet);
    m_form->setEnabled(!running);
    m_export->setEnabled(!running);
    m_cancel->setText(running ? tr("Stop") : tr("Cancel"));
    (running ? m_cancel : m_export)->setFocus();
}

void ExportDialog::say(const QString &text, bool wrong)
{
    m_message->say(text, wrong ? Notice::Tone::Wrong : Notice::Tone::Quiet);
}

bool ExportDialog::ofCases() const
{
    return m_form->line() == ExportScope::Line::Case;
}

void ExportDialog::sayHeading()
{
    m_heading->setText(ofCases() ? tr("Export cases") : tr("Export checks"));
}

void ExportDialog::retranslate()
{
    setWindowTitleText(this, tr("Export"));
    sayHeading();
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_export->setText(tr("Choose a file…"));
    m_cancel->setText(m_job ? tr("Stop") : tr("Cancel"));
}

} // namespace linterna
