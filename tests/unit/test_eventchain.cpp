// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/eventchain.h"
#include "tests/support/eventvectors.h"
#include "tests/support/testprogram.h"

#include <QSet>
#include <QTest>

#include <limits>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_eventchain {

class TestEventChain : public QObject
{
    Q_OBJECT
private slots:
    void vectors()
    {
        const QJsonArray desks = eventVectors()[u"desks"].toArray();
        QCOMPARE(desks.size(), 2);
        for (const QJsonValue desk : desks) {
            QByteArray previous = noLink();
            for (const QJsonValue event : desk[u"events"].toArray()) {
                const EventHead head{.uuid = bytesOf(event[u"uuid"]),
                                     .desk = bytesOf(desk[u"desk"]),
                                     .number = event[u"number"].toInteger(),
                                     .at = event[u"at"].toInteger(),
                                     .leaf = leafOf(bytesOf(event[u"salt"]), bytesOf(event[u"canonical"]))};
                QCOMPARE(head.leaf, bytesOf(event[u"leaf"]));
                QCOMPARE(bytesOf(event[u"previous"]), previous);
                QCOMPARE(linkOf(head, previous), bytesOf(event[u"link"]));
                previous = bytesOf(event[u"link"]);
            }
        }
    }
    void sizes()
    {
        QCOMPARE(noLink(), QByteArray(EventHashBytes, '\0'));
        QCOMPARE(leafOf({}, {}).size(), EventHashBytes);
        QCOMPARE(linkOf({}, {}).size(), EventHashBytes);
    }
    void everyPartCounts()
    {
        const EventHead head{.uuid = QByteArray(UuidBytes, 'u'),
                             .desk = QByteArray(UuidBytes, 'd'),
                             .number = 1,
                             .at = 2,
                             .leaf = QByteArray(EventHashBytes, 'l')};
        const auto with = [&head](auto change) {
            EventHead changed = head;
            change(changed);
            return linkOf(changed, noLink());
        };
        const QByteArray links[] = {
            linkOf(head, noLink()),
            linkOf(head, QByteArray(EventHashBytes, 'p')),
            with([](EventHead &changed) { changed.uuid[15] = 'x'; }),
            with([](EventHead &changed) { changed.desk[15] = 'x'; }),
            with([](EventHead &changed) { changed.number = 2; }),
            with([](EventHead &changed) { changed.number = -1; }),
            with([](EventHead &changed) { changed.number = std::numeric_limits<qint64>::max(); }),
            with([](EventHead &changed) { changed.at = 1; }),
            with([](EventHead &changed) { changed.at = std::numeric_limits<qint64>::min(); }),
            with([](EventHead &changed) { std::swap(changed.number, changed.at); }),
            with([](EventHead &changed) { changed.leaf[31] = 'x'; }),
        };
        QCOMPARE(QSet<QByteArray>(std::begin(links), std::end(links)).size(), qsizetype(std::size(links)));
        // The event's own link is what is worked out.
        QCOMPARE(with([](EventHead &changed) { changed.link = "any"; }), links[0]);
    }
    void saltAndContentBothCount()
    {
        const QByteArray salt(EventHashBytes, 's');
        QVERIFY(leafOf(salt, "a") != leafOf(salt, "b"));
        QVERIFY(leafOf(salt, "a") != leafOf(QByteArray(EventHashBytes, 't'), "a"));
    }
};

LINTERNA_TEST(TestEventChain)

} // namespace test_eventchain

#include "test_eventchain.moc"
