// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"
#include "tests/support/patience.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "ui/filter/choicebutton.h"
#include "ui/filter/filterchips.h"
#include "ui/filter/filterpanel.h"
#include "ui/filter/filterwords.h"
#include "ui/filter/namedialog.h"
#include "ui/filter/savedfilters.h"
#include "ui/filter/savedfiltersdialog.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_recordfilter {

//! The filter: what is set, in words, by hand and by name.
class TestRecordFilter : public QObject
{
    Q_OBJECT
private:
    LanguageSwitcher languages;
    Theme theme;
    const ViewEnvironment environment{.now = samples::now, .openUrl = {}};

    static RecordFilter everything()
    {
        return {.text = u"garcía"_s,
                .categories = {StatusCategory::Refused, StatusCategory::Approved},
                .formTypes = {u"I-130"_s, u""_s},
                .tags = {u"urgent"_s},
                .failed = true,
                .changedSince = SinceDay{.daysAgo = 7},
                .notConfirmedForDays = 30,
                .from = QDate(2026, 5, 3),
                .to = QDate(2026, 6, 1)};
    }
    static QPushButton *button(QWidget &parent, const QString &text)
    {
        for (QPushButton *each : parent.findChildren<QPushButton *>()) {
            if ((each->text() == text || each->accessibleName() == text) && !each->isHidden())
                return each;
        }
        return nullptr;
    }
    static RecordFilter last(const QSignalSpy &spy) { return spy.last()[0].value<RecordFilter>(); }

private slots:
    void initTestCase()
    {
        languages.setLanguage(u"en"_s);
        theme.apply(Settings::Theme::Light);
    }

    void everyConditionHasWords()
    {
        QStringList words;
        RecordFilter left = everything();
        for (const FilterPart &part : partsOf(everything(), ListKind::Cases))
            words += part.text;
        QCOMPARE(words,
                 QStringList({u"Approved or Refused"_s, u"I-130 or No form"_s, u"Tag: urgent"_s,
                              u"Changed in the last 7 days"_s, u"Last check got no answer"_s,
                              u"Not confirmed for 30 days"_s, u"Checked 3 May 2026 to 1 Jun 2026"_s}));
        for (int i = 0; i < 7; ++i)
            left = partsOf(left, ListKind::Cases).front().without;
        QVERIFY(left == withoutConditions(everything()));
        QCOMPARE(left.text, u"garcía"_s); // stands in the search box
        QVERIFY(partsOf(left, ListKind::Cases).empty());
    }

    void aChipTakesItsConditionAway()
    {
        FilterChips chips;
        chips.resize(1200, 600);
        QSignalSpy chosen(&chips, &FilterChips::filterChosen);
        chips.setFilter({}, ListKind::Cases);
        QVERIFY(chips.isHidden());
        chips.setFilter(everything(), ListKind::Cases);
        QVERIFY(!chips.isHidden());
        button(chips, u"Remove filter: Tag: urgent"_s)->click();
        RecordFilter expected = everything();
        expected.tags.clear();
        QVERIFY(last(chosen) == expected);
        button(chips, u"Clear all"_s)->click();
        QVERIFY(last(chosen) == withoutConditions(everything()));
    }

    //! In a low and narrow window no chip is cut off: what has no room is counted, and that leads to the panel.
    void chipsThatHaveNoRoomAreCounted()
    {
        QWidget window;
        auto *chips = new FilterChips(&window);
        (new QVBoxLayout(&window))->addWidget(chips, 0, Qt::AlignTop);
        window.resize(380, 300);
        window.show();
        chips->setFilter(everything(), ListKind::Cases);
        QTRY_VERIFY(button(*chips, u"Clear all"_s)->isVisible() && chips->height() == chips->minimumHeight());
        int shown = 0;
        int lines = 0;
        for (const QPushButton *each : chips->findChildren<QPushButton *>()) {
            if (!each->isVisible())
                continue;
            QVERIFY2(chips->rect().contains(each->geometry()), qPrintable(each->text()));
            shown += each->accessibleName().startsWith(u"Remove filter"_s);
            lines = std::max(lines, each->y() / each->height() + 1);
        }
        const int all = int(partsOf(everything(), ListKind::Cases).size());
        QVERIFY(shown > 0 && shown < all);
        QCOMPARE(lines, 2);
        QSignalSpy more(chips, &FilterChips::moreRequested);
        button(*chips, u"%1 more"_s.arg(all - shown))->click();
        QCOMPARE(more.size(), 1);
        chips->setFilter({.tags = {u"urgent"_s}}, ListKind::Cases);
        QVERIFY(!button(*chips, u"1 more"_s) || !button(*chips, u"1 more"_s)->isVisible());
        QVERIFY(button(*chips, u"Remove filter: Tag: urgent"_s)->isVisible());
    }

