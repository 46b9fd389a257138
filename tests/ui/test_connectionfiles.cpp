// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectionfile.h"
#include "lib/i18n/languageswitcher.h"
#include "tests/support/buttons.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "ui/connections/connectionfiles.h"
#include "ui/mainwindow/filedrop.h"
#include "ui/style/theme.h"
#include "ui/widgets/question.h"

#include <QApplication>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_connectionfiles {

namespace {

struct Desk {
    explicit Desk(const QString &language = u"en"_s)
    {
        languages.setLanguage(language);
        theme.apply(Settings::Theme::Light);
        (void)connections.load();
        window.show();
    }
    QString write(const QByteArray &bytes)
    {
        const QString path = folder.filePath(u"office.json"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return path;
    }
    //! What the question that comes says, all of it.
    QString asked()
    {
        if (!waitFor([this] { return question() != nullptr; }))
            return u"(no question)"_s;
        QStringList texts{question()->windowTitle()};
        for (const QLabel *label : question()->findChildren<QLabel *>())
            texts += label->text();
        return texts.join(u'\n');
    }
    [[nodiscard]] Question *question() const { return window.findChild<Question *>(); }
    void answer(const QString &text)
    {
        const QPointer<Question> answered = question();
        QPushButton *button = buttonIn(answered, text);
        QVERIFY2(button, qPrintable(text));
        button->click();
        QVERIFY(waitFor([&] { return !answered; })); // what follows may ask something else
    }

    QTemporaryDir folder;
    LanguageSwitcher languages;
    Theme theme;
    ConnectionStore connections{folder.filePath(u"connections.json"_s)};
    FakeSecretStore keyring;
    ConnectionFiles files{connections, keyring};
    QWidget window;
};

} // namespace

class TestConnectionFiles : public QObject
{
    Q_OBJECT
private slots:
    void showsWhereEverythingWillGoBeforeItIsTakenOver()
    {
        Desk desk;
        QSignalSpy imported(&desk.files, &ConnectionFiles::imported);
        const QString file = desk.write(writeConnectionFile(samples::gateway()));
        desk.files.importFile(file, &desk.window);
        const QString asked = desk.asked();
        for (const QString &said : {u"Import “Office gateway”?"_s, u"https://gateway.example.org:9443/oauth2/token"_s,
                                    u"https://gateway.example.org:8243/uscis/1.0.0"_s, u"proxy.example.org:3128"_s,
                                    u"demo_id"_s, u"WSO2 API Manager 4"_s})
            QVERIFY2(asked.contains(said), qPrintable(asked));
        QVERIFY(!desk.connections.find(u"Office gateway"_s));
        desk.answer(u"Cancel"_s);
        QVERIFY(!desk.connections.find(u"Office gateway"_s));

        desk.files.importFile(file, &desk.window);
        (void)desk.asked();
        desk.answer(u"Import"_s);
        QTRY_COMPARE(imported.size(), 1);
        QVERIFY(desk.connections.find(u"Office gateway"_s) == samples::gateway());

        desk.files.importFile(file, &desk.window);
        QVERIFY(desk.asked().contains(u"Nothing was changed"_s));
        desk.answer(u"Close"_s);
    }
    void otherServersCostTheStoredSecret()
    {
        Desk desk;
        QVERIFY(desk.connections.put(samples::gateway()).ok());
        desk.keyring.secrets.insert(samples::gateway().secretKey(), Secret::copyOf("s"));
        Connection moved = samples::gateway();
        moved.apiUrl = QUrl(u"https://elsewhere.example/uscis"_s);
        desk.files.importFile(desk.write(writeConnectionFile(moved)), &desk.window);
        QVERIFY(desk.asked().contains(u"the stored client secret is removed"_s));
        desk.answer(u"Import"_s);
        QTRY_VERIFY(desk.connections.find(u"Office gateway"_s) == moved);
        QVERIFY(desk.keyring.secrets.isEmpty());

        moved.apiUrl = QUrl(u"https://third.example/uscis"_s);
        desk.keyring.mood = FakeSecretStore::Mood::Locked; // what may lie there cannot be removed: nothing is imported
        desk.files.importFile(desk.write(writeConnectionFile(moved)), &desk.window);
        (void)desk.asked();
        desk.answer(u"Import"_s);
        QVERIFY(desk.asked().contains(u"was not imported"_s));
        QCOMPARE(desk.connections.find(u"Office gateway"_s)->apiUrl.host(), u"elsewhere.example"_s);
    }
    void aWrongFileIsRefusedFieldByField_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("said");
        const QByteArray start =
            "{\"name\":\"Office\",\"token_url\":\"https://a.example/t\",\"api_url\":\"https://a.example\"";
        QTest::newRow("not JSON") << QByteArray("{\n\"name\": Office}") << QStringList{u"line 2"_s};
        QTest::newRow("not JSON further down")
            << QByteArray("{\n\"name\": \"a\",\n\"headers\": {\n\"X-A\": Office,\n\"X-B\": \"b\"}\n}")
            << QStringList{u"line 4"_s};
        QTest::newRow("a comma missing") << QByteArray("{\n\"name\": \"a\"\n\"kind\": \"b\"}")
                                         << QStringList{u"line 3"_s};
        QTest::newRow("cut off") << QByteArray("{\n\"name\": \"a\",\n\"kind\"") << QStringList{u"line 3"_s};
        QTest::newRow("something behind") << QByteArray("{\"name\": \"a\"}\n\nx") << QStringList{u"line 3"_s};
        QTest::newRow("not to the letter") << QByteArray("{\"name\":\"a\tb\"}") << QStringList{u"to the letter"_s};
        QTest::newRow("not UTF-8") << QByteArray("{\"name\":\"\xF1\"}") << QStringList{u"not written as UTF-8"_s};
        QTest::newRow("UTF-16") << QByteArray("{\0}\0", 4) << QStringList{u"UTF-16"_s};
        QTest::newRow("a name twice") << QByteArray("{\"name\":\"a\",\"name\":\"b\"}")
                                      << QStringList{u"$.name stands there twice"_s};
        QTest::newRow("a list") << QByteArray("[]") << QStringList{u"holds no connection"_s};
        QTest::newRow("too large") << QByteArray(70'000, ' ') << QStringList{u"larger than 64 kB"_s};
        QTest::newRow("built-in name") << QByteArray(
            "{\"name\":\"uscis SANDBOX\",\"token_url\":\"https://a.example/t\",\"api_url\":\"https://a.example\"}")
                                       << QStringList{u"built-in"_s};
        QTest::newRow("several") << QByteArray(
            "{\"name\":\"Office\",\"token_url\":\"http://a.example/t\",\"requests_per_second\":-1,\"colour\":1}")
                                 << QStringList{u"$.token_url"_s, u"begins with https://"_s,
                                                u"$.api_url"_s,   u"$.requests_per_second"_s,
                                                u"0.01 to 100"_s, u"$.colour"_s,
                                                u"4 fields"_s};
        QTest::newRow("a secret") << start + ",\"client_secret\":\"Kd8fJw2mPq\"}"
                                  << QStringList{u"$.client_secret"_s, u"secrets do not belong"_s};
        QTest::newRow("below a field") << start + ",\"headers\":{\"Authorization\":\"Kd8fJw2mPq\"}}"
                                       << QStringList{u"$.headers"_s, u"“Authorization” cannot be used"_s};
    }
    void aWrongFileIsRefusedFieldByField()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, said);
        Desk desk;
        desk.files.importFile(desk.write(json), &desk.window);
        const QString asked = desk.asked();
        for (const QString &each : said)
            QVERIFY2(asked.contains(each), qPrintable(asked));
        QVERIFY(asked.contains(u"office.json"_s));
        QVERIFY(!asked.contains(u"Kd8fJw2mPq"_s));
        desk.answer(u"Close"_s);
        QCOMPARE(desk.connections.all().size(), std::size_t(1));
    }
    void aFileThatIsNotThere()
    {
        Desk desk;
        desk.files.importFile(desk.folder.filePath(u"none.json"_s), &desk.window);
        QVERIFY(desk.asked().contains(u"It cannot be read"_s));
        desk.answer(u"Close"_s);
        desk.files.importFile(desk.folder.path(), &desk.window);
        QVERIFY(desk.asked().contains(u"not a file"_s));
    }
    void speaksSpanish()
    {
        Desk desk(u"es"_s);
        desk.files.importFile(desk.write("{\"name\":\"Office\",\"colour\":1}"), &desk.window);
        const QString asked = desk.asked();
        QVERIFY2(asked.contains(u"$.colour: ese campo no existe"_s), qPrintable(asked));
        QVERIFY2(asked.contains(u"$.token_url: Una dirección empieza con https://"_s), qPrintable(asked));
    }
    void exportsWhatCanBeImported()
    {
        Desk desk;
        QVERIFY(desk.connections.put(samples::gateway()).ok());
        desk.keyring.secrets.insert(samples::gateway().secretKey(), Secret::copyOf("s3cr3t"));
        QSignalSpy exported(&desk.files, &ConnectionFiles::exported);
        desk.files.chooseExport(samples::gateway().name, &desk.window);
        auto *dialog = desk.window.findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = desk.folder.filePath(u"out.json"_s);
        emit dialog->fileSelected(path);
        QTRY_COMPARE(exported.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray json = file.readAll();
        QVERIFY(!json.contains("s3cr3t"));
        QVERIFY(*readConnectionFile(json) == samples::gateway());
        emit dialog->fileSelected(desk.folder.filePath(u"no/such/folder/out.json"_s));
        QVERIFY(desk.asked().contains(u"was not exported"_s));
    }
    void aBuiltInOneNeedsNoFile()
    {
        Desk desk;
        desk.files.chooseExport(u"USCIS sandbox"_s, &desk.window);
        QVERIFY(desk.asked().contains(u"Every desk has it already"_s));
        QVERIFY(!desk.window.findChild<QFileDialog *>());
    }

    void aFileIsDroppedAnywhereOnTheWindow_data()
    {
        QTest::addColumn<QList<QUrl>>("urls");
        QTest::addColumn<QString>("taken");
        const QUrl json = QUrl::fromLocalFile(u"/tmp/Office.JSON"_s);
        QTest::newRow("one") << QList{json} << u"/tmp/Office.JSON"_s;
        QTest::newRow("two") << QList{json, json} << QString();
        QTest::newRow("of another kind") << QList{QUrl::fromLocalFile(u"/tmp/list.csv"_s)} << QString();
        QTest::newRow("from the network") << QList{QUrl(u"https://a.example/office.json"_s)} << QString();
        QTest::newRow("text") << QList<QUrl>() << QString();
    }
    void aFileIsDroppedAnywhereOnTheWindow()
    {
        QFETCH(QList<QUrl>, urls);
        QFETCH(QString, taken);
        QWidget window;
        QLineEdit entry(&window); // which would take the name as text
        auto *drop = new FileDrop(&window);
        QSignalSpy dropped(drop, &FileDrop::dropped);
        QMimeData data;
        if (urls.isEmpty())
            data.setText(u"EAC9999103402"_s);
        else
            data.setUrls(urls);
        for (QWidget *target : {static_cast<QWidget *>(&window), static_cast<QWidget *>(&entry)}) {
            dropped.clear();
            QDragEnterEvent enters(QPoint(1, 1), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(target, &enters);
            QDropEvent falls(QPointF(1, 1), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(target, &falls);
            QCOMPARE(dropped.size(), taken.isEmpty() ? 0 : 1);
            if (!taken.isEmpty())
                QCOMPARE(dropped[0][0].toString(), taken);
        }
        QCOMPARE(entry.text().isEmpty(), !urls.isEmpty()); // text is the entry's
    }
};

LINTERNA_TEST(TestConnectionFiles)

} // namespace test_connectionfiles

#include "test_connectionfiles.moc"
