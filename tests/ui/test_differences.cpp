// SPDX-License-Identifier: GPL-3.0-or-later
// The choice between values of different desks, and the answers to their deletions.
#include "lib/i18n/languageswitcher.h"
#include "tests/support/buttons.h"
#include "tests/support/differingrecord.h"
#include "tests/support/patience.h"
#include "tests/support/testprogram.h"
#include "ui/exchange/differencesdialog.h"

#include <QLabel>
#include <QRadioButton>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_differences {

namespace {

QStringList wordsIn(const QWidget *place)
{
    QStringList words;
    for (const QLabel *each : place->findChildren<QLabel *>())
        words += each->text();
    return words;
}

QRadioButton *choice(const QWidget *place, const QString &name)
{
    for (QRadioButton *each : place->findChildren<QRadioButton *>()) {
        if (each->accessibleName().endsWith(u": "_s + name))
            return each;
    }
    return nullptr;
}

} // namespace

class TestDifferences : public QObject
{
    Q_OBJECT
    LanguageSwitcher m_languages;

    struct Shown {
        explicit Shown(const Differences &differences) : dialog(new DifferencesDialog(differences, someTime(), &window))
        {
            QObject::connect(dialog, &DifferencesDialog::applied, &window,
                             [this](const DifferenceChoices &choices) { applied.push_back(choices); });
            window.show();
            dialog->open();
            dialog->activateWindow();
            (void)QTest::qWaitForWindowActive(dialog, patience);
        }
        [[nodiscard]] QRadioButton *choice(const QString &name) const { return test_differences::choice(dialog, name); }
        void apply() const { buttonIn(dialog, u"Apply"_s)->click(); }
        QWidget window;
        DifferencesDialog *dialog;
        std::vector<DifferenceChoices> applied;
    };

private slots:
    void init() { m_languages.setLanguage(u"en"_s); }

