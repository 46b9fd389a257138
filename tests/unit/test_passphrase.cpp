// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/crypto/keyfile.h"

#include "tests/support/files.h"
#include "tests/support/jobresult.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sodium.h>

#include <cstdio>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_passphrase {

namespace {

constexpr PassphraseCost cheap{.passes = 1, .memoryKiB = 8};

Secret key()
{
    return Secret::copyOf("0123456789abcdef0123456789abcdef");
}

Secret passphrase(const char *text = "lantern in the window")
{
    return Secret::copyOf(text);
}

//! The program that is killed: changes the passphrase to and fro without end.
int changeForEver(const QStringList &arguments)
{
    const QString path = arguments.value(0);
    std::printf("changing\n");
    std::fflush(stdout);
    for (;;) {
        for (const auto &[before, after] :
             {std::pair("one passphrase", "the other one"), std::pair("the other one", "one passphrase")}) {
            if (!resultOf(changePassphrase(path, passphrase(before), passphrase(after), cheap, qApp)).value())
                return 1;
        }
    }
}

//! A file with this cost in it and a right checksum.
QByteArray sealedAsIf(const PassphraseCost &cost)
{
    QByteArray sealed = sealUnderPassphrase(key(), passphrase(), cheap)->chopped(16);
    for (int byte = 0; byte < 4; ++byte) {
        sealed[12 + byte] = char(cost.passes >> (8 * byte));
        sealed[16 + byte] = char(cost.memoryKiB >> (8 * byte));
    }
    unsigned char checksum[16];
    crypto_generichash(checksum, sizeof checksum, reinterpret_cast<const unsigned char *>(sealed.constData()),
                       std::size_t(sealed.size()), nullptr, 0);
    return sealed.append(reinterpret_cast<const char *>(checksum), sizeof checksum);
}

} // namespace

