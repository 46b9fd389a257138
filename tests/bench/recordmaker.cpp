// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/recordmaker.h"

#include "lib/recordkeeping/recordopenjob.h"
#include "tests/bench/waiting.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <array>
#include <cstdio>

namespace linterna::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array forms{"I-130", "I-765", "I-485", "N-400", "I-90", "I-131", "I-539", "I-129", "I-751", "I-589"};
constexpr std::array formNames{"Petition for Alien Relative",
                               "Application for Employment Authorization",
                               "Application to Register Permanent Residence",
                               "Application for Naturalization",
                               "Application to Replace Permanent Resident Card",
                               "Application for Travel Document",
                               "Application to Extend/Change Nonimmigrant Status",
                               "Petition for a Nonimmigrant Worker",
                               "Petition to Remove Conditions on Residence",
                               "Application for Asylum"};
constexpr std::array prefixes{"EAC", "WAC", "LIN", "SRC", "IOE", "MSC", "NBC"};
constexpr std::array surnames{"García",  "Li",     "Nguyễn", "Okafor",   "Hernández", "Smith",  "Müller",
                              "Sánchez", "Petrov", "Núñez",  "Kim",      "Álvarez",   "Haddad", "Ortiz",
                              "Peña",    "Silva",  "Tran",   "Castillo", "Ibrahim",   "Rojas"};
constexpr std::array givenNames{"María", "José",  "Wei",   "Ana",    "Ngozi",  "Luis",   "Sofía",
                                "Ahmed", "Elena", "Tomás", "Ji-woo", "Fátima", "Carlos", "Ivana",
                                "Peter", "Lucía", "Minh",  "Rosa",   "Andrés", "Leïla"};
