// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/user.h"
#include "tests/support/buttons.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowbench.h"
#include "ui/recordkeeping/persondialog.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_person {

class TestPerson : public QObject
{
    Q_OBJECT
    struct Dialog {
        explicit Dialog(const QString &name = {})
            : dialog(new PersonDialog(name, &window)), entry(dialog->findChild<QLineEdit *>()),
              save(buttonIn(dialog, u"Save"_s)), chosen(dialog, &PersonDialog::chosen)
        {
            window.show();
            dialog->open();
        }
        QWidget window;
        PersonDialog *dialog;
        QLineEdit *entry;
        QPushButton *save;
        QSignalSpy chosen;
    };
    LanguageSwitcher m_languages;

private slots:
    void init() { m_languages.setLanguage(u"en"_s); }

    void isChosenInTheMenu()
    {
        WindowBench b;
        const auto ask = [&b]() -> PersonDialog * {
            for (QAction *each : b.window->findChildren<QAction *>()) {
                if (each->text() == u"&Your name…"_s)
                    each->trigger();
            }
            return b.window->findChild<PersonDialog *>();
        };
        const QPointer<PersonDialog> first = ask();
        QVERIFY(first && first->isVisible());
        auto *entry = first->findChild<QLineEdit *>();
        QVERIFY(entry->text().isEmpty());
        QVERIFY(b.until([&] { return entry->accessibleDescription().contains(u": %1."_s.arg(systemUserName())); }));
        QTest::keyClicks(entry, u" Ana  Garcia "_s);
        QTest::keyClick(entry, Qt::Key_Return);
        QCOMPARE(b.settings.personName(), u"Ana Garcia"_s);
        QVERIFY(b.until([&] { return !first; }));
        QCOMPARE(ask()->findChild<QLineEdit *>()->text(), u"Ana Garcia"_s);
    }

    void noEntryIsAChoice()
    {
        const Dialog d(u"Ana García"_s);
        d.entry->clear();
        d.save->click();
        QCOMPARE(d.chosen.size(), 1);
        QCOMPARE(d.chosen[0][0].toString(), QString());
    }

    void enterOnCancelChoosesNothing()
    {
        const Dialog d;
        QTest::keyClicks(d.entry, u"Li"_s);
        buttonIn(d.dialog, u"Cancel"_s)->setFocus();
        QTest::keyClick(d.dialog->focusWidget(), Qt::Key_Return);
        QVERIFY(!d.dialog->isVisible());
        QCOMPARE(d.chosen.size(), 0);
    }

    void whatCannotBeSeenIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("refused");
        QTest::newRow("accents") << u"Ana García Ñúñez"_s << false;
        QTest::newRow("another script") << u"李小龙"_s << false;
        QTest::newRow("no-break space, as pasting brings along") << u"Ana\u00a0García"_s << false;
        QTest::newRow("zero width") << u"Ana\u200b"_s << true;
        QTest::newRow("turns the text around") << u"\u202eaicraG anA"_s << true;
        QTest::newRow("soft hyphen") << u"Gar\u00adcía"_s << true;
    }
    void whatCannotBeSeenIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(bool, refused);
        const Dialog d;
        d.entry->setText(name);
        QCOMPARE(d.save->isEnabled(), !refused);
        QCOMPARE(d.entry->accessibleDescription().contains(u"nobody sees"_s), refused);
        d.save->click();
        QCOMPARE(d.chosen.size(), refused ? 0 : 1);
        if (!refused)
            QCOMPARE(d.chosen[0][0].toString(), name.simplified());
    }

    void noMoreThanFitsCanBeEntered()
    {
        const Dialog d;
        d.entry->setText(QString(Settings::LongestPersonName + 1, u'x'));
        QCOMPARE(d.entry->text().size(), Settings::LongestPersonName);
    }
};

LINTERNA_TEST(TestPerson)

} // namespace test_person

#include "test_person.moc"
