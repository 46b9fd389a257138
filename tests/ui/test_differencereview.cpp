// SPDX-License-Identifier: GPL-3.0-or-later
// What the person chose between values of different desks, and answered to their deletions, in the record.
#include "lib/i18n/languageswitcher.h"
#include "tests/support/buttons.h"
#include "tests/support/differingrecord.h"
#include "tests/support/fakeclock.h"
#include "tests/support/patience.h"
#include "tests/support/testprogram.h"
#include "ui/exchange/differencereview.h"
#include "ui/exchange/differencesdialog.h"

#include <QLabel>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_differencereview {

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

class TestDifferenceReview : public QObject
{
    Q_OBJECT
    LanguageSwitcher m_languages;

    //! A review over a record in which that waits.
    struct Review {
        Review(const std::vector<FieldConflict> &conflicts, const std::vector<ForeignDeletion> &deletions)
        {
            record.waitingConflicts = conflicts;
            record.waitingDeletions = deletions;
            QObject::connect(&review, &DifferenceReview::waiting, &window, [this](bool any) { waiting = any; });
            QObject::connect(&review, &DifferenceReview::told, &window,
                             [this](const QString &message, bool wrong, bool undo) {
                                 told += message;
                                 isWrong = wrong;
                                 canUndo = undo;
                             });
            window.show();
        }
        [[nodiscard]] DifferencesDialog *open()
        {
            review.open();
            (void)waitFor([this] { return dialog() != nullptr || !told.isEmpty(); });
            return dialog();
        }
        [[nodiscard]] DifferencesDialog *dialog() const
        {
            for (auto *each : window.findChildren<DifferencesDialog *>()) {
                if (each->isVisible())
                    return each;
            }
            return nullptr;
        }
        [[nodiscard]] bool says(const QString &message)
        {
            return waitFor([&] { return !told.isEmpty() && told.back() == message; });
        }
        FakeClock clock{someTime()};
        DifferingRecord record{clock};
        QWidget window;
        UndoStack steps;
        DifferenceReview &review = *new DifferenceReview(record, steps, clock, &window);
        std::optional<bool> waiting;
        QStringList told;
        bool isWrong = false;
        bool canUndo = false;
    };

private slots:
    void init() { m_languages.setLanguage(u"en"_s); }

    void theMenuFollowsTheRecord()
    {
        Review r({clientConflict()}, {});
        r.review.look();
        QVERIFY(waitFor([&] { return r.waiting == true; }));
        r.record.waitingConflicts.clear();
        emit r.record.changed();
        emit r.record.changed();
        QVERIFY(waitFor([&] { return r.waiting == false; }));
        r.record.waitingDeletions = {someDeletion()};
        emit r.record.replaced();
        QVERIFY(waitFor([&] { return r.waiting == true; }));
        r.record.failure = Error{.code = ErrorCode::Storage};
        r.review.look();
        QVERIFY(waitFor([&] { return r.waiting == false; }));
        QVERIFY(r.told.isEmpty());
    }
    void valuesAreSettledInTheRecord()
    {
        Review r({clientConflict(), noteConflict(u"one"_s, u"two"_s)}, {});
        DifferencesDialog *dialog = r.open();
        QVERIFY(dialog);
        choice(dialog, u"two"_s)->click();
        buttonIn(dialog, u"Apply"_s)->click();
        QVERIFY(r.says(u"2 differences settled"_s));
        QVERIFY(!r.isWrong && !r.canUndo);
        QCOMPARE(r.record.settled.size(), std::size_t(2));
        QCOMPARE(r.record.settled[0].second.client, u"García, María"_s);
        QCOMPARE(r.record.settled[1].second.note, u"two"_s);
        QVERIFY(r.record.answered.empty());
        r.told.clear();
        QVERIFY(!r.open());
        QCOMPARE(r.told, QStringList{u"There are no differences any more."_s});
    }
    void deletingHereTooCanBeUndone()
    {
        Review r({}, {someDeletion()});
        QSignalSpy gone(&r.review, &DifferenceReview::deleted);
        DifferencesDialog *dialog = r.open();
        QVERIFY(dialog);
        choice(dialog, u"Delete here too"_s)->click();
        buttonIn(dialog, u"Apply"_s)->click();
        QVERIFY(r.says(u"12 checks deleted, as at the other desk"_s));
        QVERIFY(r.canUndo);
        QCOMPARE(gone.size(), 1);
        QCOMPARE(r.record.answered, (std::vector<std::pair<QByteArray, bool>>{{"deletion", true}}));
        QCOMPARE(r.steps.toUndo()->kind, UndoStack::Kind::ForeignDeletion);
        r.steps.undo();
        QVERIFY(r.says(u"What another desk deleted is back"_s));
        QCOMPARE(r.record.undone, std::vector<qint64>{1});
        r.steps.redo();
        QVERIFY(r.says(u"12 checks deleted, as at the other desk"_s));
        r.steps.undo();
        QVERIFY(waitFor([&] { return r.record.undone.size() == 2; }));
        QCOMPARE(r.record.undone[1], 2); // the second deletion has a number of its own
    }
    void whatIsKeptIsAnswered()
    {
        Review r({}, {someDeletion()});
        DifferencesDialog *dialog = r.open();
        QVERIFY(dialog);
        choice(dialog, u"Keep here"_s)->click();
        buttonIn(dialog, u"Apply"_s)->click();
        QVERIFY(r.says(u"What another desk deleted stays here."_s));
        QCOMPARE(r.record.answered, (std::vector<std::pair<QByteArray, bool>>{{"deletion", false}}));
        QVERIFY(!r.steps.toUndo());
    }
    void aFailureIsSaid()
    {
        Review r({clientConflict()}, {});
        DifferencesDialog *dialog = r.open();
        QVERIFY(dialog);
        r.record.failure = Error{.code = ErrorCode::StorageBusy};
        buttonIn(dialog, u"Apply"_s)->click();
        QVERIFY(waitFor([&] { return !r.told.isEmpty(); }));
        QVERIFY(r.told.back().startsWith(u"Not all differences were settled. "_s));
        QVERIFY(r.isWrong);
    }
    void veryManyComeInParts()
    {
        std::vector<FieldConflict> conflicts;
        for (int i = 0; i < int(DifferenceReview::MostAtOnce) + 2; ++i)
            conflicts.push_back(clientConflict(receiptOf(u"EAC99991%1"_s.arg(i, 5, 10, QChar(u'0')))));
        Review r(conflicts, {});
        DifferencesDialog *dialog = r.open();
        QVERIFY(dialog);
        QVERIFY(wordsIn(dialog).contains(u"2 more wait and come when these are settled."_s));
        buttonIn(dialog, u"Apply"_s)->click();
        QVERIFY(r.says(u"50 differences settled"_s));
        QCOMPARE(r.record.waitingConflicts.size(), std::size_t(2));
    }
};

LINTERNA_TEST(TestDifferenceReview)

} // namespace test_differencereview

#include "test_differencereview.moc"
