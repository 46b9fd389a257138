// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/outcomecodec.h"

#include "history/cbortext.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int formatVersion = 1;

QCborValue fromMoment(const std::optional<QDateTime> &moment)
{
    return moment ? QCborValue(moment->toMSecsSinceEpoch()) : QCborValue(nullptr);
}

std::optional<QDateTime> toMoment(const QCborValue &value)
{
    return value.isInteger() ? std::optional(QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC))
                             : std::nullopt;
}

QCborArray fromBilingual(const BilingualText &text)
{
    return {cborFromText(text.en), cborFromText(text.es)};
}

BilingualText toBilingual(const QCborValue &value)
{
    return {textFromCbor(value[0]), textFromCbor(value[1])};
}

QCborArray fromHistory(const std::vector<HistoryEntry> &history)
{
    QCborArray entries;
    for (const HistoryEntry &entry : history) {
        const QCborValue date = entry.date ? QCborValue(entry.date->toJulianDay()) : QCborValue(nullptr);
        entries.append(QCborArray{cborFromText(entry.dateText), date, cborFromText(entry.text.en), cborFromText(entry.text.es)});
    }
    return entries;
}

std::vector<HistoryEntry> toHistory(const QCborArray &entries)
{
    std::vector<HistoryEntry> history;
    for (const QCborValue entry : entries) {
        const QCborValue date = entry[1];
        history.push_back({textFromCbor(entry[0]),
                           date.isInteger() ? std::optional(QDate::fromJulianDay(date.toInteger())) : std::nullopt,
                           {textFromCbor(entry[2]), textFromCbor(entry[3])}});
    }
    return history;
}

QCborArray fromMended(const std::vector<MendedField> &mended)
{
    QCborArray fields;
    for (const MendedField &field : mended)
        fields.append(QCborArray{cborFromText(field.name), field.quotes});
    return fields;
}

//! Empty where there is none: rows from before this was kept.
std::vector<MendedField> toMended(const QCborArray &fields)
{
    std::vector<MendedField> mended;
    for (const QCborValue field : fields)
        mended.push_back({textFromCbor(field[0]), static_cast<int>(field[1].toInteger())});
    return mended;
}

QCborMap fromStatus(const CaseStatus &status)
{
    return {{u"v"_s, formatVersion},
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

std::optional<Result<CaseStatus>> toStatus(const QCborMap &map)
{
    const auto receipt = ReceiptNumber::fromText(map[u"receipt"_s].toString());
    if (!receipt)
        return {};
    return CaseStatus{.receipt = *receipt,
                      .formType = textFromCbor(map[u"form"_s]),
                      .submittedDate = textFromCbor(map[u"submitted"_s]),
                      .modifiedDate = textFromCbor(map[u"modified"_s]),
                      .title = toBilingual(map[u"title"_s]),
                      .description = toBilingual(map[u"description"_s]),
                      .history = toHistory(map[u"history"_s].toArray()),
                      .message = textFromCbor(map[u"message"_s]),
                      .repaired = map[u"repaired"_s].toBool(),
                      .mended = toMended(map[u"mended"_s].toArray())};
}

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
    return {{u"v"_s, formatVersion},
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
    return map[u"v"_s].toInteger() == formatVersion ? std::optional(map) : std::nullopt;
}

} // namespace

QByteArray encodeSummary(const CheckOutcome &outcome)
{
    const bool good = outcome.result.ok();
    return QCborMap{{u"v"_s, formatVersion},
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
    const auto map = readMap(bytes);
    if (!map)
        return {};
    return map->contains(u"error"_s) ? toError(*map) : toStatus(*map);
}

} // namespace linterna
