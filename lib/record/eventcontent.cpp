// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/eventcontent.h"

#include "lib/crypto/sha256.h"
#include "lib/record/canonicalanswer.h"
#include "lib/record/storednames.h"
#include "lib/text/wtf8.h"

#include <limits>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 eventFormat = 1;

QByteArray bytesOrNull(const QByteArray &value)
{
    return value.isEmpty() ? canonicalcbor::null() : canonicalcbor::bytes(value);
}

QByteArray textValue(const QString &text)
{
    return canonicalcbor::bytes(wtf8Of(text));
}

QByteArray receiptValue(const ReceiptNumber &receipt)
{
    return canonicalcbor::bytes(receipt.toString().toLatin1());
}

void add(CanonicalMap &map, const CheckContent &check)
{
    map.add("receipt"_L1, receiptValue(check.receipt));
    map.add("checked_at"_L1, canonicalcbor::integer(check.checkedAt));
    map.add("connection"_L1, textValue(check.connection));
    map.add("asked_by"_L1, textValue(askedByName(check.askedBy)));
    map.add("http_status"_L1, canonicalcbor::integer(check.httpStatus));
    map.add("outcome"_L1, textValue(check.error ? errorCodeName(*check.error) : u"ok"_s));
    map.add("answer"_L1, bytesOrNull(check.answer));
    map.add("description_en"_L1, bytesOrNull(check.descriptionEn));
    map.add("description_es"_L1, bytesOrNull(check.descriptionEs));
    map.add("raw_reply"_L1, bytesOrNull(check.rawReply));
    map.add("transcripts"_L1, bytesOrNull(check.transcripts));
}

//! One event as its bytes, several as an array, none as null.
QByteArray replacedEvents(const QByteArrayList &replaced)
{
    if (replaced.size() < 2)
        return bytesOrNull(replaced.value(0));
    QByteArrayList members;
    for (const QByteArray &uuid : replaced)
        members << canonicalcbor::bytes(uuid);
    return canonicalcbor::array(members);
}

void add(CanonicalMap &map, const EditContent &edit)
{
    map.add("receipt"_L1, receiptValue(edit.receipt));
    map.add("field"_L1, canonicalcbor::text(caseFieldName(edit.field)));
    map.add("value"_L1, encodeField(edit.field, edit.value));
    map.add("replaces"_L1, replacedEvents(edit.replaces));
}

void add(CanonicalMap &map, const TargetsContent &content)
{
    QByteArrayList targets;
    for (const EventRange &range : content.targets)
        targets << canonicalcbor::array({canonicalcbor::bytes(range.desk), canonicalcbor::integer(range.first),
                                         canonicalcbor::integer(range.last)});
    map.add("targets"_L1, canonicalcbor::array(targets));
}

void add(CanonicalMap &map, const RestoredContent &restored)
{
    map.add("deletion"_L1, canonicalcbor::bytes(restored.deletion));
}

void add(CanonicalMap &map, const FiltersContent &content)
{
    QByteArrayList filters;
    for (const QByteArray &filter : content.filters)
        filters << canonicalcbor::bytes(filter);
    map.add("filters"_L1, canonicalcbor::array(filters));
    map.add("replaces"_L1, replacedEvents(content.replaces));
}

void add(CanonicalMap &map, const DeskContent &desk)
{
    map.add("program"_L1, textValue(desk.program));
    map.add("continues"_L1,
            desk.continues ? canonicalcbor::array({canonicalcbor::bytes(desk.continues->desk),
                                                   canonicalcbor::integer(desk.continues->number),
                                                   canonicalcbor::bytes(desk.continues->link)})
                           : canonicalcbor::null());
}

void add(CanonicalMap &map, const DamagedContent &damaged)
{
    map.add("checked_at"_L1, canonicalcbor::integer(damaged.checkedAt));
    map.add("raw"_L1, canonicalcbor::bytes(damaged.raw));
}

//! Bytes of exactly this size, or null.
std::optional<QByteArray> fixedOrNull(const CanonicalReader &map, QLatin1StringView key, qsizetype size)
{
    if (map.isNull(key))
        return QByteArray();
    const auto found = map.bytes(key);
    return found && found->size() == size ? std::optional(found->toByteArray()) : std::nullopt;
}

std::optional<QByteArrayList> replacedIn(const CanonicalReader &map)
{
    const auto members = map.array("replaces"_L1);
    if (!members) {
        const auto one = fixedOrNull(map, "replaces"_L1, UuidBytes);
        if (!one)
            return {};
        return one->isEmpty() ? QByteArrayList() : QByteArrayList{*one};
    }
    QByteArrayList replaced;
    for (const CanonicalValue &member : *members) {
        if (member.kind != CanonicalValue::Kind::Bytes || member.content.size() != UuidBytes)
            return {};
        replaced << member.content.toByteArray();
    }
    return replaced.size() > 1 ? std::optional(replaced) : std::nullopt; // one, or none, is written in another way
}

