// SPDX-License-Identifier: GPL-3.0-or-later
// The window with a record of a million checks: the whole program, started as a process of its own without a screen.
#include "tests/bench/bench.h"
#include "tests/bench/recordmaker.h"

#include "app/application.h"
#include "ui/list/listnote.h"
#include "ui/list/listtable.h"
#include "ui/list/searchbox.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace linterna::bench {

using namespace Qt::StringLiterals;

namespace {

//! Milliseconds of the monotonic clock, which is the same in all processes.
double nowMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

void runFor(int milliseconds)
{
    const double end = nowMilliseconds() + milliseconds;
    while (nowMilliseconds() < end) {
        QTimer::singleShot(10, qApp, [] {});
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

//! Measures when the table is painted, and how long events have to wait.
class Watcher : public QObject
{
public:
    explicit Watcher(qsizetype rowsWanted) : m_rowsWanted(rowsWanted)
    {
        qApp->installEventFilter(this);
        m_tick.setTimerType(Qt::PreciseTimer);
        connect(&m_tick, &QTimer::timeout, this, [this] {
            const double now = nowMilliseconds();
            m_longestGap = std::max(m_longestGap, now - m_lastTick);
            m_lastTick = now;
        });
    }
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        auto *table = object->parent() ? qobject_cast<ListTable *>(object->parent()) : nullptr;
        auto *note = qobject_cast<ListNote *>(object);
        const bool usable = m_rowsWanted > 0 ? table && table->model()->rowCount() > 0 : note != nullptr;
        if (usable && !m_usableAt) // after this event, when it has been painted
            QTimer::singleShot(0, this, [this] { m_usableAt = nowMilliseconds(); });
        if ((table || note) && std::exchange(m_awaitsPaint, false))
            QTimer::singleShot(0, this, [this] { m_paintedAt = nowMilliseconds(); });
        return false;
    }
    //! Calls `trigger` and runs the event loop until the table has painted another page; returns the milliseconds.
    double untilPainted(QAbstractItemModel &model, const std::function<void()> &trigger)
    {
        m_paintedAt.reset();
        m_awaitsPaint = false;
        const auto reset = connect(&model, &QAbstractItemModel::modelReset, this, [this, &model] {
            m_awaitsPaint = true;
            if (model.rowCount() == 0) // the note for no rows may be shown already
                QTimer::singleShot(0, this, [this] { m_paintedAt = m_paintedAt.value_or(nowMilliseconds()); });
        });
        const double begin = nowMilliseconds();
        m_lastTick = begin;
        m_tick.start(1);
        trigger();
        while (!m_paintedAt && nowMilliseconds() - begin < 10'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        runFor(200); // further rows of the page must not block the window either
        m_tick.stop();
        disconnect(reset);
        return m_paintedAt.value_or(nowMilliseconds()) - begin;
    }
    [[nodiscard]] std::optional<double> usableAt() const { return m_usableAt; }
    [[nodiscard]] double longestGap() const { return m_longestGap; }

private:
    qsizetype m_rowsWanted;
    std::optional<double> m_usableAt;
    std::optional<double> m_paintedAt;
    bool m_awaitsPaint = false;
    QTimer m_tick;
    double m_lastTick = 0;
    double m_longestGap = 0;
};

template<class T>
T *only()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (T *found = window->findChild<T *>())
            return found;
    }
    qFatal("the window is not built as this expects");
}

QPushButton *button(const QString &text)
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        for (QPushButton *found : window->findChildren<QPushButton *>()) {
            if (found->text() == text)
                return found;
        }
    }
    qFatal("no button %s", qPrintable(text));
}

//! Types a word into the search box, waiting for the result after each letter, then deletes it again.
QJsonArray type(Watcher &watcher, const QString &word)
{
    auto *box = only<SearchBox>();
    QAbstractItemModel &model = *only<ListTable>()->model();
    QJsonArray times;
    for (const QChar letter : word) {
        times.append(watcher.untilPainted(model, [&] {
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
            QCoreApplication::sendEvent(box, &press);
        }));
    }
    watcher.untilPainted(model, [&] { box->clear(); });
    return times;
}

QJsonObject tryOut(Watcher &watcher)
{
    QAbstractItemModel &model = *only<ListTable>()->model();
    QJsonObject told;
    QJsonArray typed;
    for (const QString &word :
         {RecordMaker::receipt(17).toString().left(8), u"garcía"_s, u"spanish"_s, u"approved"_s}) {
        for (const QJsonValue &time : type(watcher, word))
            typed.append(time);
    }
    told[u"typed"_s] = typed;
    told[u"gap"_s] = watcher.longestGap();
    told[u"description"_s] = type(watcher, u"fingerprint"_s);
    QJsonArray turned;
    for (const QString &way :
         {u"Earlier"_s, u"Earlier"_s, u"Earlier"_s, u"Earlier"_s, u"Later"_s, u"Later"_s, u"Later"_s}) {
        if (QPushButton *turn = button(way); turn->isVisible() && turn->isEnabled()) // there may be one page only
            turned.append(watcher.untilPainted(model, [turn] { turn->click(); }));
    }
    told[u"turned"_s] = turned;
    return told;
}

