// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/outcomecodec.h"

#include "lib/text/cbortext.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int outcomeVersion = 1;

QCborValue fromMoment(const std::optional<QDateTime> &moment)
{
    return moment ? QCborValue(moment->toMSecsSinceEpoch()) : QCborValue(nullptr);
}

std::optional<QDateTime> toMoment(const QCborValue &value)
{
    return value.isInteger() ? std::optional(QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC)) : std::nullopt;
}

QCborArray fromBilingual(const BilingualText &text)
{
    return {cborFromText(text.en), cborFromText(text.es)};
}

BilingualText toBilingual(const QCborValue &value)
{
    return {textFromCbor(value[0]), textFromCbor(value[1])};
}

QCborArray fromHistory(const std::vector<TimelineEntry> &history)
{
    QCborArray entries;
    for (const TimelineEntry &entry : history) {
        const QCborValue date = entry.date ? QCborValue(entry.date->toJulianDay()) : QCborValue(nullptr);
        entries.append(
            QCborArray{cborFromText(entry.dateText), date, cborFromText(entry.text.en), cborFromText(entry.text.es)});
    }
    return entries;
}

QCborArray fromMended(const std::vector<MendedField> &mended)
{
    QCborArray fields;
    for (const MendedField &field : mended)
        fields.append(QCborArray{cborFromText(field.name), field.quotes});
    return fields;
}

QCborMap fromStatus(const CaseStatus &status)
{
    return {{u"v"_s, outcomeVersion},
            {u"receipt"_s, status.receipt.toString()},
            {u"form"_s, cborFromText(status.formType)},
            {u"submitted"_s, cborFromText(status.submittedDate)},
            {u"modified"_s, cborFromText(status.modifiedDate)},
            {u"title"_s, fromBilingual(status.title)},
            {u"description"_s, fromBilingual(status.description)},
            {u"history"_s, fromHistory(status.history)},
            {u"message"_s, cborFromText(status.message)},
            {u"repaired"_s, status.repaired},
            {u"mended"_s, fromMended(status.mended)}};
}

//! Reads what fromStatus() made as a stream: a record is exported a million at a time, and QCborMap takes three times
//! as long.
class StatusReader
{
public:
    explicit StatusReader(const QByteArray &bytes) : m_reader(bytes) {}

    //! The status; empty where the bytes are none of our version.
    std::optional<CaseStatus> read()
    {
        if (!m_reader.isMap())
            return {};
        eachOf([this] { readMember(readCborText(m_reader)); });
        return m_reader.lastError() == QCborError::NoError && m_version == outcomeVersion ? std::move(m_status)
                                                                                          : std::nullopt;
    }

private:
    //! Reads the members of the container that begins here by calling `readOne` for each.
    template<class ReadOne>
    void eachOf(ReadOne readOne)
    {
        if (!m_reader.isContainer() || !m_reader.enterContainer()) {
            m_reader.next();
            return;
        }
        while (m_reader.lastError() == QCborError::NoError && m_reader.hasNext())
            readOne();
        if (m_reader.lastError() == QCborError::NoError)
            m_reader.leaveContainer();
    }
    std::optional<qint64> integer()
    {
        const auto value = m_reader.isInteger() ? std::optional(m_reader.toInteger()) : std::nullopt;
        m_reader.next();
        return value;
    }
    void readMember(const QString &name)
    {
        if (name == "v"_L1)
            m_version = integer().value_or(0);
        else if (name == "receipt"_L1)
            readReceipt();
        else if (!m_status || !readOf(*m_status, name)) // the receipt number stands before all others
            m_reader.next();
    }
    //! Reads a member into `status`. False where there is none of that name: its value is then still to be read.
    bool readOf(CaseStatus &status, const QString &name)
    {
        if (name == "form"_L1)
            status.formType = readCborText(m_reader);
        else if (name == "submitted"_L1)
            status.submittedDate = readCborText(m_reader);
        else if (name == "modified"_L1)
            status.modifiedDate = readCborText(m_reader);
        else if (name == "title"_L1)
            status.title = bilingual();
        else if (name == "description"_L1)
            status.description = bilingual();
        else if (name == "history"_L1)
            eachOf([&] { status.history.push_back(historyEntry()); });
        else if (name == "message"_L1)
            status.message = readCborText(m_reader);
        else if (name == "repaired"_L1)
            status.repaired = readBoolean();
        else if (name == "mended"_L1) // not there in rows from before this was kept
            eachOf([&] { status.mended.push_back(mendedField()); });
        else
            return false;
        return true;
    }
    void readReceipt()
    {
        if (const auto receipt = ReceiptNumber::fromText(readCborText(m_reader)))
            m_status = CaseStatus{.receipt = *receipt};
    }
    bool readBoolean()
    {
        const bool value = m_reader.isBool() && m_reader.toBool();
        m_reader.next();
        return value;
    }
    BilingualText bilingual()
    {
        BilingualText text;
        int at = 0;
        eachOf([&] {
            QString one = readCborText(m_reader);
            if (at < 2)
                (at == 0 ? text.en : text.es) = std::move(one);
            ++at;
        });
        return text;
    }
    TimelineEntry historyEntry()
    {
        TimelineEntry entry;
        int at = 0;
        eachOf([&] {
            if (at == 1) {
                if (const auto day = integer())
                    entry.date = QDate::fromJulianDay(*day);
            } else {
                QString text = readCborText(m_reader);
                (at == 0 ? entry.dateText : at == 2 ? entry.text.en : entry.text.es) = std::move(text);
            }
            ++at;
        });
        return entry;
    }
    MendedField mendedField()
    {
        MendedField field;
        int at = 0;
        eachOf([&] {
            if (at++ == 0)
                field.name = readCborText(m_reader);
            else
                field.quotes = static_cast<int>(integer().value_or(0));
        });
        return field;
    }

