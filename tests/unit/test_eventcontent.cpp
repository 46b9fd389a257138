// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/canonicalanswer.h"
#include "tests/support/eventvalues.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QTest>

#include <limits>
#include <map>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_eventcontent {

namespace {

constexpr qint64 largest = std::numeric_limits<qint64>::max();

QByteArray encodedAgain(const DecodedEvent &event)
{
    return encodeEvent(QLatin1StringView(event.kind), event.origin, event.content);
}

QByteArray encodedText(const QByteArray &wtf8)
{
    return canonicalcbor::bytes(wtf8);
}

const QByteArray uuid(UuidBytes, 'u');
const QByteArray range =
    canonicalcbor::array({canonicalcbor::bytes(uuid), canonicalcbor::integer(1), canonicalcbor::integer(largest)});

using Members = std::map<QByteArray, QByteArray>;

//! The members that an event of this kind has to have.
Members soundMembers(QLatin1StringView kind)
{
    const QByteArray receipt = canonicalcbor::bytes("EAC9999103402");
    const QByteArray null = canonicalcbor::null();
    const QByteArray number = canonicalcbor::integer(0);
    Members members{{"format", canonicalcbor::integer(1)},
                    {"kind", canonicalcbor::text(kind)},
                    {"uuid", canonicalcbor::bytes(uuid)},
                    {"person", encodedText("Ana")}};
    const std::map<QByteArray, Members> ofKind{
        {"check",
         {{"receipt", receipt},
          {"checked_at", number},
          {"connection", encodedText("A")},
          {"asked_by", encodedText("batch")},
          {"http_status", number},
          {"outcome", encodedText("offline")},
          {"answer", null},
          {"description_en", null},
          {"description_es", null},
          {"raw_reply", null},
          {"transcripts", null}}},
        {"edit",
         {{"receipt", receipt},
          {"field", canonicalcbor::text("client"_L1)},
          {"value", encodedText("C")},
          {"replaces", null}}},
        {"filters", {{"filters", canonicalcbor::array({})}, {"replaces", null}}},
        {"deletion", {{"targets", canonicalcbor::array({range})}}},
        {"destroyed", {{"targets", canonicalcbor::array({range})}}},
        {"restored", {{"deletion", canonicalcbor::bytes(uuid)}}},
        {"desk", {{"program", encodedText("1")}, {"continues", null}}},
        {"damaged", {{"checked_at", number}, {"raw", canonicalcbor::bytes("r")}}}};
    members.merge(Members(ofKind.at(QByteArray(kind.data(), kind.size()))));
    return members;
}

QByteArray encodedMembers(const Members &members)
{
    CanonicalMap map;
    for (const auto &[key, value] : members)
        map.add(QLatin1StringView(key), value);
    return map.encoded();
}

//! An event of this kind in which one member is another.
QByteArray eventWith(QLatin1StringView kind, const QByteArray &key, const QByteArray &value)
{
    Members members = soundMembers(kind);
    members[key] = value;
    return encodedMembers(members);
}

QByteArray editWith(QLatin1StringView field, const QByteArray &value)
{
    Members members = soundMembers(eventkind::edit);
    members["field"] = canonicalcbor::text(field);
    members["value"] = value;
    return encodedMembers(members);
}

QByteArray rangesWith(const QByteArray &desk, qint64 first, qint64 last)
{
    return eventWith(
        eventkind::destroyed, "targets",
        canonicalcbor::array({range,
                              canonicalcbor::array({canonicalcbor::bytes(desk), canonicalcbor::integer(first),
                                                    canonicalcbor::integer(last)})}));
}

QByteArray continuesWith(const QByteArray &desk, qint64 number, const QByteArray &link)
{
    return eventWith(
        eventkind::desk, "continues",
        canonicalcbor::array({canonicalcbor::bytes(desk), canonicalcbor::integer(number), canonicalcbor::bytes(link)}));
}

QByteArray tagsOf(qsizetype count, const QByteArray &tag)
{
    return canonicalcbor::array(QByteArrayList(count, encodedText(tag)));
}

} // namespace

