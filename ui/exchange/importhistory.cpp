// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/importhistory.h"

#include "lib/text/characters.h"
#include "ui/style/typography.h"
#include "ui/widgets/filequestion.h"
#include "ui/widgets/question.h"
#include "ui/words/errortext.h"

#include <QDir>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace linterna {

namespace {

constexpr auto countPace = std::chrono::milliseconds(250);

QString damaged(const QString &file, qint64 row, const QString &reason)
{
    return ImportHistory::tr("%1 is damaged in row %2: %3. Export it again at the other desk.")
        .arg(file, QString::number(row), reason);
}

//! Names from the file, which may be any text: in one line, and without what a label would take for markup.
QString namesIn(const QStringList &names)
{
    constexpr qsizetype most = 200;
    return oneLine(names.join(QStringLiteral(", ")), most).replace(u'<', u'‹');
}

} // namespace

QString strayMarksSentence(const RecordImport &source)
{
    QStringList lines;
    for (const CsvStrayMark &each : source.strayMarks())
        lines << QString::number(each.line);
    lines.removeDuplicates();
    constexpr qsizetype named = 5;
    const QString rest = lines.size() > named ? QStringLiteral(", …") : QString();
    return ImportHistory::tr(
               "%Ln cell(s) held a quotation mark in the wrong place and were read as spreadsheets read them: line %1.",
               nullptr, int(source.strayCells()))
        .arg(lines.first(std::min(named, lines.size())).join(QStringLiteral(", ")) + rest);
}

QString importProblemSentence(const ImportProblem &problem, const QString &file)
{
    using Kind = ImportProblem::Kind;
    switch (problem.kind) {
    case Kind::Unreadable:
        return ImportHistory::tr("%1 cannot be read: %2").arg(file, problem.what);
    case Kind::Empty:
        return ImportHistory::tr("There is nothing in %1.").arg(file);
    case Kind::Everyday:
        return ImportHistory::tr(
                   "%1 is a table to read and does not hold all of each check. Export “A complete copy” at "
                   "the other desk, and import that.")
            .arg(file);
    case Kind::NotAnExport:
        return ImportHistory::tr(
                   "%1 is no copy of checks: “%2” is missing. Export “A complete copy” at the other desk, "
                   "and import that.")
            .arg(file, problem.what);
    case Kind::BrokenCsv:
        return damaged(file, problem.row, ImportHistory::tr("the table is broken"));
    case Kind::BrokenCheck:
        return damaged(file, problem.row,
                       ImportHistory::tr("a check is cut off, as spreadsheets do when they save long cells"));
    case Kind::WrongValue:
        return damaged(file, problem.row, ImportHistory::tr("“%1” does not hold what it should").arg(problem.what));
    case Kind::TooLong:
        return damaged(file, problem.row, ImportHistory::tr("a check is longer than any can be"));
    case Kind::Newer:
        return ImportHistory::tr("%1 was written by a newer version of Linterna. Update this one first.").arg(file);
    case Kind::Misplaced:
        return ImportHistory::tr(
                   "%1 holds several exports, the second from row %2 on. Import each from a file of its own.")
            .arg(file, QString::number(problem.row));
    case Kind::Altered:
        return problem.row > 0
            ? damaged(file, problem.row, ImportHistory::tr("what stands there was changed after it was exported"))
            : ImportHistory::tr("%1 was changed after it was exported. Export it again at the other desk.").arg(file);
    }
    Q_UNREACHABLE();
}

namespace {

//! What came of it, without what is zero.
QStringList reportSentences(const ImportReport &report)
{
    QStringList said;
    if (report.checks > 0)
        said << ImportHistory::tr("%Ln check(s) were taken in.", nullptr, int(report.checks));
    else if (report.events > 0)
        said << ImportHistory::tr("No check in it is new; the other changes were taken in.");
    else
        said << ImportHistory::tr("Nothing in it is new.");
    if (report.known > 0)
        said << ImportHistory::tr("%Ln check(s) had been here before.", nullptr, int(report.known));
    if (report.differing > 0)
        said << ImportHistory::tr("%Ln entry(s) contradict what is here and were left out.", nullptr,
                                  int(report.differing));
    if (report.conflicts > 0)
        said << ImportHistory::tr("%Ln field(s) have different values and wait for your choice.", nullptr,
                                  int(report.conflicts));
    if (report.deletions > 0)
        said << ImportHistory::tr("%Ln deletion(s) of another desk wait for your answer.", nullptr,
                                  int(report.deletions));
    return said;
}

} // namespace

