// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/canonicalcbor.h"
#include "tests/support/eventvectors.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <limits>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_canonicalcbor {

namespace {

constexpr qint64 largest = std::numeric_limits<qint64>::max();
constexpr qint64 smallest = std::numeric_limits<qint64>::min();

//! A map with this value under "k".
QByteArray mapWith(const QByteArray &value)
{
    CanonicalMap map;
    map.add("k"_L1, value);
    return map.encoded();
}

//! An array in an array, so many of them.
QByteArray nestedArrays(qsizetype count)
{
    return QByteArray(count, '\x81') + canonicalcbor::null();
}

} // namespace

class TestCanonicalCbor : public QObject
{
    Q_OBJECT
private slots:
    void integers_data()
    {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QByteArray>("hex");
        // RFC 8949, appendix A, and the ends of each length.
        QTest::newRow("0") << qint64(0) << "00"_ba;
        QTest::newRow("23") << qint64(23) << "17"_ba;
        QTest::newRow("24") << qint64(24) << "1818"_ba;
        QTest::newRow("255") << qint64(255) << "18ff"_ba;
        QTest::newRow("256") << qint64(256) << "190100"_ba;
        QTest::newRow("1000") << qint64(1000) << "1903e8"_ba;
        QTest::newRow("65535") << qint64(65535) << "19ffff"_ba;
        QTest::newRow("65536") << qint64(65536) << "1a00010000"_ba;
        QTest::newRow("2^32-1") << qint64(0xFFFF'FFFF) << "1affffffff"_ba;
        QTest::newRow("2^32") << qint64(0x1'0000'0000) << "1b0000000100000000"_ba;
        QTest::newRow("1000000000000") << qint64(1'000'000'000'000) << "1b000000e8d4a51000"_ba;
        QTest::newRow("2^63-1") << largest << "1b7fffffffffffffff"_ba;
        QTest::newRow("-1") << qint64(-1) << "20"_ba;
        QTest::newRow("-24") << qint64(-24) << "37"_ba;
        QTest::newRow("-25") << qint64(-25) << "3818"_ba;
        QTest::newRow("-256") << qint64(-256) << "38ff"_ba;
        QTest::newRow("-257") << qint64(-257) << "390100"_ba;
        QTest::newRow("-2^63") << smallest << "3b7fffffffffffffff"_ba;
    }
    void integers()
    {
        QFETCH(qint64, value);
        QFETCH(QByteArray, hex);
        QCOMPARE(canonicalcbor::integer(value).toHex(), hex);
        const QByteArray map = mapWith(canonicalcbor::integer(value));
        QCOMPARE(CanonicalReader::read(map)->integer("k"_L1), value);
    }
    void otherValues()
    {
        QCOMPARE(canonicalcbor::bytes({}).toHex(), "40"_ba);
        QCOMPARE(canonicalcbor::bytes("\x01\x02\x03\x04").toHex(), "4401020304"_ba);
        QCOMPARE(canonicalcbor::text("IETF"_L1).toHex(), "6449455446"_ba);
        QCOMPARE(canonicalcbor::boolean(false).toHex(), "f4"_ba);
        QCOMPARE(canonicalcbor::boolean(true).toHex(), "f5"_ba);
        QCOMPARE(canonicalcbor::null().toHex(), "f6"_ba);
        QCOMPARE(canonicalcbor::array({}).toHex(), "80"_ba);
        QCOMPARE(canonicalcbor::array({"\x01"_ba, "\x02"_ba, "\x03"_ba}).toHex(), "83010203"_ba);
        QCOMPARE(CanonicalMap().encoded().toHex(), "a0"_ba);
    }
    void bytesOfEveryLengthComeBack()
    {
        for (const qsizetype size : {0, 1, 23, 24, 255, 256, 65'535, 65'536, 1'000'000}) {
            const QByteArray content(size, '\xFF');
            const QByteArray map = mapWith(canonicalcbor::bytes(content));
            QVERIFY(CanonicalReader::read(map)->bytes("k"_L1) == QByteArrayView(content));
        }
    }
    void keysStandInTheOrderOfTheirBytes()
    {
        CanonicalMap map;
        for (const QLatin1StringView key : {"bb"_L1, "b"_L1, "aaa"_L1, "a"_L1, ""_L1})
            map.add(key, canonicalcbor::integer(key.size()));
        QCOMPARE(map.encoded().toHex(),
                 "a5"
                 "6000"
                 "616101"
                 "616201"
                 "62626202"
                 "6361616103"_ba);
        QVERIFY(CanonicalReader::read(map.encoded()).has_value());
    }
    void whatIsReadIsOfItsKind()
    {
        CanonicalMap map;
        map.add("integer"_L1, canonicalcbor::integer(-5));
        map.add("bytes"_L1, canonicalcbor::bytes("b\0b"_ba));
        map.add("text"_L1, canonicalcbor::text("t"_L1));
        map.add("yes"_L1, canonicalcbor::boolean(true));
        map.add("null"_L1, canonicalcbor::null());
        map.add("array"_L1, canonicalcbor::array({canonicalcbor::integer(1), canonicalcbor::array({})}));
        map.add("map"_L1, mapWith(canonicalcbor::null()));
        const QByteArray encoded = map.encoded();
        const auto reader = CanonicalReader::read(encoded);
        QVERIFY(reader.has_value());
        QCOMPARE(reader->integer("integer"_L1), -5);
        QVERIFY(reader->bytes("bytes"_L1) == QByteArrayView("b\0b"_ba));
        QVERIFY(reader->text("text"_L1) == QByteArrayView("t"));
        QCOMPARE(reader->boolean("yes"_L1), true);
        QVERIFY(reader->isNull("null"_L1));
        const auto members = reader->array("array"_L1);
        QVERIFY(members && members->size() == 2 && members->at(0).number == 1);
        QVERIFY(CanonicalReader::membersOf(members->at(1))->empty());
        for (const QLatin1StringView key :
             {"integer"_L1, "bytes"_L1, "text"_L1, "yes"_L1, "null"_L1, "array"_L1, "map"_L1, "none"_L1}) {
            QCOMPARE(reader->integer(key).has_value(), key == "integer"_L1);
            QCOMPARE(reader->bytes(key).has_value(), key == "bytes"_L1);
            QCOMPARE(reader->text(key).has_value(), key == "text"_L1);
            QCOMPARE(reader->boolean(key).has_value(), key == "yes"_L1);
            QCOMPARE(reader->isNull(key), key == "null"_L1);
            QCOMPARE(reader->array(key).has_value(), key == "array"_L1);
            QCOMPARE(reader->value(key) != nullptr, key != "none"_L1);
        }
    }
    void whatIsNotDeterministicIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QJsonArray all = eventVectors()[u"refused"].toArray();
        QVERIFY(all.size() > 30);
        for (const QJsonValue refused : all)
            QTest::newRow(qUtf8Printable(refused[u"why"].toString())) << bytesOf(refused[u"bytes"]);
    }
    void whatIsNotDeterministicIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!CanonicalReader::read(bytes).has_value());
    }
    void containersInsideOfOneAnotherHaveALimit()
    {
        QVERIFY(CanonicalReader::read(mapWith(nestedArrays(7))).has_value());
        for (const qsizetype count : {8, 9, 1000, 1'000'000})
            QVERIFY(!CanonicalReader::read(mapWith(nestedArrays(count))).has_value());
    }
    void anythingCutShortIsRefused()
    {
        CanonicalMap map;
        map.add("a"_L1, canonicalcbor::array({canonicalcbor::integer(largest), canonicalcbor::bytes("abc")}));
        map.add("b"_L1, mapWith(canonicalcbor::text("x"_L1)));
        const QByteArray encoded = map.encoded();
        for (qsizetype size = 0; size < encoded.size(); ++size)
            QVERIFY(!CanonicalReader::read(encoded.first(size)).has_value());
        QVERIFY(CanonicalReader::read(encoded).has_value());
    }
    void manyEmptyMembersAreNoMatter()
    {
        QByteArrayList members;
        for (int i = 0; i < 100'000; ++i)
            members << canonicalcbor::null();
        const QByteArray map = mapWith(canonicalcbor::array(members));
        QCOMPARE(CanonicalReader::read(map)->array("k"_L1)->size(), std::size_t(100'000));
    }
};

LINTERNA_TEST(TestCanonicalCbor)

} // namespace test_canonicalcbor

#include "test_canonicalcbor.moc"