    void everyValueStandsThereWithItsPerson()
    {
        const Shown s({.conflicts = {clientConflict()}, .clients = {{receiptOf(), u"García, María"_s}}});
        const QStringList words = wordsIn(s.dialog);
        for (const QString &each : {u"García, María"_s, u"EAC9999103402"_s, u"Client"_s, u"Garcia Lopez, Maria"_s})
            QVERIFY2(words.contains(each), qPrintable(each));
        QVERIFY(words.contains(
            u"Ana Peña, today %1 · shown now"_s.arg(someTime().addSecs(-300).toLocalTime().toString(u"H:mm"_s))));
        QVERIFY(
            words.contains(u"Marta Ruiz, today %1"_s.arg(someTime().addSecs(-3600).toLocalTime().toString(u"H:mm"_s))));
        QVERIFY(s.choice(u"García, María"_s)->isChecked());
        QVERIFY(s.choice(u"García, María"_s)->hasFocus());
        QCOMPARE(s.choice(u"Garcia Lopez, Maria"_s)->accessibleName(),
                 u"Client of EAC9999103402: Garcia Lopez, Maria"_s);
        QVERIFY(s.choice(u"Garcia Lopez, Maria"_s)->accessibleDescription().startsWith(u"Marta Ruiz, "_s));
    }
    void everyFieldHasWords_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("English") << u"en"_s << QStringList{u"Client"_s,      u"File number"_s,
                                                           u"Note"_s,        u"Tags"_s,
                                                           u"Always kept"_s, u"Assigned to"_s,
                                                           u"Next step"_s,   u"Due date"_s,
                                                           u"Yes"_s,         u"No"_s,
                                                           u"a, b"_s,        u"24 December 2026"_s,
                                                           u"Empty"_s,       u"Somebody, today %1"_s};
        QTest::newRow("Spanish") << u"es"_s << QStringList{u"Cliente"_s,      u"Número de expediente"_s,
                                                           u"Nota"_s,         u"Etiquetas"_s,
                                                           u"Asignado a"_s,   u"Próximo paso"_s,
                                                           u"Fecha límite"_s, u"Sí"_s,
                                                           u"No"_s,           u"24 de diciembre de 2026"_s,
                                                           u"Vacío"_s,        u"Alguien, hoy %1"_s};
    }
    void everyFieldHasWords()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, words);
        m_languages.setLanguage(language);
        const CaseDetails all{.client = u"c"_s,
                              .fileNumber = u"f"_s,
                              .note = u"n"_s,
                              .tags = {u"a"_s, u"b"_s},
                              .onHold = true,
                              .owner = u"o"_s,
                              .nextStep = u"s"_s,
                              .dueDate = QDate(2026, 12, 24)};
        Differences differences;
        for (const CaseField field : AllCaseFields)
            differences.conflicts.push_back(
                {receiptOf(), field, versionBy(u"Ana"_s, all, 1), {versionBy({}, CaseDetails(), 2)}});
        const Shown s(differences);
        const QStringList shown = wordsIn(s.dialog);
        for (const QString &each : words) {
            const QString time = someTime().addSecs(-120).toLocalTime().toString(u"H:mm"_s);
            QVERIFY2(shown.contains(each.contains(u'%') ? each.arg(time) : each), qPrintable(each));
        }
    }

    void applySettlesWhatIsChosen()
    {
        const FieldConflict other = clientConflict(receiptOf(u"LIN9999106501"));
        const Shown s({.conflicts = {clientConflict(), other}});
        s.dialog->findChildren<QRadioButton *>().at(3)->click();
        s.apply();
        QCOMPARE(s.applied.size(), std::size_t(1));
        const auto &values = s.applied[0].values;
        QCOMPARE(values.size(), std::size_t(2));
        QCOMPARE(values[0].second.client, u"García, María"_s); // confirmed
        QCOMPARE(values[1].first.receipt, other.receipt);
        QCOMPARE(values[1].second.client, u"Garcia Lopez, Maria"_s);
        QVERIFY(!s.dialog->isVisible());
    }
    void laterSettlesNothing_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Escape") << int(Qt::Key_Escape);
        QTest::newRow("Enter on the button") << int(Qt::Key_Return);
    }
    void laterSettlesNothing()
    {
        QFETCH(int, key);
        const Shown s({.conflicts = {clientConflict()}, .deletions = {someDeletion()}});
        s.choice(u"Garcia Lopez, Maria"_s)->click();
        buttonIn(s.dialog, u"Decide later"_s)->setFocus();
        QTest::keyClick(s.dialog->focusWidget(), Qt::Key(key));
        QVERIFY(!s.dialog->isVisible());
        QCOMPARE(s.applied.size(), std::size_t(0));
    }
    void arrowsChooseAndTabGoesOn()
    {
        const Shown s(
            {.conflicts = {clientConflict(), noteConflict(u"one"_s, u"two"_s)}, .deletions = {someDeletion()}});
        const auto press = [&s](int key) { QTest::keyClick(s.dialog->focusWidget(), Qt::Key(key)); };
        press(Qt::Key_Down);
        QVERIFY(s.choice(u"Garcia Lopez, Maria"_s)->isChecked() && s.choice(u"Garcia Lopez, Maria"_s)->hasFocus());
        press(Qt::Key_Tab);
        QVERIFY(s.choice(u"one"_s)->hasFocus());
        press(Qt::Key_Up);
        press(Qt::Key_Tab);
        QVERIFY(s.choice(u"Keep here"_s)->hasFocus() && !s.choice(u"Keep here"_s)->isChecked());
        press(Qt::Key_Space);
        QVERIFY(s.choice(u"Keep here"_s)->isChecked());
        press(Qt::Key_Tab);
        QVERIFY(buttonIn(s.dialog, u"Decide later"_s)->hasFocus());
        press(Qt::Key_Tab);
        QVERIFY(buttonIn(s.dialog, u"Apply"_s)->hasFocus());
        press(Qt::Key_Return);
        QCOMPARE(s.applied.size(), std::size_t(1));
    }
    void aClickOnTheWordsChooses()
    {
        const Shown s({.conflicts = {clientConflict()}});
        for (QLabel *each : s.dialog->findChildren<QLabel *>()) {
            if (each->text() == u"Garcia Lopez, Maria")
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QVERIFY(s.choice(u"Garcia Lopez, Maria"_s)->isChecked());
        for (QLabel *each : s.dialog->findChildren<QLabel *>()) {
            if (each->text().startsWith(u"Ana Peña,"))
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QVERIFY(s.choice(u"García, María"_s)->isChecked());
    }

    void notesAndTagsCanBeJoined_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("joined");
        QTest::newRow("two notes") << u"Called.\nWaits."_s << u"Paid."_s << u"Called.\nWaits.\n\nPaid."_s;
        QTest::newRow("one holds the other") << u"Called.\nPaid."_s << u"Called."_s << QString();
        QTest::newRow("the other holds it") << u"Called."_s << u"Called.\nPaid."_s << QString();
        QTest::newRow("one is empty") << QString() << u"Paid."_s << QString();
        QTest::newRow("too long") << QString(CaseDetails::LongestNote - 1, u'x') << u"yy"_s << QString();
    }
    void notesAndTagsCanBeJoined()
    {
        QFETCH(QString, shown);
        QFETCH(QString, other);
        QFETCH(QString, joined);
        const FieldConflict conflict = noteConflict(shown, other);
        const auto all = valueOfAll(conflict);
        QCOMPARE(all ? all->note : QString(), joined);
        const Shown s({.conflicts = {conflict}});
        QCOMPARE(wordsIn(s.dialog).contains(u"All of them together"_s), all.has_value());
        QCOMPARE(s.dialog->findChildren<QRadioButton *>().size(), all ? 3 : 2);
        s.dialog->findChildren<QRadioButton *>().back()->click();
        s.apply();
        QCOMPARE(s.applied[0].values[0].second.note, all ? joined : other);
    }
    void tagsAreJoinedWithoutDoubles()
    {
        FieldConflict conflict = noteConflict({}, {});
        conflict.field = CaseField::Tags;
        conflict.shown.value.tags = {u"Urgent"_s, u"paid"_s};
        conflict.others[0].value.tags = {u"urgent"_s, u"asylum"_s};
        QCOMPARE(valueOfAll(conflict)->tags, (QStringList{u"Urgent"_s, u"paid"_s, u"asylum"_s}));
        conflict.others[0].value.tags = {u"paid"_s};
        QVERIFY(!valueOfAll(conflict));
        conflict.field = CaseField::Client;
        QVERIFY(!valueOfAll(conflict));
    }

    void aDeletionWaitsUnlessItIsAnswered()
    {
        ForeignDeletion other = someDeletion();
        other.event = "other";
        const Shown s({.conflicts = {clientConflict()}, .deletions = {someDeletion(), other}});
        const QStringList words = wordsIn(s.dialog);
        const QString time = someTime().addSecs(-3600).toLocalTime().toString(u"H:mm"_s);
        QVERIFY(
            words.contains(u"Marta Ruiz deleted 12 checks at another desk (today %1). They are still here. Deleting "
                           "here too leaves nothing of 2 cases: EAC9999103402, LIN9999106501."_s.arg(time)));
        s.dialog->findChildren<QRadioButton *>().back()->click();
        s.apply();
        QCOMPARE(s.applied[0].values.size(), std::size_t(1));
        QCOMPARE(s.applied[0].deletions.size(), std::size_t(1));
        QCOMPARE(s.applied[0].deletions[0].first.event, "other"_ba);
        QCOMPARE(s.applied[0].deletions[0].second, true);
    }
    void withDeletionsAloneThereIsNothingToApplyAtFirst()
    {
        const Shown s({.deletions = {someDeletion()}});
        QCOMPARE(s.dialog->windowTitle(), u"Deleted at another desk"_s);
        QVERIFY(s.dialog->accessibleDescription().startsWith(u"Marta Ruiz deleted 12 checks"_s));
        QVERIFY(!buttonIn(s.dialog, u"Apply"_s)->isEnabled());
        QVERIFY(!s.choice(u"Keep here"_s)->isChecked() && !s.choice(u"Delete here too"_s)->isChecked());
        s.choice(u"Keep here"_s)->click();
        s.apply();
        QCOMPARE(s.applied[0].deletions[0].second, false);
    }

    void foreignTextIsOnlyText()
    {
        FieldConflict conflict =
            noteConflict(u"<b>bold</b> & \u202edesrever\nsecond line"_s, QString(CaseDetails::LongestNote, u'W'));
        conflict.others[0].person = u"<i>Marta</i>\nRuiz"_s;
        const Shown s({.conflicts = {conflict}, .clients = {{receiptOf(), u"<h1>García</h1>"_s}}});
        for (const QLabel *each : s.dialog->findChildren<QLabel *>())
            QCOMPARE(each->textFormat(), Qt::PlainText);
        QVERIFY(wordsIn(s.dialog).contains(u"<b>bold</b> & \ufffddesrever\nsecond line"_s));
        QVERIFY(wordsIn(s.dialog).contains(u"<h1>García</h1>"_s));
        QVERIFY(wordsIn(s.dialog).filter(u"<i>Marta</i> Ruiz, today"_s).size() == 1);
        QVERIFY(s.dialog->width() < 1000);
        s.apply();
        QCOMPARE(s.applied[0].values[0].second.note, conflict.shown.value.note); // as it came
    }
};

LINTERNA_TEST(TestDifferences)

} // namespace test_differences

#include "test_differences.moc"