class TestPassphrase : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    QByteArray bytesOfFile() const { return test::bytesOf(m_file); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"history.key"_s);
    }

    void opensWhatItSealed()
    {
        const auto sealed = sealUnderPassphrase(key(), passphrase(), cheap);
        QVERIFY(openUnderPassphrase(*sealed, passphrase()).value() == key());
        QVERIFY(!sealed->contains(key().view().toByteArray()));
        QVERIFY(*sealed != *sealUnderPassphrase(key(), passphrase(), cheap)); // salt and nonce of its own each time
    }
    //! Made without libsodium: by the reference library of Argon2 (libargon2) and an XChaCha20-Poly1305 written down
    //! from its draft, with 2 passes and 1 MiB.
    void opensWhatOthersSealed()
    {
        const QByteArray sealed = QByteArray::fromHex(
            "4c696e7465726e614b65793102000000000400000102030405060708090a0b0c0d0e0f106465666768696a6b6c6d6e6f"
            "707172737475767778797a7bef45a5ede40993611d68f3d14d72883e52ba970b190c38228e03d1171603d7c1f042e599"
            "a090abdf4239cf1c4c49088fdccebfd0c1dd8b935cb74153da5c4468");
        QVERIFY(openUnderPassphrase(sealed,
                                    Secret::copyOf("contrase\xc3\xb1"
                                                   "a larga"))
                    .value()
                == key());
        QVERIFY(openUnderPassphrase(sealed, Secret::copyOf("contrasena larga")).value().isEmpty());
    }
    void theSameLettersAreTheSamePassphrase()
    {
        QVERIFY(passphraseFromText(u"contrase\u00f1a"_s) == passphraseFromText(u"contrasen\u0303a"_s));
        QVERIFY(!(passphraseFromText(u"a b"_s) == passphraseFromText(u"a  b"_s)));
    }
    void fault51_aWrongPassphraseIsNoDamage()
    {
        const auto sealed = sealUnderPassphrase(key(), passphrase(), cheap);
        for (const char *wrong : {"", "lantern in the windoW", "lantern in the window "})
            QVERIFY(openUnderPassphrase(*sealed, passphrase(wrong)).value().isEmpty());
    }
    void fault51_everyFlippedBitIsDamage()
    {
        const QByteArray sealed = *sealUnderPassphrase(key(), passphrase(), cheap);
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
            QByteArray flipped = sealed;
            flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << (bit % 8)));
            const auto opened = openUnderPassphrase(flipped, passphrase());
            QVERIFY2(!opened, qPrintable(QString::number(bit)));
            QCOMPARE(opened.error().code, ErrorCode::Unreadable);
        }
        for (qsizetype size = 0; size < sealed.size(); ++size)
            QCOMPARE(openUnderPassphrase(sealed.first(size), passphrase()).error().code, ErrorCode::Unreadable);
        QCOMPARE(openUnderPassphrase(sealed + "x", passphrase()).error().code, ErrorCode::Unreadable);
    }
    void aHostileFileCannotAskForAllMemory()
    {
        for (const PassphraseCost &cost :
             {PassphraseCost{21, 8}, PassphraseCost{0, 8}, PassphraseCost{1, 7}, PassphraseCost{1, 1024 * 1024 + 1}}) {
            QCOMPARE(openUnderPassphrase(sealedAsIf(cost), passphrase()).error().code, ErrorCode::Unreadable);
        }
    }
    void aNewerVersionIsNamed()
    {
        QByteArray sealed = *sealUnderPassphrase(key(), passphrase(), cheap);
        sealed[11] = '2';
        QVERIFY(openUnderPassphrase(sealed, passphrase()).error().detail.contains(u"newer"_s));
    }

    void theFileIsItsOwnersAlone()
    {
        QVERIFY(resultOf(writeKeyFile(m_file, key(), passphrase(), cheap, this)));
        QCOMPARE(QFile::permissions(m_file) & QFile::Permissions(0x0077), QFile::Permissions());
        QVERIFY(resultOf(readKeyFile(m_file, passphrase(), this)).value() == key());
        QVERIFY(resultOf(readKeyFile(m_file, passphrase("another"), this)).value().isEmpty());
        QVERIFY(!bytesOfFile().contains(passphrase().view().toByteArray()));
    }
    void changesThePassphraseAndNotTheKey()
    {
        QVERIFY(resultOf(writeKeyFile(m_file, key(), passphrase(), cheap, this)));
        const QByteArray before = bytesOfFile();
        QCOMPARE(resultOf(changePassphrase(m_file, passphrase("wrong"), passphrase("new one"), cheap, this)).value(),
                 false);
        QCOMPARE(bytesOfFile(), before);
        QCOMPARE(resultOf(changePassphrase(m_file, passphrase(), passphrase("new one"), cheap, this)).value(), true);
        QVERIFY(resultOf(readKeyFile(m_file, passphrase("new one"), this)).value() == key());
        QVERIFY(resultOf(readKeyFile(m_file, passphrase(), this)).value().isEmpty());
    }
    void fault51_aDamagedFileIsNamedAndStays()
    {
        QVERIFY(resultOf(writeKeyFile(m_file, key(), passphrase(), cheap, this)));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(70) && file.write("x") == 1);
        file.close();
        const QByteArray damaged = bytesOfFile();
        for (const Error &error :
             {resultOf(readKeyFile(m_file, passphrase(), this)).error(),
              resultOf(changePassphrase(m_file, passphrase(), passphrase("new"), cheap, this)).error()}) {
            QCOMPARE(error.code, ErrorCode::Unreadable);
            QVERIFY(error.detail.startsWith(m_file));
        }
        QCOMPARE(bytesOfFile(), damaged);
    }
    void aFolderThatIsNotThere()
    {
        const auto written =
            resultOf(writeKeyFile(m_folder->filePath(u"no/history.key"_s), key(), passphrase(), cheap, this));
        QCOMPARE(written.error().code, ErrorCode::Storage);
        QCOMPARE(resultOf(readKeyFile(m_file, passphrase(), this)).error().code, ErrorCode::Storage);
    }
    void fault43_killedWhileWriting()
    {
        QVERIFY(resultOf(writeKeyFile(m_file, key(), passphrase("one passphrase"), cheap, this)));
        for (int round = 0; round < 40; ++round) {
            QProcess program;
            program.start(QCoreApplication::applicationFilePath(), childRole("change-passphrase-for-ever", {m_file}));
            QVERIFY(program.waitForReadyRead(patience));
            const QByteArray before = bytesOfFile();
            QVERIFY(waitFor([&] { return bytesOfFile() != before; })); // somewhere in the middle
            program.kill();
            program.waitForFinished(patience);
            const Secret one = resultOf(readKeyFile(m_file, passphrase("one passphrase"), this)).value();
            const Secret other = resultOf(readKeyFile(m_file, passphrase("the other one"), this)).value();
            QVERIFY((one == key()) != (other == key()));
            if (other == key())
                QVERIFY(resultOf(changePassphrase(m_file, passphrase("the other one"), passphrase("one passphrase"),
                                                  cheap, this))
                            .value());
        }
    }
};

LINTERNA_TEST(TestPassphrase)
LINTERNA_CHILD_ROLE("change-passphrase-for-ever", changeForEver)

} // namespace test_passphrase

#include "test_passphrase.moc"
