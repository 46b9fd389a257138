// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/settings/settings.h"
#include "tests/support/files.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_settings {

class TestSettings : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;

    [[nodiscard]] QString file() const { return m_dir->filePath(u"settings.ini"_s); }
    void put(const QByteArray &bytes) const
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray onDisk() const { return test::bytesOf(file()); }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void languageComesFromTheSystem_data()
    {
        QTest::addColumn<QLocale>("system");
        QTest::addColumn<QString>("language");
        QTest::newRow("Spanish of Spain") << QLocale(u"es_ES"_s) << u"es"_s;
        QTest::newRow("Spanish of the US") << QLocale(u"es_US"_s) << u"es"_s;
        QTest::newRow("Spanish of Latin America") << QLocale(u"es_419"_s) << u"es"_s;
        QTest::newRow("English") << QLocale(u"en_US"_s) << u"en"_s;
        QTest::newRow("French") << QLocale(u"fr_CA"_s) << u"en"_s;
        QTest::newRow("Estonian, et, is not es") << QLocale(u"et_EE"_s) << u"en"_s;
        QTest::newRow("C") << QLocale::c() << u"en"_s;
    }
    void languageComesFromTheSystem()
    {
        QFETCH(QLocale, system);
        QTEST(Settings(file(), system).language(), "language");
    }
    void aChosenLanguageStays()
    {
        {
            Settings settings(file(), QLocale(u"es_US"_s));
            QSignalSpy changes(&settings, &Settings::languageChanged);
            settings.setLanguage(u"en"_s);
            settings.setLanguage(u"en"_s);
            settings.setLanguage(u"fr"_s);
            QCOMPARE(changes.size(), 1);
            QCOMPARE(changes.first().first().toString(), u"en"_s);
        }
        QCOMPARE(Settings(file(), QLocale(u"es_US"_s)).language(), u"en"_s);
    }
    void choosingTheSystemsLanguageIsAChoiceToo()
    {
        {
            Settings settings(file(), QLocale(u"en_US"_s));
            QSignalSpy changes(&settings, &Settings::languageChanged);
            settings.setLanguage(u"en"_s);
            QVERIFY(changes.isEmpty());
        }
        QCOMPARE(Settings(file(), QLocale(u"es_US"_s)).language(), u"en"_s);
    }
    void everyValueSurvivesARestart()
    {
        const QByteArray odd("\0\x01;=\"\\\xFF\n[x]", 12);
        {
            Settings settings(file());
            settings.setStatusLanguage(Settings::StatusLanguage::Both);
            settings.setTheme(Settings::Theme::Dark);
            settings.setConnection(u"Asociación «Ñandú», 50 %"_s);
            settings.setPersonName(u"García, Ana; \"Ñ\""_s);
            settings.setWindowGeometry(odd);
            settings.setSplitterState(odd + odd);
            settings.setExportFolder(u"/home/caseworker/Año 2024; copias"_s);
        }
        const Settings settings(file());
        QCOMPARE(settings.statusLanguage(), Settings::StatusLanguage::Both);
        QCOMPARE(settings.theme(), Settings::Theme::Dark);
        QCOMPARE(settings.connection(), u"Asociación «Ñandú», 50 %"_s);
        QCOMPARE(settings.personName(), u"García, Ana; \"Ñ\""_s);
        QCOMPARE(settings.windowGeometry(), odd);
        QCOMPARE(settings.splitterState(), odd + odd);
        QCOMPARE(settings.exportFolder(), u"/home/caseworker/Año 2024; copias"_s);
    }
    void defaultsBeforeAnythingIsChosen()
    {
        const Settings settings(file());
        QCOMPARE(settings.statusLanguage(), Settings::StatusLanguage::AsProgram);
        QCOMPARE(settings.theme(), Settings::Theme::System);
        QCOMPARE(settings.connection(), u"USCIS sandbox"_s);
        QVERIFY(settings.personName().isEmpty());
        QVERIFY(settings.windowGeometry().isEmpty());
        QVERIFY(settings.splitterState().isEmpty());
        QVERIFY(settings.exportFolder().isEmpty());
        QVERIFY(onDisk().isEmpty()); // looking writes nothing
    }
    void unknownValuesCountAsNotSet()
    {
        put("[General]\nlanguage=tlh\nstatusLanguage=Klingon\ntheme=3\nconnection=\n");
        const Settings settings(file(), QLocale(u"es_US"_s));
        QCOMPARE(settings.language(), u"es"_s);
        QCOMPARE(settings.statusLanguage(), Settings::StatusLanguage::AsProgram);
        QCOMPARE(settings.theme(), Settings::Theme::System);
        QCOMPARE(settings.connection(), u"USCIS sandbox"_s);
    }
    void aFileOfAnotherKindIsNoHarm()
    {
        put(QByteArray("\x7F"
                       "ELF\0\0\xFF\xFE[[[===",
                       14));
        QCOMPARE(Settings(file(), QLocale(u"es_US"_s)).language(), u"es"_s);
    }
    void enumerationsAreWordsInTheFile()
    {
        Settings(file()).setTheme(Settings::Theme::Light);
        QVERIFY(onDisk().contains("theme=Light"));
    }
    void signalsComeOnlyOnAChange()
    {
        Settings settings(file());
        QSignalSpy status(&settings, &Settings::statusLanguageChanged);
        QSignalSpy theme(&settings, &Settings::themeChanged);
        QSignalSpy connection(&settings, &Settings::connectionChanged);
        settings.setStatusLanguage(Settings::StatusLanguage::AsProgram);
        settings.setTheme(Settings::Theme::System);
        settings.setConnection(u"USCIS sandbox"_s);
        settings.setConnection(QString());
        QCOMPARE(status.size() + theme.size() + connection.size(), 0);
        settings.setStatusLanguage(Settings::StatusLanguage::Spanish);
        settings.setTheme(Settings::Theme::Dark);
        settings.setConnection(u"Gateway"_s);
        settings.setConnection(u"Gateway"_s);
        settings.setConnection(QString());
        QCOMPARE(status.size(), 1);
        QCOMPARE(theme.size(), 1);
        QCOMPARE(connection.size(), 2);
        QCOMPARE(connection.at(0).first().toString(), u"Gateway"_s);
        QCOMPARE(connection.at(1).first().toString(), u"USCIS sandbox"_s);
    }
    void aPersonsNameIsOneLineThatCanBeShown()
    {
        Settings settings(file());
        QSignalSpy changes(&settings, &Settings::personNameChanged);
        settings.setPersonName(u" Ana\n\u202e García "_s);
        settings.setPersonName(u"Ana \ufffd García"_s); // the same
        QCOMPARE(settings.personName(), u"Ana \ufffd García"_s);
        QCOMPARE(changes.size(), 1);
        settings.setPersonName(QString(Settings::LongestPersonName, u'x'));
        QCOMPARE(settings.personName(), QString(Settings::LongestPersonName, u'x'));
        settings.setPersonName(QString(Settings::LongestPersonName + 1, u'x'));
        QCOMPARE(settings.personName().size(), Settings::LongestPersonName);
        settings.setPersonName({});
        QVERIFY(settings.personName().isEmpty());
        QCOMPARE(changes.size(), 4);
    }
    void aPersonsNameWrittenByHandIsBoundedToo()
    {
        put("[person]\nname=" + QByteArray(100'000, 'x') + "\n");
        QCOMPARE(Settings(file()).personName().size(), Settings::LongestPersonName);
    }
    void keepNothingOnlyWhereThatWasChosen()
    {
        QVERIFY(!Settings(file()).keepNothing());
        Settings(file()).setKeepNothing(true);
        QVERIFY(Settings(file()).keepNothing());
        Settings(file()).setKeepNothing(false);
        QVERIFY(!Settings(file()).keepNothing());
    }
    void retentionIsOffUnlessChosen()
    {
        Settings settings(file());
        QCOMPARE(settings.retentionMonths(), 0);
        QSignalSpy changes(&settings, &Settings::retentionChanged);
        settings.setRetentionMonths(24);
        settings.setRetentionMonths(24);
        QCOMPARE(changes.size(), 1);
        QTRY_COMPARE(Settings(file()).retentionMonths(), 24); // written away from here, and not only at the end
        settings.setRetentionMonths(-3);                      // as by a slip of the hand in the file
        QCOMPARE(settings.retentionMonths(), 0);
    }
    void nothingIsWrittenThatStandsThere()
    {
        put("; by hand\n[General]\ntheme=Dark\n");
        Settings(file()).setTheme(Settings::Theme::Dark);
        QVERIFY(onDisk().startsWith("; by hand"));
    }
    void forgottenSettingsDoNotComeBack()
    {
        {
            Settings settings(file());
            settings.setTheme(Settings::Theme::Dark);
            QVERIFY(settings.forget());
            QVERIFY(!QFile::exists(file()));
            settings.setTheme(Settings::Theme::Light);
            settings.setWindowGeometry("x");
        }
        QVERIFY(!QFile::exists(file()));
    }
    void fault41_aFolderThatCannotBeWrittenIsNoHarm()
    {
        Settings settings(m_dir->filePath(u"gone/settings.ini"_s), QLocale(u"es_US"_s));
        QCOMPARE(settings.language(), u"es"_s);
        settings.setTheme(Settings::Theme::Dark);
        QCOMPARE(settings.theme(), Settings::Theme::Dark); // for this run
    }
    void isForItsOwnersEyes()
    {
        const auto owner = QFile::ReadOwner | QFile::WriteOwner;
        const auto all = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
            | QFile::WriteOther;
        Settings(file()).setTheme(Settings::Theme::Dark);
        QCOMPARE(QFile::permissions(file()) & all, owner); // a new one
        QVERIFY(QFile::setPermissions(file(), all));
        Settings(file()).setTheme(Settings::Theme::Light);
        QCOMPARE(QFile::permissions(file()) & all, owner); // one that was open to others
        QVERIFY(onDisk().contains("theme=Light"));
    }
};

LINTERNA_TEST(TestSettings)

} // namespace test_settings

#include "test_settings.moc"
