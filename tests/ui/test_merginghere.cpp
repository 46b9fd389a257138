// SPDX-License-Identifier: GPL-3.0-or-later
// What another desk exported is imported in the window, beside what is here, and the person decides what differs.
#include "lib/exchange/recordexport.h"
#include "tests/support/buttons.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowbench.h"
#include "ui/casecard/casecard.h"
#include "ui/exchange/differencesdialog.h"
#include "ui/exchange/importhistory.h"
#include "ui/list/listview.h"
#include "ui/widgets/question.h"

#include <QLabel>
#include <QRadioButton>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_merginghere {

class TestMergingHere : public QObject
{
    Q_OBJECT

    //! Another desk, whose person is Marta Ruiz.
    struct OtherDesk {
        OtherDesk()
        {
            record.setPerson(u"Marta Ruiz"_s);
            ready = resultOf(record.file().open({folder.filePath(u"history.db"_s), testKey(), RecordRole::Owner})).ok();
        }
        [[nodiscard]] QString exported()
        {
            const QString file = folder.filePath(u"marta.jsonl"_s);
            const ExportOptions options{.format = ExportOptions::Format::JsonLines,
                                        .kind = ExportOptions::Kind::Complete};
            return resultOf(exportRecord(record, file, options)) ? file : QString();
        }
        QTemporaryDir folder;
        FakeClock clock{someTime()};
        LocalRecord record{clock};
        bool ready = false;
    };

    //! Imports in the window, and gives what it says then.
    static Question *imported(WindowBench &b, const QString &file)
    {
        b.window->findChild<ImportHistory *>()->importFile(file, b.window.get());
        Question *report = nullptr;
        (void)b.until([&] {
            for (Question *each : b.window->findChildren<Question *>()) {
                if (each->isVisible() && each->windowTitle() != u"Importing checks")
                    report = each;
            }
            return report != nullptr;
        });
        return report;
    }
    static DifferencesDialog *differences(WindowBench &b)
    {
        DifferencesDialog *found = nullptr;
        (void)b.until([&] {
            for (auto *each : b.window->findChildren<DifferencesDialog *>()) {
                if (each->isVisible())
                    found = each;
            }
            return found != nullptr;
        });
        return found;
    }
    static QAction *action(const WindowBench &b, const QString &text)
    {
        for (QAction *each : b.window->findChildren<QAction *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    static bool choose(const QWidget *dialog, const QString &value)
    {
        for (QRadioButton *each : dialog->findChildren<QRadioButton *>()) {
            if (each->accessibleName().endsWith(u": "_s + value)) {
                each->click();
                return true;
            }
        }
        return false;
    }
    static bool isHere(WindowBench &b) { return resultOf(b.history.findCase(receiptOf())).ok(); }
    static bool says(const WindowBench &b, const QString &text)
    {
        for (const QLabel *label : b.window->findChild<ListView *>()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

private slots:
    void aClientWithTwoNames()
    {
        OtherDesk marta;
        QVERIFY(marta.ready);
        QVERIFY(resultOf(marta.record.record(goodOutcome())));
        QVERIFY(resultOf(marta.record.editCase(receiptOf(), {.client = u"Garcia Lopez, Maria"_s})));
        WindowBench b;
        b.history.setPerson(u"Ana Peña"_s);
        QVERIFY(resultOf(b.history.editCase(receiptOf(), {.client = u"García, María"_s})));
        QVERIFY(!action(b, u"Re&view differences…"_s)->isVisible());
        const QPointer<Question> report = imported(b, marta.exported());
        QVERIFY(report);
        QCOMPARE(report->windowTitle(), u"The checks are here"_s);
        buttonIn(report, u"Review differences…"_s)->click();
        DifferencesDialog *dialog = differences(b);
        QVERIFY(dialog);
        QVERIFY(b.until([&] { return action(b, u"Re&view differences…"_s)->isVisible(); }));
        QVERIFY(choose(dialog, u"Garcia Lopez, Maria"_s));
        buttonIn(dialog, u"Apply"_s)->click();
        QVERIFY(b.until([&] { return says(b, u"1 difference settled"_s); }));
        QCOMPARE(resultOf(b.history.findCase(receiptOf()))->details.client, u"Garcia Lopez, Maria"_s);
        QVERIFY(b.until([&] { return !action(b, u"Re&view differences…"_s)->isVisible(); }));
        QCOMPARE(imported(b, marta.exported())->windowTitle(), u"Nothing new"_s);
    }

    void aDeletionOfAnotherDesk()
    {
        OtherDesk marta;
        QVERIFY(marta.ready);
        QVERIFY(resultOf(marta.record.record(goodOutcome())));
        WindowBench b;
        imported(b, marta.exported())->close();
        QVERIFY(isHere(b));
        QVERIFY(resultOf(marta.record.deleteCases({receiptOf()})));
        imported(b, marta.exported())->close();
        QVERIFY(isHere(b)); // never by itself
        QVERIFY(b.until([&] { return action(b, u"Re&view differences…"_s)->isVisible(); }));
        action(b, u"Re&view differences…"_s)->trigger();
        DifferencesDialog *dialog = differences(b);
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), u"Deleted at another desk"_s);
        QVERIFY(choose(dialog, u"Delete here too"_s));
        buttonIn(dialog, u"Apply"_s)->click();
        QVERIFY(b.until([&] { return says(b, u"1 check deleted, as at the other desk"_s); }));
        QVERIFY(!isHere(b));
        action(b, u"&Undo deletion of what another desk deleted"_s)->trigger();
        QVERIFY(b.until([&] { return says(b, u"What another desk deleted is back"_s); }));
        QVERIFY(isHere(b));
        action(b, u"&Redo deletion of what another desk deleted"_s)->trigger();
        QVERIFY(b.until([&] { return says(b, u"1 check deleted, as at the other desk"_s); }));
        QVERIFY(!isHere(b));
    }

    void whatIsKeptIsNotAskedAboutAgain()
    {
        OtherDesk marta;
        QVERIFY(marta.ready);
        QVERIFY(resultOf(marta.record.record(goodOutcome())));
        WindowBench b;
        imported(b, marta.exported())->close();
        QVERIFY(resultOf(marta.record.deleteCases({receiptOf()})));
        Question *report = imported(b, marta.exported());
        buttonIn(report, u"Review differences…"_s)->click();
        DifferencesDialog *dialog = differences(b);
        QVERIFY(dialog);
        QVERIFY(choose(dialog, u"Keep here"_s));
        buttonIn(dialog, u"Apply"_s)->click();
        QVERIFY(b.until([&] { return says(b, u"What another desk deleted stays here."_s); }));
        QVERIFY(b.until([&] { return !action(b, u"Re&view differences…"_s)->isVisible(); }));
        QVERIFY(isHere(b));
        QVERIFY(!buttonIn(imported(b, marta.exported()), u"Review differences…"_s));
    }
};

LINTERNA_TEST(TestMergingHere)

} // namespace test_merginghere

#include "test_merginghere.moc"