    QCborStreamReader m_reader;
    qint64 m_version = 0;
    std::optional<CaseStatus> m_status;
};

QCborValue fromTls(const TlsProblem &problem)
{
    QCborArray names;
    for (const QString &name : problem.names)
        names.append(cborFromText(name));
    return QCborMap{
        {u"kind"_s, tlsProblemName(problem.kind)}, {u"date"_s, fromMoment(problem.date)}, {u"names"_s, names}};
}

//! Empty where there is no map: rows from before errors had this, and errors of another kind.
std::optional<TlsProblem> toTls(const QCborValue &value)
{
    if (!value.isMap())
        return {};
    TlsProblem problem{.kind = tlsProblemFromName(value[u"kind"_s].toString()), .date = toMoment(value[u"date"_s])};
    for (const QCborValue name : value[u"names"_s].toArray())
        problem.names += textFromCbor(name);
    return problem;
}

QCborMap fromError(const Error &error)
{
    return {{u"v"_s, outcomeVersion},
            {u"error"_s, errorCodeName(error.code)},
            {u"http"_s, error.httpStatus},
            {u"retry"_s, fromMoment(error.retryAt)},
            {u"server"_s, cborFromText(error.serverMessage)},
            {u"detail"_s, cborFromText(error.detail)},
            {u"tls"_s, error.tls ? fromTls(*error.tls) : QCborValue(nullptr)}};
}

std::optional<Result<CaseStatus>> toError(const QCborMap &map)
{
    const auto code = errorCodeFromName(map[u"error"_s].toString());
    if (!code)
        return {};
    return Error{.code = *code,
                 .httpStatus = static_cast<int>(map[u"http"_s].toInteger()),
                 .retryAt = toMoment(map[u"retry"_s]),
                 .serverMessage = textFromCbor(map[u"server"_s]),
                 .detail = textFromCbor(map[u"detail"_s]),
                 .tls = toTls(map[u"tls"_s])};
}

//! Empty where the bytes are no map of our version.
std::optional<QCborMap> readMap(const QByteArray &bytes)
{
    const QCborMap map = QCborValue::fromCbor(bytes).toMap();
    return map[u"v"_s].toInteger() == outcomeVersion ? std::optional(map) : std::nullopt;
}

} // namespace

QByteArray encodeSummary(const CheckOutcome &outcome)
{
    const bool good = outcome.result.ok();
    return QCborMap{{u"v"_s, outcomeVersion},
                    {u"receipt"_s, outcome.receipt.toString()},
                    {u"form"_s, good ? cborFromText(outcome.result->formType) : QCborValue(QString())},
                    {u"title"_s, good ? fromBilingual(outcome.result->title) : QCborArray()}}
        .toCborValue()
        .toCbor();
}

std::optional<OutcomeSummary> decodeSummary(const QByteArray &bytes)
{
    const auto map = readMap(bytes);
    const auto receipt = map ? ReceiptNumber::fromText((*map)[u"receipt"_s].toString()) : std::nullopt;
    if (!receipt)
        return {};
    return OutcomeSummary{*receipt, textFromCbor((*map)[u"form"_s]), toBilingual((*map)[u"title"_s])};
}

QByteArray encodeAnswer(const Result<CaseStatus> &answer)
{
    return QCborValue(answer ? fromStatus(*answer) : fromError(answer.error())).toCbor();
}

std::optional<Result<CaseStatus>> decodeAnswer(const QByteArray &bytes)
{
    if (auto status = StatusReader(bytes).read())
        return Result<CaseStatus>(*std::move(status));
    const auto map = readMap(bytes);
    return map && map->contains(u"error"_s) ? toError(*map) : std::nullopt;
}

} // namespace linterna