std::optional<QString> textOf(const CanonicalReader &map, QLatin1StringView key)
{
    const auto found = map.bytes(key);
    return found ? strictTextOfWtf8(*found) : std::nullopt;
}

std::optional<ReceiptNumber> receiptOf(const CanonicalReader &map)
{
    const auto found = map.bytes("receipt"_L1);
    const auto receipt = found ? ReceiptNumber::fromText(QString::fromLatin1(*found)) : std::nullopt;
    // Only what the number itself would be written as: no two readings of the same bytes.
    return receipt && receipt->toString().toLatin1() == *found ? receipt : std::nullopt;
}

std::optional<EventContent> decodeCheck(const CanonicalReader &map)
{
    const auto receipt = receiptOf(map);
    const auto checkedAt = map.integer("checked_at"_L1);
    const auto connection = textOf(map, "connection"_L1);
    const auto askedBy = map.bytes("asked_by"_L1);
    const auto httpStatus = map.integer("http_status"_L1);
    const auto outcome = map.bytes("outcome"_L1);
    if (!receipt || !checkedAt || !connection || !askedBy || !httpStatus || !outcome)
        return {};
    if (*httpStatus < 0 || *httpStatus > std::numeric_limits<int>::max())
        return {};
    CheckContent check{.receipt = *receipt,
                       .checkedAt = *checkedAt,
                       .connection = *connection,
                       .askedBy = askedByFromName(QString::fromUtf8(*askedBy)),
                       .httpStatus = static_cast<int>(*httpStatus)};
    if (*outcome != QByteArrayView("ok")) // an error of a later version is still an error
        check.error = errorCodeFromName(QString::fromUtf8(*outcome)).value_or(ErrorCode::Server);
    const std::pair<QLatin1StringView, QByteArray CheckContent::*> hashes[] = {
        {"answer"_L1, &CheckContent::answer},
        {"description_en"_L1, &CheckContent::descriptionEn},
        {"description_es"_L1, &CheckContent::descriptionEs},
        {"raw_reply"_L1, &CheckContent::rawReply},
        {"transcripts"_L1, &CheckContent::transcripts}};
    for (const auto &[key, member] : hashes) {
        auto hash = fixedOrNull(map, key, EventHashBytes);
        if (!hash)
            return {};
        check.*member = *std::move(hash);
    }
    return check;
}

std::optional<EventContent> decodeEdit(const CanonicalReader &map)
{
    const auto receipt = receiptOf(map);
    const auto name = map.text("field"_L1);
    if (!name)
        return {};
    const auto field = caseFieldFromName(*name);
    const CanonicalValue *value = map.value("value"_L1);
    auto replaces = replacedIn(map);
    if (!receipt || !field || !value || !replaces)
        return {};
    EditContent edit{.receipt = *receipt, .field = *field, .replaces = *std::move(replaces)};
    return decodeField(edit.field, *value, edit.value) ? std::optional<EventContent>(edit) : std::nullopt;
}

std::optional<EventRange> rangeOf(const CanonicalValue &value)
{
    using Kind = CanonicalValue::Kind;
    const auto members = CanonicalReader::membersOf(value);
    if (!members || members->size() != 3 || (*members)[0].kind != Kind::Bytes || (*members)[1].kind != Kind::Integer
        || (*members)[2].kind != Kind::Integer)
        return {};
    const EventRange range{(*members)[0].content.toByteArray(), (*members)[1].number, (*members)[2].number};
    const bool sound = range.desk.size() == UuidBytes && range.first >= 1 && range.last >= range.first;
    return sound ? std::optional(range) : std::nullopt;
}

std::optional<EventContent> decodeTargets(const CanonicalReader &map)
{
    const auto members = map.array("targets"_L1);
    if (!members)
        return {};
    TargetsContent content;
    for (const CanonicalValue &member : *members) {
        const auto range = rangeOf(member);
        if (!range)
            return {};
        content.targets.push_back(*range);
    }
    return content;
}

std::optional<EventContent> decodeRestored(const CanonicalReader &map)
{
    const auto deletion = map.bytes("deletion"_L1);
    return deletion && deletion->size() == UuidBytes
        ? std::optional<EventContent>(RestoredContent{deletion->toByteArray()})
        : std::nullopt;
}

