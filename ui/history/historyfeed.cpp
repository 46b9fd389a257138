// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historyfeed.h"

#include "common/errortext.h"
#include "csv/historyexport.h"
#include "history/historyview.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

namespace linterna {

namespace {
constexpr int pageSize = 2000;
} // namespace

HistoryFeed::HistoryFeed(HistoryStore &history, Settings &settings, HistoryView &view, QObject *parent)
    : QObject(parent), m_history(history), m_settings(settings), m_view(view)
{
    connect(&m_history, &HistoryStore::recorded, this, [this] {
        if (m_before == 0)
            reload();
    });
    connect(&m_view, &HistoryView::pageWanted, this, [this](qint64 before) {
        m_skipped = before == 0 ? 0 : m_skipped + m_shown;
        showPage(before);
    });
    connect(&m_view, &HistoryView::checkChosen, this, &HistoryFeed::load);
    connect(&m_view, &HistoryView::exportRequested, this, &HistoryFeed::exportHistory);
}

void HistoryFeed::reload()
{
    showPage(m_before);
}

void HistoryFeed::showPage(qint64 before)
{
    m_before = before;
    m_history.checks({.from = before == 0 ? HistoryQuery::From::Start : HistoryQuery::From::Below, .id = before, .limit = pageSize})->onFinished(this, [this, before](const Result<CheckPage> &page) {
        if (before != m_before)
            return;
        if (!page) {
            if (page.error().code != ErrorCode::Cancelled)
                say(errorLine(page.error(), QDateTime::currentDateTimeUtc()), true);
            return;
        }
        m_shown = qint64(page->rows.size());
        m_view.setPage(*page, m_skipped);
    });
}

void HistoryFeed::load(qint64 id)
{
    m_wanted = id;
    m_history.load(id)->onFinished(this, [this, id](const Result<CheckOutcome> &outcome) {
        // Whoever runs down the list with an arrow key wants the last one only.
        if (id != m_wanted)
            return;
        if (outcome)
            emit loaded(*outcome);
        else
            say(errorLine(outcome.error(), QDateTime::currentDateTimeUtc()), true);
    });
}

void HistoryFeed::exportHistory()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = m_settings.exportFolder().isEmpty() ? documents : m_settings.exportFolder();
    const QString name = tr("linterna-history-%1.csv").arg(QDate::currentDate().toString(Qt::ISODate));
    auto *dialog = new QFileDialog(m_view.window(), tr("Export history"), folder, tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &HistoryFeed::exportTo);
    dialog->open();
}

void HistoryFeed::exportTo(const QString &file)
{
    linterna::exportHistory(m_history, file)->onFinished(this, [this, file](const Result<qint64> &rows) {
        const QString shown = QDir::toNativeSeparators(file);
        if (rows) {
            m_settings.setExportFolder(QFileInfo(file).absolutePath());
            say(tr("%n check(s) exported to %1", nullptr, int(*rows)).arg(shown), false);
            return;
        }
        say(tr("Nothing was exported to %1. Choose another place with “Export history”. (%2)")
                .arg(shown, rows.error().detail),
            true);
    });
}

void HistoryFeed::say(const QString &message, bool wrong)
{
    m_view.setMessage(message, wrong);
    emit announced(message);
}

} // namespace linterna