QString importOutcomeText(const RecordImport &source, const QString &file, const Result<ImportReport> &taken)
{
    if (!taken && taken.error().code == ErrorCode::Cancelled)
        return ImportHistory::tr("Nothing was changed."); // a cancelled job may still use `source`
    if (!taken && (source.problem() || taken.error().code == ErrorCode::Invalid))
        return importProblemSentence(source.refusal(), file);
    if (!taken)
        return errorLine(taken.error());
    QStringList said = reportSentences(*taken);
    if (source.unreadable() > 0)
        said << ImportHistory::tr("%Ln check(s) could not be read where the copy was made and are not in it.", nullptr,
                                  int(source.unreadable()));
    if (!source.unknownColumns().isEmpty())
        said << ImportHistory::tr("Not read, because this program does not know them: %1.")
                    .arg(namesIn(source.unknownColumns()));
    if (source.strayCells() > 0)
        said << strayMarksSentence(source);
    said << ImportHistory::tr("The file %1 is not encrypted. Delete it when you no longer need it.").arg(file);
    return said.join(u'\n');
}

ImportHistory::ImportHistory(Record &history, QObject *parent) : QObject(parent), m_history(history) {}

void ImportHistory::chooseFile(QWidget *window)
{
    askToOpen({.title = tr("Import checks"),
               .filter = tr("Exported checks (*.csv *.jsonl)") + QStringLiteral(";;") + tr("All files (*)")},
              window, this, [this, parent = QPointer(window)](const QString &file) { importFile(file, parent); });
}

void ImportHistory::importFile(const QString &file, QWidget *window)
{
    const QString shown = QDir::toNativeSeparators(file);
    const std::shared_ptr<RecordImport> source = RecordImport::of(file);
    JobOf<ImportReport> *job = m_history.importAll(source);
    auto *waiting =
        new Question(tr("Importing checks"), tr("Reading %1. All of it is taken in, or nothing.").arg(shown), window);
    addCount(waiting, source);
    waiting->addStop(tr("Stop importing"));
    connect(waiting, &QDialog::finished, job, &Job::cancel);
    waiting->open();
    job->onFinished(this,
                    [this, source, shown, waiting = QPointer(waiting), window = QPointer(window)](const auto &taken) {
                        if (waiting)
                            waiting->close();
                        newReport(
                            importOutcomeText(*source, shown, taken), taken, [this] { emit reviewRequested(); }, window)
                            ->open();
                    });
}

Question *ImportHistory::newReport(const QString &text, const Result<ImportReport> &taken, std::function<void()> review,
                                   QWidget *window)
{
    const bool isNew = taken && (taken->checks > 0 || taken->events > 0);
    QString heading = tr("Nothing was imported");
    if (taken)
        heading = isNew ? tr("The checks are here") : tr("Nothing new");
    auto *report = new Question(heading, text, window);
    if (taken && hasDifferences(*taken))
        report->addChoice(tr("Review differences…"), std::move(review));
    report->addClose();
    return report;
}

//! Shows how many checks have been read: the total is not known before the end of the file.
void ImportHistory::addCount(Question *waiting, const std::shared_ptr<RecordImport> &source)
{
    auto *count = new TextLabel;
    count->setContentsMargins(0, 8, 0, 0);
    waiting->addContent(count);
    const auto say = [count, source] { count->setText(tr("%Ln check(s) read", nullptr, int(source->given()))); };
    say();
    auto *pace = new QTimer(count);
    connect(pace, &QTimer::timeout, count, say);
    pace->start(countPace);
}

} // namespace linterna