    void thePanelShowsAFilterAndGivesItBack()
    {
        FilterPanel panel(environment);
        QSignalSpy chosen(&panel, &FilterPanel::filterChosen);
        panel.setFilter(everything(), ListKind::Cases);
        QCOMPARE(chosen.size(), 0); // nobody chose
        button(panel, u"Received"_s)->click();
        RecordFilter expected = everything();
        expected.categories.insert(StatusCategory::Received);
        QVERIFY(last(chosen) == expected);
        for (QCheckBox *box : panel.findChildren<QCheckBox *>())
            box->click();
        expected.failed = false;
        expected.from = expected.to = QDate();
        QVERIFY(last(chosen) == expected);
        button(panel, u"Clear all"_s)->click();
        QVERIFY(last(chosen) == withoutConditions(everything()));
        QVERIFY(!button(panel, u"Clear all"_s)->isEnabled());
    }

    void aSpanThatTheListDoesNotOfferStays()
    {
        FilterPanel panel(environment);
        QSignalSpy chosen(&panel, &FilterPanel::filterChosen);
        RecordFilter filter{.changedSince = SinceDay{.daysAgo = 3}, .notConfirmedForDays = 11};
        panel.setFilter(filter, ListKind::Checks);
        button(panel, u"Approved"_s)->click();
        filter.categories = {StatusCategory::Approved};
        QVERIFY(last(chosen) == filter);
        filter.changedSince = SinceDay{.date = QDate(2026, 2, 1)};
        panel.setFilter(filter, ListKind::Checks);
        button(panel, u"Approved"_s)->click();
        filter.categories.clear();
        QVERIFY(last(chosen) == filter);
    }

    void aDayCanBeChosen()
    {
        FilterPanel panel(environment);
        panel.resize(400, 900);
        panel.show();
        QSignalSpy chosen(&panel, &FilterPanel::filterChosen);
        auto *spans = panel.findChildren<QComboBox *>().constFirst();
        spans->setCurrentIndex(spans->count() - 1);
        emit spans->activated(spans->count() - 1);
        QCOMPARE(last(chosen).changedSince->date, QDate(2026, 10, 22));
        QDateEdit *day = nullptr;
        for (QDateEdit *each : panel.findChildren<QDateEdit *>()) {
            if (each->accessibleName() == u"Changed since"_s)
                day = each;
        }
        QVERIFY(day && day->isVisible());
        day->setDate(QDate(2026, 1, 5));
        QCOMPARE(last(chosen).changedSince->date, QDate(2026, 1, 5));
    }

    void anyNumberOfDaysCanBeChosen()
    {
        FilterPanel panel(environment);
        panel.resize(400, 900);
        panel.show();
        QSignalSpy chosen(&panel, &FilterPanel::filterChosen);
        auto *spans = panel.findChildren<QComboBox *>().constLast();
        auto *days = panel.findChild<QSpinBox *>();
        QVERIFY(!days->isVisible());
        const auto choose = [&](int index) {
            spans->setCurrentIndex(index);
            emit spans->activated(index);
        };
        choose(spans->count() - 1);
        QVERIFY(days->isVisible());
        QCOMPARE(days->accessibleName(), u"Without a good answer for"_s);
        days->setValue(45);
        QCOMPARE(last(chosen).notConfirmedForDays, 45);
        days->setValue(30); // which the list offers too
        QCOMPARE(last(chosen).notConfirmedForDays, 30);
        QVERIFY(days->isVisible());
        QCOMPARE(days->text(), u"30 days or more"_s);
        days->setValue(1);
        QCOMPARE(days->text(), u"1 day or more"_s);
        choose(0);
        QVERIFY(!days->isVisible());
        QVERIFY(!last(chosen).notConfirmedForDays);
        panel.setFilter({.notConfirmedForDays = 11}, ListKind::Cases);
        QVERIFY(!days->isVisible());
        QCOMPARE(spans->currentText(), u"11 days or more"_s);
    }