//! Runs the program's window in a process of its own with this data folder, and returns what that measured.
QJsonObject runWindow(const QString &folder, int tryAfterMilliseconds = 0)
{
    QProcess window;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"LINTERNA_BENCH_BEGAN"_s, QString::number(nowMilliseconds(), 'f', 3));
    window.setProcessEnvironment(environment);
    window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{u"--window"_s, folder};
    if (tryAfterMilliseconds > 0)
        arguments << u"--try"_s << QString::number(tryAfterMilliseconds);
    window.start(QCoreApplication::applicationFilePath(), arguments);
    if (!window.waitForFinished(300'000) || window.exitCode() != 0)
        qFatal("the window did not come about");
    return QJsonDocument::fromJson(window.readAllStandardOutput()).object();
}

//! Prepares a data folder with the record file `record`, or with an empty record where that is empty.
void furnish(const QString &folder, const QString &record)
{
    if (!record.isEmpty() && !QFile::link(record, folder + u"/history.db"_s))
        qFatal("no folder");
    if (record.isEmpty())
        (void)runWindow(folder); // makes the files
}

struct Folders {
    QTemporaryDir empty{QDir::current().filePath(u"linterna-bench-XXXXXX"_s)};
    QTemporaryDir full{QDir::current().filePath(u"linterna-bench-XXXXXX"_s)};
    explicit Folders(int size)
    {
        furnish(empty.path(), {});
        furnish(full.path(), recordOf(size > 0 ? size * 20 : 1'000'000, size > 0 ? size : 50'000));
        (void)runWindow(full.path()); // so that neither run is the first start
    }
};

std::vector<double> numbers(const QJsonValue &array)
{
    std::vector<double> values;
    for (const QJsonValue &value : array.toArray())
        values.push_back(value.toDouble());
    return values;
}

Figure start(int size)
{
    const Folders folders(size);
    std::vector<double> full;
    std::vector<double> empty;
    for (int i = 0; i < (size > 0 ? 1 : 9); ++i) {
        empty.push_back(runWindow(folders.empty.path())[u"start"_s].toDouble());
        full.push_back(runWindow(folders.full.path())[u"start"_s].toDouble());
    }
    return {.value = median(full), .baseline = median(empty), .unit = "ms"};
}

Figure use(int size)
{
    const Folders folders(size);
    const QJsonObject empty = runWindow(folders.empty.path());
    const QJsonObject full = runWindow(folders.full.path(), size > 0 ? 300 : 8'000);
    const auto typed = numbers(full[u"typed"_s]);
    const auto turned = numbers(full[u"turned"_s]);
    const auto rare = numbers(full[u"description"_s]);
    const double memory = full[u"memory"_s].toDouble() - empty[u"memory"_s].toDouble();
    bool holds = true;
    const auto line = [&](const QString &what, const std::vector<double> &values, double most) {
        if (values.empty()) {
            holds = false;
            return what + u": not measured"_s;
        }
        const double worst = std::ranges::max(values);
        holds = holds && worst <= most;
        return u"%1: %2 (at most %3)%4"_s.arg(what)
            .arg(worst, 0, 'f', 1)
            .arg(most)
            .arg(worst > most ? u" … falls short"_s : u""_s);
    };
    Figure figure{
        .value = median(typed),
        .baseline = 50,
        .unit = "ms",
        .notes = {line(u"key press to results painted, worst, ms"_s, typed, 200),
                  line(u"a word in descriptions, worst, ms"_s, rare, 1000),
                  line(u"longest gap of the window's events meanwhile, ms"_s, {full[u"gap"_s].toDouble()}, 16),
                  line(u"earlier and later, painted, worst, ms"_s, turned, 50),
                  line(u"memory above the empty program, MB"_s, {memory}, 80)}};
    figure.restHolds = holds;
    return figure;
}

} // namespace

int windowMain(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString folder = arguments.value(2);
    const bool hasRecord = QFileInfo(folder + u"/history.db"_s).isSymLink();
    Watcher watcher(hasRecord ? 1 : 0);
    CommandLine line;
    line.practice = true;
    line.dataDir = folder;
    line.language = u"en"_s;
    Application desk(line, RecordRole::Owner);
    if (!desk.start())
        return 1;
    while (!watcher.usableAt())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QJsonObject told;
    if (const qsizetype at = arguments.indexOf(u"--try"_s); at > 0) {
        runFor(arguments.value(at + 1).toInt()); // until all has been read in
        told = tryOut(watcher);
    }
    told[u"start"_s] = *watcher.usableAt() - qEnvironmentVariable("LINTERNA_BENCH_BEGAN").toDouble();
    told[u"memory"_s] = megabytes();
    std::printf("%s\n", QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return 0;
}

std::vector<Benchmark> windowBenchmarks()
{
    return {{"record-start", "start of the window to a usable list, against an empty record", 1.3,
             Benchmark::Better::Lower, start},
            {"record-window", "key press to painted results in the window, against what is allowed", 1,
             Benchmark::Better::Lower, use}};
}

} // namespace linterna::bench
