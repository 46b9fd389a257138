// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/historyexport.h"

#include "csv/csvwriter.h"
#include "history/changedetector.h"
#include "history/storednames.h"
#include "text/safehtml.h"

#include <QFile>
#include <QSaveFile>

#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! What a cell is made of. `outcome` is null where the check could not be decrypted, `status` where it is no answer.
struct Source {
    const HistoryRow &row;
    const CheckOutcome *outcome;
    const CaseStatus *status;
    const BilingualText &plain;
};

QString outcomeCell(const Source &source)
{
    if (!source.outcome)
        return u"unreadable"_s;
    return source.status ? u"ok"_s : errorCodeName(source.outcome->result.error().code);
}

//! "2023-09-05T14:28:46" for "09-05-2023 14:28:46", anything else as it was sent. Turned round as text: USCIS names no
//! time zone, so the computer's own must not have a say in which hours exist.
QString dateCell(const QString &sent)
{
    const QString text = sent.trimmed();
    const bool understood = text.size() == 19 && text[10] == u' '
                            && QDate::fromString(text.first(10), u"MM-dd-yyyy"_s).isValid()
                            && QTime::fromString(text.sliced(11), u"HH:mm:ss"_s).isValid();
    return understood ? u"%1-%2T%3"_s.arg(text.sliced(6, 4), text.first(5), text.sliced(11)) : sent;
}

//! "2023-09-05: We approved your form. | 2023-08-01: We received your form.", in the order of the case card.
QString timelineCell(const CaseStatus &status, QString BilingualText::*language)
{
    QStringList entries;
    for (const HistoryEntry &entry : status.history) {
        const QString date = entry.date ? entry.date->toString(Qt::ISODate) : entry.dateText;
        entries << (date.isEmpty() ? u""_s : date + u": "_s) + safeTitle(entry.text.*language);
    }
    return entries.join(u" | "_s);
}

QString serverMessageCell(const Source &source)
{
    return source.outcome && !source.status ? source.outcome->result.error().serverMessage : QString();
}

struct Column {
    QLatin1StringView name;
    //! Which of the three a cell cannot do without; it is empty otherwise.
    enum class Needs { Row, Outcome, Status } needs;
    QString (*cell)(const Source &source);
};
using Needs = Column::Needs;

//! Names and order are a promise to people's own programs: add at the end, change nothing.
constexpr std::array columns{
    Column{"checked_at"_L1, Needs::Row, [](const Source &s) { return s.row.checkedAt.toString(Qt::ISODate); }},
    Column{"receipt_number"_L1, Needs::Row,
           [](const Source &s) { return s.row.receipt ? s.row.receipt->toString() : QString(); }},
    Column{"form_type"_L1, Needs::Status, [](const Source &s) { return s.status->formType; }},
    Column{"outcome"_L1, Needs::Row, outcomeCell},
    Column{"category"_L1, Needs::Status, [](const Source &s) { return statusCategoryName(s.row.category); }},
    Column{"change"_L1, Needs::Row, [](const Source &s) { return changeName(s.row.change); }},
    Column{"title_en"_L1, Needs::Status, [](const Source &s) { return safeTitle(s.status->title.en); }},
    Column{"title_es"_L1, Needs::Status, [](const Source &s) { return safeTitle(s.status->title.es); }},
    Column{"description_en"_L1, Needs::Status, [](const Source &s) { return s.plain.en; }},
    Column{"description_es"_L1, Needs::Status, [](const Source &s) { return s.plain.es; }},
    Column{"submitted_date"_L1, Needs::Status, [](const Source &s) { return dateCell(s.status->submittedDate); }},
    Column{"modified_date"_L1, Needs::Status, [](const Source &s) { return dateCell(s.status->modifiedDate); }},
    Column{"timeline"_L1, Needs::Status, [](const Source &s) { return timelineCell(*s.status, &BilingualText::en); }},
    Column{"timeline_es"_L1, Needs::Status,
           [](const Source &s) { return timelineCell(*s.status, &BilingualText::es); }},
    Column{"connection"_L1, Needs::Row, [](const Source &s) { return s.row.connection; }},
    Column{"asked_by"_L1, Needs::Outcome, [](const Source &s) { return askedByName(s.outcome->askedBy); }},
    Column{"http_status"_L1, Needs::Outcome, [](const Source &s) { return QString::number(s.outcome->httpStatus); }},
    Column{"server_message"_L1, Needs::Row, serverMessageCell},
};

QString cellOf(const Column &column, const Source &source)
{
    const bool missing =
        (column.needs == Needs::Outcome && !source.outcome) || (column.needs == Needs::Status && !source.status);
    return missing ? QString() : column.cell(source);
}

class CsvExport : public HistoryVisitor
{
public:
    explicit CsvExport(const QString &file) : m_file(file) {}

    std::optional<Error> begin() override
    {
        // A name that was not valid in the file system's encoding has lost bytes on its way here: writing under what is
        // left of it would make another file that looks the same.
        if (m_file.contains(QChar::ReplacementCharacter) || QFile::decodeName(QFile::encodeName(m_file)) != m_file)
            return failed(u"this name cannot be written exactly"_s);
        m_device = std::make_unique<QSaveFile>(m_file);
        if (!m_device->open(QIODevice::WriteOnly))
            return failed(m_device->errorString());
        m_writer = std::make_unique<CsvWriter>(*m_device);
        QStringList names;
        for (const Column &column : columns)
            names << column.name;
        return write(names);
    }
    std::optional<Error> row(const HistoryRow &row, const std::optional<CheckOutcome> &outcome,
                             const BilingualText &plain) override
    {
        const Source source{row, outcome ? &*outcome : nullptr,
                            outcome && outcome->result ? &*outcome->result : nullptr, plain};
        QStringList cells;
        for (const Column &column : columns)
            cells << cellOf(column, source);
        return write(cells);
    }
    std::optional<Error> end() override
    {
        // commit() succeeds after a short write, and the old file is gone then: look at everything before it.
        if (!m_device->flush() || m_device->error() != QFileDevice::NoError
            || m_device->size() != m_writer->bytesWritten())
            return failed(m_device->errorString());
        return m_device->commit() ? std::nullopt : failed(m_device->errorString());
    }

private:
    std::optional<Error> write(const QStringList &cells)
    {
        return m_writer->writeRow(cells) ? std::nullopt : failed(m_device->errorString());
    }
    std::optional<Error> failed(const QString &reason) const
    {
        return Error{.code = ErrorCode::Storage, .detail = u"%1: %2"_s.arg(m_file, reason)};
    }

    QString m_file;
    std::unique_ptr<QSaveFile> m_device;
    std::unique_ptr<CsvWriter> m_writer;
};

} // namespace

JobOf<qint64> *exportHistory(HistoryStore &history, const QString &file)
{
    return history.visit(std::make_shared<CsvExport>(file));
}

} // namespace linterna
