// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/secret.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace linterna;

namespace test_secret {

class TestSecret : public QObject
{
    Q_OBJECT
private slots:
    void takesOverAndWipesTheSource()
    {
        QByteArray source("s3cret:%+/&=");
        source.detach();
        const QByteArray shared = source; // another copy of the same memory
        const Secret secret(std::move(source));
        QCOMPARE(secret.view(), QByteArrayView("s3cret:%+/&="));
        QCOMPARE(shared, QByteArray(12, '\0'));
    }
    void isLeftOutOfMemoryImages()
    {
        const Secret secret = Secret::copyOf("a key that no crash report may hold");
        const auto address = reinterpret_cast<quintptr>(secret.view().data());
        QFile maps(QStringLiteral("/proc/self/smaps"));
        QVERIFY(maps.open(QIODevice::ReadOnly));
        const QRegularExpression range(QStringLiteral("^([0-9a-f]+)-([0-9a-f]+) "));
        bool inside = false;
        QByteArray flags;
        for (const QByteArray &line : maps.readAll().split('\n')) {
            if (const auto match = range.match(QString::fromLatin1(line)); match.hasMatch())
                inside = match.captured(1).toULongLong(nullptr, 16) <= address
                    && address < match.captured(2).toULongLong(nullptr, 16);
            else if (inside && line.startsWith("VmFlags:"))
                flags = line;
        }
        QVERIFY2((flags + ' ').contains(" dd "), flags);
    }
    void wipesWhenTheLastCopyGoes()
    {
        auto first = std::make_unique<Secret>(Secret::copyOf("token"));
        auto second = std::make_unique<Secret>(*first);
        first.reset();
        QCOMPARE(second->view(), QByteArrayView("token"));
    }
    void emptyOnesAreEqual()
    {
        QVERIFY(Secret() == Secret::copyOf(""));
        QVERIFY(Secret().isEmpty());
        QVERIFY(!(Secret::copyOf("a") == Secret::copyOf("b")));
    }
    void literalsAreLeftAlone()
    {
        QByteArray literal = QByteArrayLiteral("in read-only memory");
        wipe(literal);
        QVERIFY(literal.isEmpty());
    }
};

LINTERNA_TEST(TestSecret)

} // namespace test_secret

#include "test_secret.moc"
