// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/record.h"

namespace linterna::test {

//! What every Record does (lib/record/record.h), in terms of Record alone. Who implements one derives a test class
//! from this, says in make() how an open, empty record comes about, and registers the class as any other; its own slots
//! may test more. Nothing here knows where a record is kept.
class RecordContract : public QObject
{
    Q_OBJECT
protected:
    //! A record that is open and has nothing in it; never null.
    [[nodiscard]] virtual std::unique_ptr<Record> make() = 0;

private slots:
    void init();
    void cleanup();

    // Jobs
    void jobsEndLaterOnceAndInTheirOrder();
    void whatIsCancelledBeforeItsTurnIsNotDone();

    // Checks
    void givesBackWhatWasRecorded();
    void givesBackOddTexts();
    void refusesACheckWithoutATime();
    void idsGrowAndEachCheckIsTold();
    void comparesWithTheLastGoodAnswerOfThatReceipt();
    void errorsAreRecordedAndHideNothing();
    void knowsWhatItDoesNotHold();
    void inspectsACheck();

    // Lists
    void pagesOfChecks_data();
    void pagesOfChecks();
    void aPageInParts();
    void sortsCases_data();
    void sortsCases();
    void aFailedCheckTakesNothingFromItsCase();
    void filters_data();
    void filters();
    void offersWhatCanBeFiltered();
    void versionsTellPagesApart();

    // Visits
    void visitsChecksOldestFirst();
    void visitsCasesAndTheirChecks();
    void countsWhatAVisitWouldSee();
    void aVisitEndsWithItsVisitor();

    // What people write
    void editsACase();
    void refusesWhatIsTooLong_data();
    void refusesWhatIsTooLong();
    void findsCasesOfAClient();
    void replacesSavedFilters();
    void mergesOfficeNotes();

    // Import
    void takesInAllOrNothing();

    // Deletion
    void deletesEarlierValues();
    void deletesCasesAndUndoesIt();
    void deletesByAgeButNotWhatIsOnHold();
    void tellsHowOldChecksStand();
    void aDeletionIsUndoneOnce();
    void filtersGoAndComeBackWithTheirCases();

    // Changes
    void tellsWhatChangedAfterANumber();
    void tellsToReadAnewWhatCannotBeFollowed();

private:
    //! Records a good answer with this title at a day of November 2026, and gives its id; 0 where that failed.
    qint64 addGood(const ReceiptNumber &receipt, const QString &title, int day);
    qint64 addBad(const ReceiptNumber &receipt, ErrorCode error, int day);
    //! Three cases A, B and C with six checks: see recordcontract.cpp.
    void fill();
    [[nodiscard]] std::vector<qint64> checkIds(const ListQuery &query);
    [[nodiscard]] QStringList caseLetters(const ListQuery &query);

    std::unique_ptr<Record> m_record;
};

} // namespace linterna::test