std::optional<EventContent> decodeFilters(const CanonicalReader &map)
{
    const auto members = map.array("filters"_L1);
    auto replaces = replacedIn(map);
    if (!members || !replaces)
        return {};
    FiltersContent content{.replaces = *std::move(replaces)};
    for (const CanonicalValue &member : *members) {
        if (member.kind != CanonicalValue::Kind::Bytes)
            return {};
        content.filters << member.content.toByteArray();
    }
    return content;
}

std::optional<EventContent> decodeDesk(const CanonicalReader &map)
{
    using Kind = CanonicalValue::Kind;
    const auto program = textOf(map, "program"_L1);
    if (!program)
        return {};
    DeskContent desk{.program = *program};
    if (map.isNull("continues"_L1))
        return desk;
    const auto members = map.array("continues"_L1);
    if (!members || members->size() != 3 || (*members)[0].kind != Kind::Bytes || (*members)[1].kind != Kind::Integer
        || (*members)[2].kind != Kind::Bytes)
        return {};
    EventHead continues{.desk = (*members)[0].content.toByteArray(),
                        .number = (*members)[1].number,
                        .link = (*members)[2].content.toByteArray()};
    if (continues.desk.size() != UuidBytes || continues.number < 1 || continues.link.size() != EventHashBytes)
        return {};
    desk.continues = std::move(continues);
    return desk;
}

std::optional<EventContent> decodeDamaged(const CanonicalReader &map)
{
    const auto checkedAt = map.integer("checked_at"_L1);
    const auto raw = map.bytes("raw"_L1);
    return checkedAt && raw ? std::optional<EventContent>(DamagedContent{*checkedAt, raw->toByteArray()})
                            : std::nullopt;
}

std::optional<EventContent> decodeContent(QByteArrayView kind, const CanonicalReader &map)
{
    using Decode = std::optional<EventContent> (*)(const CanonicalReader &);
    static constexpr std::pair<QLatin1StringView, Decode> kinds[] = {
        {eventkind::check, decodeCheck},       {eventkind::edit, decodeEdit},
        {eventkind::filters, decodeFilters},   {eventkind::deletion, decodeTargets},
        {eventkind::restored, decodeRestored}, {eventkind::destroyed, decodeTargets},
        {eventkind::desk, decodeDesk},         {eventkind::damaged, decodeDamaged}};
    for (const auto &[name, decode] : kinds) {
        if (kind == QByteArrayView(name.data(), name.size()))
            return decode(map);
    }
    return {};
}

} // namespace

CheckContent checkContentOf(const CheckOutcome &outcome)
{
    CheckContent content{.receipt = outcome.receipt,
                         .checkedAt = outcome.checkedAt.toMSecsSinceEpoch(),
                         .connection = outcome.connection,
                         .askedBy = outcome.askedBy,
                         .httpStatus = outcome.httpStatus,
                         .answer = sha256Of({canonicalAnswer(outcome.result)})};
    if (outcome.result) {
        content.descriptionEn = sha256Of({wtf8Of(outcome.result->description.en)});
        content.descriptionEs = sha256Of({wtf8Of(outcome.result->description.es)});
    } else {
        content.error = outcome.result.error().code;
    }
    if (!outcome.rawReply.isEmpty())
        content.rawReply = sha256Of({outcome.rawReply});
    if (!outcome.transcripts.empty())
        content.transcripts = sha256Of({canonicalTranscripts(outcome.transcripts, outcome.rawReply)});
    return content;
}

QByteArray encodeEvent(QLatin1StringView kind, const EventOrigin &origin, const EventContent &content)
{
    CanonicalMap map;
    map.add("format"_L1, canonicalcbor::integer(eventFormat));
    map.add("kind"_L1, canonicalcbor::text(kind));
    map.add("uuid"_L1, canonicalcbor::bytes(origin.uuid));
    map.add("person"_L1, textValue(origin.person));
    if (origin.takenOver)
        map.add("taken_over"_L1, canonicalcbor::integer(*origin.takenOver));
    std::visit([&map](const auto &one) { add(map, one); }, content);
    return map.encoded();
}

std::optional<DecodedEvent> decodeEvent(QByteArrayView canonical)
{
    const auto map = CanonicalReader::read(canonical);
    if (!map || map->integer("format"_L1) != eventFormat)
        return {};
    const auto kind = map->text("kind"_L1);
    const auto uuid = map->bytes("uuid"_L1);
    const auto person = textOf(*map, "person"_L1);
    const auto takenOver = map->integer("taken_over"_L1);
    if (!kind || !uuid || uuid->size() != UuidBytes || !person || (map->value("taken_over"_L1) && !takenOver))
        return {};
    auto content = decodeContent(*kind, *map);
    if (!content)
        return {};
    return DecodedEvent{.origin = {uuid->toByteArray(), *person, takenOver},
                        .kind = kind->toByteArray(),
                        .content = *std::move(content)};
}

} // namespace linterna