    //! What was chosen in another year may not be among what there is now.
    void aChoiceThatIsGoneCanBeTakenAway()
    {
        ChoiceButton forms;
        forms.setWords(u"Form"_s, u"Any form"_s);
        QCOMPARE(forms.text(), u"Any form"_s);
        forms.setChoices({u""_s, u"I-130"_s}, {u"No form"_s, u"I-130"_s});
        forms.setChosen({u"I-9"_s});
        QCOMPARE(forms.accessibleName(), u"Form: I-9"_s);
        emit forms.menu()->aboutToShow();
        QCOMPARE(forms.menu()->actions().size(), 3);
        forms.menu()->actions().at(2)->trigger();
        forms.menu()->actions().at(0)->trigger();
        QCOMPARE(forms.chosen(), QStringList({u""_s}));
        QCOMPARE(forms.text(), u"No form"_s);
    }

    void severalAreTickedWhileTheListStaysOpen()
    {
        ChoiceButton forms;
        forms.setChoices({u"a"_s, u"b"_s}, {u"a"_s, u"b"_s});
        forms.show();
        QVERIFY(QTest::qWaitForWindowExposed(&forms, test::patience));
        forms.menu()->popup({});
        forms.menu()->setActiveAction(forms.menu()->actions().at(0));
        QTest::keyClick(forms.menu(), Qt::Key_Space);
        QVERIFY(forms.menu()->isVisible());
        forms.menu()->setActiveAction(forms.menu()->actions().at(1));
        QTest::mouseClick(forms.menu(), Qt::LeftButton, {},
                          forms.menu()->actionGeometry(forms.menu()->actions().at(1)).center());
        QVERIFY(forms.menu()->isVisible());
        QCOMPARE(forms.chosen(), QStringList({u"a"_s, u"b"_s}));
    }

    void aFilterIsSavedByName()
    {
        QWidget window;
        SavedFilters saved(everything, &window);
        QSignalSpy changed(&saved, &SavedFilters::changed);
        QSignalSpy chosen(&saved, &SavedFilters::filterChosen);
        saved.setFilters({{u"Old"_s, {.failed = true}}});
        saved.askToSave();
        auto *dialog = window.findChild<NameDialog *>();
        auto *entry = dialog->findChild<QLineEdit *>();
        QVERIFY(!button(*dialog, u"Save"_s)->isEnabled());
        QTest::keyClick(entry, Qt::Key_Return);
        QVERIFY(dialog->isVisible()); // there is nothing to save, and giving up is another key
        entry->setText(u" old "_s);   // the same name gives another filter under it
        QTest::keyClick(entry, Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(saved.filters().size(), std::size_t(1));
        QVERIFY(saved.filters().front() == SavedFilter({u"old"_s, everything()}));
        emit saved.menu()->aboutToShow();
        saved.menu()->actions().constFirst()->trigger();
        QVERIFY(last(chosen) == everything());
    }

    void savedFiltersAreRenamedDeletedAndPutBack()
    {
        SavedFiltersDialog dialog({{u"One"_s, everything()}, {u"Two"_s, {.failed = true}}});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy changed(&dialog, &SavedFiltersDialog::filtersChanged);
        const auto names = [&] {
            QStringList all;
            for (const SavedFilter &each : changed.last()[0].value<std::vector<SavedFilter>>())
                all += each.name;
            return all;
        };
        dialog.findChild<QListWidget *>()->setCurrentRow(1);
        button(dialog, u"Rename…"_s)->click();
        auto *rename = dialog.findChild<NameDialog *>();
        rename->findChild<QLineEdit *>()->setText(u"one"_s);
        QVERIFY(!button(*rename, u"Save"_s)->isEnabled()); // another has it
        rename->findChild<QLineEdit *>()->setText(u"Three"_s);
        button(*rename, u"Save"_s)->click();
        QCOMPARE(names(), QStringList({u"One"_s, u"Three"_s}));
        dialog.findChild<QListWidget *>()->setCurrentRow(0);
        button(dialog, u"Delete"_s)->click();
        QCOMPARE(names(), QStringList({u"Three"_s}));
        button(dialog, u"Put back"_s)->click();
        QCOMPARE(names(), QStringList({u"One"_s, u"Three"_s}));
        QVERIFY(!button(dialog, u"Put back"_s));
    }
};

LINTERNA_TEST(TestRecordFilter)

} // namespace test_recordfilter

#include "test_recordfilter.moc"