class TestEventContent : public QObject
{
    Q_OBJECT
    const QJsonObject m_vectors = eventVectors();

    void addVectors() const
    {
        QTest::addColumn<QJsonValue>("event");
        for (const QJsonValue desk : m_vectors[u"desks"].toArray()) {
            for (const QJsonValue event : desk[u"events"].toArray())
                QTest::addRow("%s of number %lld", qPrintable(event[u"kind"].toString()), event[u"number"].toInteger())
                    << event;
        }
    }

private slots:
    void everyKindThereAndBack_data() { addVectors(); }
    void everyKindThereAndBack()
    {
        QFETCH(QJsonValue, event);
        const QString kind = event[u"kind"].toString();
        const QByteArray canonical = bytesOf(event[u"canonical"]);
        const auto decoded = decodeEvent(canonical);
        if (kind == "roster"_L1) { // of a later version
            QVERIFY(!decoded.has_value());
            return;
        }
        const QJsonValue map = event[u"content"];
        const QByteArray name = kind.toLatin1();
        QCOMPARE(encodeEvent(QLatin1StringView(name), originOf(map), contentOf(kind, map)).toHex(), canonical.toHex());
        QVERIFY(decoded.has_value());
        QCOMPARE(decoded->kind, name);
        QVERIFY(decoded->origin == originOf(map));
        QCOMPARE(encodedAgain(*decoded).toHex(), canonical.toHex());
    }
    void everyKindIsInTheVectors()
    {
        QSet<QString> kinds;
        for (const QJsonValue event : m_vectors[u"desks"][0][u"events"].toArray())
            kinds << event[u"kind"].toString();
        for (const QLatin1StringView kind :
             {eventkind::check, eventkind::edit, eventkind::filters, eventkind::deletion, eventkind::restored,
              eventkind::destroyed, eventkind::desk, eventkind::damaged})
            QVERIFY(kinds.contains(kind));
    }
    void parts()
    {
        const QJsonArray parts = m_vectors[u"parts"].toArray();
        QVERIFY(parts.size() >= 4);
        for (const QJsonValue part : parts) {
            const QJsonValue value = part[u"value"];
            const QByteArray canonical = part[u"part"] == u"transcripts"_s
                ? canonicalTranscripts(transcriptsOf(value, "{}"), "{}")
                : value[u"error"].isUndefined() ? canonicalAnswer(statusOf(value))
                                                : canonicalAnswer(errorOf(value));
            QCOMPARE(canonical.toHex(), bytesOf(part[u"canonical"]).toHex());
            QCOMPARE(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256), bytesOf(part[u"sha256"]));
        }
    }
    void aCheckNamesItsPartsByTheirHashes()
    {
        const QJsonArray parts = m_vectors[u"parts"].toArray();
        CheckOutcome outcome{.receipt = receiptOf(u"EAC9999103402"_s),
                             .connection = u"Legal Aid of Springfield"_s,
                             .checkedAt = QDateTime::fromMSecsSinceEpoch(1'796'000'000'123, Qt::UTC),
                             .result = statusOf(parts[0][u"value"]),
                             .httpStatus = 200,
                             .rawReply = "{}",
                             .transcripts = transcriptsOf(parts[3][u"value"], "{}")};
        outcome.result->description.en = u"<p>Your card</p>"_s;
        QVERIFY(checkContentOf(outcome) == checkOf(m_vectors[u"desks"][0][u"events"][1][u"content"]));
        // What the program works out from an answer is not in it.
        outcome.change = Change::Status;
        outcome.result->repaired = true;
        outcome.result->mended = {{u"field"_s, 2}};
        outcome.result->history[0].date = QDate(2023, 9, 5);
        QVERIFY(checkContentOf(outcome) == checkOf(m_vectors[u"desks"][0][u"events"][1][u"content"]));

        const CheckOutcome failed{.receipt = outcome.receipt,
                                  .connection = outcome.connection,
                                  .askedBy = AskedBy::Watch,
                                  .checkedAt = outcome.checkedAt,
                                  .result = errorOf(parts[1][u"value"])};
        QVERIFY(checkContentOf(failed) == checkOf(m_vectors[u"desks"][0][u"events"][2][u"content"]));
    }
    //! Each is refused, or is another event. Two words are read leniently: whose a later version asked, and how a later
    //! version's error is called.
    void eachByteChanged_data() { addVectors(); }
    void eachByteChanged()
    {
        QFETCH(QJsonValue, event);
        const QByteArray canonical = bytesOf(event[u"canonical"]);
        const auto isLenient = [&canonical](qsizetype at) {
            for (const QByteArray &key : {"hasked_by"_ba, "goutcome"_ba}) {
                const qsizetype begin = canonical.indexOf(key);
                const qsizetype value = begin + key.size();
                if (begin >= 0 && at > value && at <= value + (canonical[value] & 0x1F))
                    return true;
            }
            return false;
        };
        for (qsizetype at = 0; at < canonical.size(); ++at) {
            for (const int flipped : {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF}) {
                QByteArray changed = canonical;
                changed[at] = static_cast<char>(changed[at] ^ flipped);
                const auto decoded = decodeEvent(changed);
                QVERIFY2(!decoded || isLenient(at) || encodedAgain(*decoded) != canonical, QByteArray::number(at));
            }
        }
    }
    void eachCutAndMoreBehind_data() { addVectors(); }
    void eachCutAndMoreBehind()
    {
        QFETCH(QJsonValue, event);
        const QByteArray canonical = bytesOf(event[u"canonical"]);
        for (qsizetype size = 0; size < canonical.size(); ++size) {
            QVERIFY(!decodeEvent(canonical.first(size)));
            const auto without = decodeEvent(canonical.first(size) + canonical.sliced(size + 1));
            QVERIFY(!without || encodedAgain(*without) != canonical);
        }
        QVERIFY(!decodeEvent(canonical + '\0'));
    }
    void whatIsNoEventIsRefused_data();
    void whatIsNoEventIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(CanonicalReader::read(bytes).has_value()); // refused for what it says, not for how
        QVERIFY(!decodeEvent(bytes).has_value());
    }
    void everyMemberHasToBeThere()
    {
        for (const QLatin1StringView kind :
             {eventkind::check, eventkind::edit, eventkind::filters, eventkind::deletion, eventkind::restored,
              eventkind::destroyed, eventkind::desk, eventkind::damaged}) {
            const Members sound = soundMembers(kind);
            QVERIFY2(decodeEvent(encodedMembers(sound)), kind.data());
            for (const auto &member : sound) {
                Members others = sound;
                others.erase(member.first);
                QVERIFY2(!decodeEvent(encodedMembers(others)), member.first);
                others[member.first] = canonicalcbor::array({canonicalcbor::boolean(true)}); // of no member's kind
                QVERIFY2(!decodeEvent(encodedMembers(others)), member.first);
            }
        }
    }
    void aKeyOfALaterVersionIsPassedOver()
    {
        QVERIFY(decodeEvent(eventWith(eventkind::check, "later", canonicalcbor::integer(1))).has_value());
    }
    void wordsOfALaterVersion()
    {
        const auto asked = decodeEvent(eventWith(eventkind::check, "asked_by", encodedText("roster")));
        QVERIFY(asked.has_value());
        QCOMPARE(std::get<CheckContent>(asked->content).askedBy, AskedBy::Person);
        const auto failed = decodeEvent(eventWith(eventkind::check, "outcome", encodedText("struck-by-lightning")));
        QVERIFY(failed.has_value());
        QCOMPARE(std::get<CheckContent>(failed->content).error, ErrorCode::Server);
    }
    void theLongestFieldsComeBack()
    {
        const QString odd = u"\xD800"_s;
        CaseDetails details{.client = odd.repeated(CaseDetails::LongestClient),
                            .fileNumber = odd.repeated(CaseDetails::LongestClient),
                            .note = odd.repeated(CaseDetails::LongestNote),
                            .tags = QStringList(CaseDetails::MostTags, odd.repeated(CaseDetails::LongestTag)),
                            .onHold = true,
                            .owner = odd.repeated(CaseDetails::LongestClient),
                            .nextStep = odd.repeated(CaseDetails::LongestClient),
                            .dueDate = QDate(9999, 12, 31)};
        QVERIFY(!longProblem(details).has_value());
        for (const CaseField field : AllCaseFields) {
            const EditContent edit{.receipt = receiptOf(u"EAC9999103402"_s), .field = field, .value = details};
            const auto decoded = decodeEvent(encodeEvent(eventkind::edit, {.uuid = uuid}, edit));
            QVERIFY2(decoded.has_value(), caseFieldName(field).data());
            const CaseDetails &back = std::get<EditContent>(decoded->content).value;
            QVERIFY(isSameField(field, back, details));
            CaseDetails copy;
            QVERIFY(!isSameField(field, copy, details));
            copyField(field, details, copy);
            QVERIFY(copy == back); // only that field
        }
    }
    void longFieldsAreNamed()
    {
        const QString client(CaseDetails::LongestClient + 1, u'x');
        const std::pair<CaseDetails, QString> tooLong[] = {
            {{.client = client}, u"the client's name is longer than 200 characters"_s},
            {{.fileNumber = client}, u"the file number is longer than 200 characters"_s},
            {{.note = QString(CaseDetails::LongestNote + 1, u'x')}, u"the note is longer than 10000 characters"_s},
            {{.owner = client}, u"the owner is longer than 200 characters"_s},
            {{.nextStep = client}, u"the next step is longer than 200 characters"_s},
            {{.dueDate = QDate(10'000, 1, 1)}, u"the due date is not in the years 1 to 9999"_s},
            {{.dueDate = QDate(-1, 1, 1)}, u"the due date is not in the years 1 to 9999"_s},
            {{.tags = QStringList(CaseDetails::MostTags + 1, u"x"_s)}, u"more than 20 tags"_s},
            {{.tags = {QString()}}, u"a tag has 1 to 50 characters"_s},
            {{.tags = {QString(CaseDetails::LongestTag + 1, u'x')}}, u"a tag has 1 to 50 characters"_s}};
        for (const auto &[details, problem] : tooLong)
            QCOMPARE(longProblem(details), problem);
    }
};

void TestEventContent::whatIsNoEventIsRefused_data()
{
    using namespace canonicalcbor;
    const QByteArray noText = bytes("\xFF");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("of another format") << eventWith(eventkind::check, "format", integer(2));
    QTest::newRow("of an unknown kind") << eventWith(eventkind::check, "kind", text("roster"_L1));
    QTest::newRow("kind as bytes") << eventWith(eventkind::check, "kind", bytes("check"));
    QTest::newRow("a short uuid") << eventWith(eventkind::check, "uuid", bytes(uuid.first(15)));
    QTest::newRow("taken over at a text") << eventWith(eventkind::check, "taken_over", bytes("1"));
    QTest::newRow("taken over at no time") << eventWith(eventkind::check, "taken_over", null());
    QTest::newRow("person no text") << eventWith(eventkind::check, "person", noText);
    QTest::newRow("connection no text") << eventWith(eventkind::check, "connection", noText);
    QTest::newRow("program no text") << eventWith(eventkind::desk, "program", noText);
    QTest::newRow("client no text") << editWith("client"_L1, noText);
    QTest::newRow("tag no text") << editWith("tags"_L1, array({noText}));
    QTest::newRow("receipt in small letters") << eventWith(eventkind::check, "receipt", bytes("eac9999103402"));
    QTest::newRow("receipt with hyphens") << eventWith(eventkind::edit, "receipt", bytes("EAC-9999103402"));
    QTest::newRow("receipt too short") << eventWith(eventkind::edit, "receipt", bytes("EAC999910340"));
    QTest::newRow("HTTP status below 0") << eventWith(eventkind::check, "http_status", integer(-1));
    QTest::newRow("HTTP status of 2^31") << eventWith(eventkind::check, "http_status", integer(0x8000'0000));
    QTest::newRow("HTTP status of 2^63-1") << eventWith(eventkind::check, "http_status", integer(largest));
    for (const char *hash : {"answer", "description_en", "description_es", "raw_reply", "transcripts"}) {
        QTest::addRow("%s of 31 bytes", hash) << eventWith(eventkind::check, hash, bytes(QByteArray(31, 'h')));
        QTest::addRow("%s of no bytes", hash) << eventWith(eventkind::check, hash, bytes({}));
    }
    QTest::newRow("a range of no desk") << rangesWith(uuid.first(15), 1, 1);
    QTest::newRow("a range from 0") << rangesWith(uuid, 0, 1);
    QTest::newRow("a range from below 0") << rangesWith(uuid, std::numeric_limits<qint64>::min(), largest);
    QTest::newRow("a range backwards") << rangesWith(uuid, 2, 1);
    QTest::newRow("a range of two") << eventWith(eventkind::deletion, "targets",
                                                 array({array({bytes(uuid), integer(1)})}));
    QTest::newRow("a range of four") << eventWith(eventkind::deletion, "targets",
                                                  array({array({bytes(uuid), integer(1), integer(1), integer(1)})}));
    QTest::newRow("a deletion of no uuid") << eventWith(eventkind::restored, "deletion", bytes("d"));
    QTest::newRow("replaces a short uuid") << eventWith(eventkind::filters, "replaces", bytes("r"));
    QTest::newRow("replaces one in an array") << eventWith(eventkind::filters, "replaces", array({bytes(uuid)}));
    QTest::newRow("replaces none in an array") << eventWith(eventkind::filters, "replaces", array({}));
    QTest::newRow("replaces a number") << eventWith(eventkind::filters, "replaces", array({bytes(uuid), integer(1)}));
    QTest::newRow("replaces a uuid and a short one")
        << eventWith(eventkind::filters, "replaces", array({bytes(uuid), bytes("r")}));
    QTest::newRow("a filter that is no bytes") << eventWith(eventkind::filters, "filters", array({integer(1)}));
    QTest::newRow("continues no desk") << continuesWith(uuid.first(15), 1, QByteArray(32, 'l'));
    QTest::newRow("continues number 0") << continuesWith(uuid, 0, QByteArray(32, 'l'));
    QTest::newRow("continues no link") << continuesWith(uuid, 1, QByteArray(31, 'l'));
    QTest::newRow("an unknown field") << editWith("colour"_L1, bytes("red"));
    for (const QLatin1StringView field : {"client"_L1, "file_number"_L1, "owner"_L1, "next_step"_L1})
        QTest::addRow("%s too long", field.data()) << editWith(field, bytes(QByteArray(201, 'x')));
    QTest::newRow("note too long") << editWith("note"_L1, bytes(QByteArray(10'001, 'x')));
    QTest::newRow("too many tags") << editWith("tags"_L1, tagsOf(21, "x"));
    QTest::newRow("a tag too long") << editWith("tags"_L1, tagsOf(1, QByteArray(51, 'x')));
    QTest::newRow("an empty tag") << editWith("tags"_L1, tagsOf(1, {}));
    QTest::newRow("tags that are one text") << editWith("tags"_L1, bytes("x"));
    QTest::newRow("on hold as a number") << editWith("on_hold"_L1, integer(1));
    for (const char *date :
         {"", "2026/12/24", "2026-12-24T00:00", "2026-12-24 ", "2026-02-30", "2026-1-1", "12345-01-01"})
        QTest::addRow("due \"%s\"", date) << editWith("due_date"_L1, bytes(date));
}

LINTERNA_TEST(TestEventContent)

} // namespace test_eventcontent

#include "test_eventcontent.moc"
