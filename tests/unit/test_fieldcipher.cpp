// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/crypto/fieldcipher.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_fieldcipher {

class TestFieldCipher : public QObject
{
    Q_OBJECT
    const FieldCipher m_cipher{Secret::copyOf("0123456789abcdef0123456789abcdef")};
    const FieldCipher m_other{Secret::copyOf("0123456789abcdef0123456789abcdeg")};
    const QByteArray m_uid = FieldCipher::makeRowUid();

private slots:
    void comesBack_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("receipt") << "EAC9999103402"_ba;
        QTest::newRow("NUL and 0xff") << QByteArray("a\0b\xff", 4);
        QTest::newRow("1 MB") << QByteArray(1'000'000, 'x');
    }
    void comesBack()
    {
        QFETCH(QByteArray, plain);
        const QByteArray sealed = m_cipher.seal(plain, "answer"_L1, m_uid);
        QCOMPARE(sealed.size(), plain.size() + 24 + 16);
        QVERIFY(plain.isEmpty() || !sealed.contains(plain));
        QCOMPARE(m_cipher.open(sealed, "answer"_L1, m_uid), std::optional(plain));
    }
    void neverTwiceTheSame()
    {
        const QByteArray once = m_cipher.seal("EAC9999103402", "answer"_L1, m_uid);
        QVERIFY(once != m_cipher.seal("EAC9999103402", "answer"_L1, m_uid));
    }
    void fault51_wrongKeyOpensNothing()
    {
        QVERIFY(!m_other.open(m_cipher.seal("EAC9999103402", "answer"_L1, m_uid), "answer"_L1, m_uid));
    }
    void fault51_anyFlippedBitOpensNothing()
    {
        const QByteArray sealed = m_cipher.seal("EAC9999103402", "answer"_L1, m_uid);
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
            QByteArray flipped = sealed;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(!m_cipher.open(flipped, "answer"_L1, m_uid));
        }
    }
    void fault51_anyCutOpensNothing()
    {
        const QByteArray sealed = m_cipher.seal("EAC9999103402", "answer"_L1, m_uid);
        for (qsizetype size = 0; size < sealed.size(); ++size)
            QVERIFY(!m_cipher.open(sealed.first(size), "answer"_L1, m_uid));
    }
    void fault51_swappedCellsOpenNothing()
    {
        const QByteArray sealed = m_cipher.seal("EAC9999103402", "answer"_L1, m_uid);
        QVERIFY(!m_cipher.open(sealed, "summary"_L1, m_uid));
        QVERIFY(!m_cipher.open(sealed, "answer"_L1, FieldCipher::makeRowUid()));
        QVERIFY(!m_cipher.open(sealed, "answer"_L1, m_uid.first(5)));
    }
    void lookupHashesAreKeyed()
    {
        QCOMPARE(m_cipher.lookupHash("EAC9999103402"), m_cipher.lookupHash("EAC9999103402"));
        QVERIFY(m_cipher.lookupHash("EAC9999103402") != m_cipher.lookupHash("EAC9999103403"));
        QVERIFY(m_cipher.lookupHash("EAC9999103402") != m_other.lookupHash("EAC9999103402"));
        QCOMPARE(m_cipher.lookupHash("").size(), 32);
    }
    void filesOfBeforeStayReadable()
    {
        // Written once by this class, name and hash compared with another implementation of BLAKE2b: how keys are
        // derived, and to what a cell is bound, may never change.
        const QByteArray uid = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f");
        const QByteArray sealed = QByteArray::fromHex("4d9b54bd246e2c5b6fae78485acdbaf9d3599830199102c38cee4dcf1ebd4b49"
                                                      "4cf98bc8d5b9b5e22b92ec306496c6c183c9d4b8a4");
        const QByteArray hash = "eb902a8d87a731fb15969c8babc782259a43074bba1e9ea2ade6350e55fbb8ab"_ba;
        QCOMPARE(m_cipher.keyId(), u"d39c3b6a584fabe0"_s);
        QCOMPARE(m_cipher.lookupHash("EAC9999103402").toHex(), hash);
        QCOMPARE(m_cipher.open(sealed, "answer"_L1, uid), std::optional("EAC9999103402"_ba));
    }
    void madeKeysDiffer()
    {
        const Secret key = FieldCipher::makeDataKey();
        QCOMPARE(key.view().size(), FieldCipher::KeyBytes);
        QVERIFY(!(key == FieldCipher::makeDataKey()));
        QVERIFY(FieldCipher(key).keyId() != m_cipher.keyId());
    }
};

LINTERNA_TEST(TestFieldCipher)

} // namespace test_fieldcipher

#include "test_fieldcipher.moc"