constexpr std::array englishMonths{"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};
constexpr std::array spanishMonths{"enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
                                   "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre"};

template<std::size_t N>
QString pick(const std::array<const char *, N> &from, int number)
{
    return QString::fromUtf8(from[static_cast<std::size_t>(number) % N]);
}

//! A pseudo-random number from 0 to `below` - 1, the same each time for the same arguments.
int scattered(int number, int salt, int below)
{
    const auto mixed = (quint64(number) * 0x9E3779B97F4A7C15ull + quint64(salt) * 0xD1B54A32D192ED03ull);
    return int((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9ull >> 33) % below;
}

QDateTime beginning()
{
    return {QDate(2024, 1, 2), QTime(9, 0), Qt::UTC};
}

QString englishDate(const QDate &date)
{
    return u"%1 %2, %3"_s.arg(pick(englishMonths, date.month() - 1)).arg(date.day()).arg(date.year());
}

QString spanishDate(const QDate &date)
{
    return u"%1 de %2 de %3"_s.arg(date.day(), 2, 10, QChar(u'0'))
        .arg(pick(spanishMonths, date.month() - 1))
        .arg(date.year());
}

//! A status as JSON, in the form of the service's replies.
QByteArray replyOf(const CaseStatus &status)
{
    QJsonArray history;
    for (const TimelineEntry &entry : status.history) {
        history.append(QJsonObject{{u"date"_s, entry.dateText},
                                   {u"completed_text_en"_s, entry.text.en},
                                   {u"completed_text_es"_s, entry.text.es}});
    }
    const QJsonObject body{{u"receiptNumber"_s, status.receipt.toString()},
                           {u"formType"_s, status.formType},
                           {u"submittedDate"_s, status.submittedDate},
                           {u"modifiedDate"_s, status.modifiedDate},
                           {u"current_case_status_text_en"_s, status.title.en},
                           {u"current_case_status_desc_en"_s, status.description.en},
                           {u"current_case_status_text_es"_s, status.title.es},
                           {u"current_case_status_desc_es"_s, status.description.es},
                           {u"hist_case_status"_s, history}};
    return QJsonDocument(QJsonObject{{u"case_status"_s, body}, {u"message"_s, status.message}})
        .toJson(QJsonDocument::Compact);
}

HttpTranscript transcriptOf(const ReceiptNumber &receipt, const QDateTime &at, int number, const QByteArray &reply)
{
    return {.method = "GET",
            .url = QUrl(u"https://api-int.uscis.gov/case-status/"_s + receipt.toString()),
            .requestHeaders = {{"Accept", "application/json"},
                               {"Authorization", "Bearer \xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2"},
                               {"User-Agent", "Linterna/0.1"},
                               {"Cache-Control", "no-cache"}},
            .sentAt = at,
            .took = std::chrono::milliseconds(80 + number % 300),
            .status = 200,
            .replyHeaders = {{"Content-Type", "application/json"},
                             {"Date", at.toString(Qt::RFC2822Date).toLatin1()},
                             {"X-Request-Id", QByteArray::number(scattered(number, 77, 2'000'000'000), 16)},
                             {"Content-Length", QByteArray::number(reply.size())}},
            .replyBody = reply,
            .tlsVersion = u"TLSv1.3"_s};
}

} // namespace

RecordMaker::RecordMaker(int checks, int receipts) : m_checks(checks), m_receipts(receipts)
{
    QFile file(QStringLiteral(LINTERNA_RESOURCES "/practice/status-texts.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no status texts");
    m_texts = QJsonDocument::fromJson(file.readAll()).array();
}

ReceiptNumber RecordMaker::receipt(int number)
{
    // A bijection of numbers of ten digits, so that no two cases have the same receipt number.
    const qint64 digits = (qint64(number) * 7'919'777 + 9'000'000'123) % 9'999'999'967;
    return *ReceiptNumber::fromText(pick(prefixes, number) + u"%1"_s.arg(digits, 10, 10, QChar(u'0')));
}

QString RecordMaker::client(int number)
{
    return u"%1, %2 · file %3"_s
        .arg(pick(surnames, scattered(number, 1, 1000)), pick(givenNames, scattered(number, 2, 1000)))
        .arg(number, 5, 10, QChar(u'0'));
}

CaseDetails RecordMaker::details(int number) const
{
    CaseDetails details{.client = client(number)};
    if (number % 3 == 0)
        details.note = u"Called on day %1; waits for the %2 of the sister. Prefers Spanish."_s.arg(number % 28 + 1)
                           .arg(pick(forms, number / 3));
    if (number % 5 == 0)
        details.tags = {number % 2 == 0 ? u"urgent"_s : u"asylum clinic"_s};
    return details;
}

CaseStatus RecordMaker::status(int number, int stage) const
{
    const int form = scattered(number, 3, int(forms.size()));
    const QJsonObject text = m_texts[stage == 0 ? 0 : scattered(number, 10 + stage, int(m_texts.size()))].toObject();
    const QDate date = beginning().date().addDays(scattered(number, 4, 300) + 90 * stage);
    const QString formText = u"Form %1, %2"_s.arg(pick(forms, form), pick(formNames, form));
    const ReceiptNumber ofCase = receipt(number);
    const auto filled = [&](const char *key) {
        return text[QLatin1StringView(key)]
            .toString()
            .replace(u"{date_en}"_s, englishDate(date))
            .replace(u"{date_es}"_s, spanishDate(date))
            .replace(u"{form}"_s, formText)
            .replace(u"{form_es}"_s, formText)
            .replace(u"{receipt}"_s, ofCase.toString());
    };
    CaseStatus status{.receipt = ofCase,
                      .formType = pick(forms, form),
                      .submittedDate = beginning().date().addDays(scattered(number, 4, 300)).toString(u"MM-dd-yyyy"_s)
                          + u" 14:28:46"_s,
                      .modifiedDate = date.toString(u"MM-dd-yyyy"_s) + u" 08:00:00"_s,
                      .title = {filled("en_title"), filled("es_title")},
                      .description = {filled("en_desc"), filled("es_desc")},
                      .message = u"Query was successful for payload {'receipt_number': '%1'}"_s.arg(ofCase.toString())};
    for (int i = stage; i >= 0; --i) {
        const QDate day = beginning().date().addDays(scattered(number, 4, 300) + 90 * i);
        status.history.push_back({day.toString(Qt::ISODate),
                                  day,
                                  {u"We took step %1 of your %2."_s.arg(i).arg(formText),
                                   u"Dimos el paso %1 de su %2."_s.arg(i).arg(formText)}});
    }
    return status;
}

Result<std::optional<ImportedItem>> RecordMaker::next()
{
    if (m_next == m_checks)
        return std::optional<ImportedItem>();
    const int check = m_next++;
    const int number = check % m_receipts;
    const int round = check / m_receipts;
    const QDateTime at = beginning().addSecs(qint64(round) * 40 * 86'400 + number * 60);
    ImportedCheck imported{.outcome = {.receipt = receipt(number),
                                       .connection = u"USCIS production"_s,
                                       .askedBy = check % 10 == 0 ? AskedBy::Person : AskedBy::Batch,
                                       .checkedAt = at,
                                       .result = Error{.code = ErrorCode::Server, .httpStatus = 503}},
                           .details = details(number)};
    CheckOutcome &outcome = imported.outcome;
    if (scattered(check, 5, 30) == 0) {
        outcome.rawReply = "<html><body><h1>503 Service Unavailable</h1></body></html>";
        outcome.httpStatus = 503;
    } else {
        outcome.result = status(number, round * 3 / 20 + (scattered(number, 6, 20) < round ? 1 : 0));
        outcome.rawReply = replyOf(*outcome.result);
        outcome.httpStatus = 200;
    }
    outcome.transcripts = {transcriptOf(outcome.receipt, at, check, outcome.rawReply)};
    return std::optional<ImportedItem>(std::move(imported));
}

Secret benchKey()
{
    return Secret(QByteArray::fromBase64(practiceDataKey().view().toByteArray()));
}

QString recordOf(int checks, int receipts)
{
    static const QTemporaryDir temporary(
        QDir::current().filePath(u"linterna-bench-XXXXXX"_s)); // on a disk, not in memory
    const QString kept = qEnvironmentVariable("LINTERNA_BENCH_DATA");
    const QDir folder(kept.isEmpty() ? temporary.path() : kept);
    const QString name = u"record-%1-%2.db"_s.arg(checks).arg(receipts);
    if (folder.exists(name))
        return folder.filePath(name);
    const QString making = folder.filePath(u"making-"_s + name);
    {
        QElapsedTimer timer;
        timer.start();
        const SystemClock clock;
        LocalRecord history{clock};
        if (!wait(history.file().open({.file = making, .dataKey = benchKey(), .role = RecordRole::Owner})))
            qFatal("the record could not be opened");
        const auto made = wait(history.importAll(std::make_shared<RecordMaker>(checks, receipts)));
        if (!made || made->checks != checks)
            qFatal("the record could not be made");
        std::printf("    (a record of %d checks over %d receipts made in %.0f s)\n", checks, receipts,
                    double(timer.elapsed()) / 1e3);
        std::fflush(stdout);
    }
    if (!QFile::rename(making, folder.filePath(name)))
        qFatal("the record could not be named");
    return folder.filePath(name);
}

void openWhole(LocalRecord &history, const QString &file)
{
    bool read = false;
    const QObject context; // the record tells again later, when nobody waits here any more
    QObject::connect(&history, &LocalRecord::recordRead, &context, [&] { read = true; });
    if (!wait(history.file().open({.file = file, .dataKey = benchKey(), .role = RecordRole::Owner})))
        qFatal("the record could not be opened");
    while (!read)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

} // namespace linterna::bench
