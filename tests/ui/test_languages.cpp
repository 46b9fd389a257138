// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/files.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "tests/ui/windowbench.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/mainwindow/statusline.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QProcess>
#include <QRegularExpression>
#include <QTableView>
#include <QXmlStreamReader>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_languages {

using linterna::test::WindowBench;

namespace {

void addActions(const QMenu *menu, QStringList &texts)
{
    for (const QAction *action : menu->actions()) {
        texts += action->text();
        if (action->menu())
            addActions(action->menu(), texts);
    }
}

//! Everything that a person can read or hear in a window.
QStringList textsOf(const QWidget *window)
{
    QStringList texts;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(window))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts += label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts += button->text();
        texts += {widget->accessibleName(), widget->accessibleDescription(), widget->toolTip()};
    }
    for (const QMenuBar *bar : window->findChildren<QMenuBar *>()) {
        for (const QAction *action : bar->actions()) {
            texts += action->text();
            addActions(action->menu(), texts);
        }
    }
    texts += window->windowTitle();
    texts.removeAll(QString());
    return texts;
}

//! Texts that are the same in both languages by nature.
bool isNeutral(const QString &text)
{
    static const QRegularExpression neutral(
        u"^(English|Español|USCIS sandbox.*|EAC\\w+.*|SRC\\w+|https://\\S+|[\\d–., ]+|Linterna \\d.*|Linterna|token \\d+ min|api-int\\.uscis\\.gov|HTTP Basic.*|Proxy)$"_s);
    return neutral.match(text).hasMatch();
}

void compareLanguages(const QStringList &english, const QStringList &spanish)
{
    QCOMPARE(english.size(), spanish.size());
    for (const QString &text : english)
        QVERIFY2(isNeutral(text) || !spanish.contains(text), qPrintable(text));
}

} // namespace

class TestLanguages : public QObject
{
    Q_OBJECT
private slots:
    void everyTextChanges_data()
    {
        QTest::addColumn<bool>("practice");
        QTest::newRow("practice, empty") << true;
        QTest::newRow("real, answered") << false;
    }
    void everyTextChanges()
    {
        QFETCH(bool, practice);
        WindowBench b(practice);
        if (!practice) {
            b.window->checkReceipts({samples::receipt(u"EAC9999103402")});
            QVERIFY(b.until([&] { return b.window->findChild<QLabel *>() && b.checks.pending() == 0; }));
            QVERIFY(b.until([&] { return b.window->findChild<QTableView *>()->model()->rowCount() > 0; }));
            b.window->showRecordState(
                {.mode = RecordState::Mode::CannotOpen, .why = Error{.code = ErrorCode::KeychainLocked}});
            b.window->findChild<StatusLine *>()->showQuota(388, 1000);
            b.window->findChild<StatusLine *>()->showTokenExpiry(QDateTime::currentDateTimeUtc().addSecs(600));
        }
        settle();
        const QStringList english = textsOf(b.window.get());
        b.languages.setLanguage(u"es"_s);
        settle();
        compareLanguages(english, textsOf(b.window.get()));
        b.languages.setLanguage(u"en"_s);
        settle();
        QCOMPARE(textsOf(b.window.get()), english);
    }

    void dialogChanges()
    {
        WindowBench b;
        ConnectionsDialog dialog({b.connections, b.secrets, b.tester}, ViewEnvironment::of(b.clock),
                                 u"USCIS sandbox"_s);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        const QStringList english = textsOf(&dialog);
        b.languages.setLanguage(u"es"_s);
        settle();
        compareLanguages(english, textsOf(&dialog));
    }

    void qtsOwnWordsChangeToo()
    {
        LanguageSwitcher languages;
        languages.setLanguage(u"es"_s);
        QMessageBox box;
        box.setStandardButtons(QMessageBox::Cancel);
        QCOMPARE(box.button(QMessageBox::Cancel)->text(), u"Cancelar"_s);
    }

    void unknownLanguageIsEnglish()
    {
        LanguageSwitcher languages;
        languages.setLanguage(u"tlh"_s);
        QCOMPARE(languages.language(), u"en"_s);
        QCOMPARE(QLocale().language(), QLocale::English);
    }

    void everyStringIsTranslated()
    {
        QFile file(QStringLiteral(LINTERNA_SOURCES) + u"/translations/linterna_es.ts"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader reader(&file);
        int translations = 0;
        QString source;
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement())
                continue;
            if (reader.name() == u"source"_s)
                source = reader.readElementText();
            else if (reader.name() == u"translation"_s) {
                ++translations;
                const QString type = reader.attributes().value(u"type"_s).toString();
                QVERIFY2(type.isEmpty(), qPrintable(source));
                const QString text = reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
                QVERIFY2(!text.isEmpty(), qPrintable(source));
            }
        }
        QVERIFY(!reader.hasError());
        QVERIFY(translations > 150);
    }

    //! lupdate over the sources changes nothing: no string is missing, none is left over.
    void filesAreUpToDate_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("es") << u"linterna_es.ts"_s << QStringList();
        QTest::newRow("en") << u"linterna_en.ts"_s << QStringList{u"-pluralonly"_s};
    }
    void filesAreUpToDate()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, options);
        const QString sources = QStringLiteral(LINTERNA_SOURCES);
        QTemporaryDir folder;
        const QString copy = folder.filePath(name);
        QVERIFY(QFile::copy(sources + u"/translations/"_s + name, copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(sources);
        lupdate.start(QStringLiteral(LUPDATE),
                      QStringList{u"ui"_s, u"lib"_s, u"app"_s, u"-I"_s, u"."_s, u"-silent"_s, u"-locations"_s,
                                  u"none"_s, u"-no-obsolete"_s}
                          + options + QStringList{u"-ts"_s, copy});
        QVERIFY(lupdate.waitForFinished(patience));
        QCOMPARE(lupdate.exitCode(), 0);
        QCOMPARE(bytesOf(copy), bytesOf(sources + u"/translations/"_s + name));
    }
};

LINTERNA_TEST(TestLanguages)

} // namespace test_languages

#include "test_languages.moc"
