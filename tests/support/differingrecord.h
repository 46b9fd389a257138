// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/localrecord.h"
#include "tests/support/outcomes.h"
#include "tests/support/testrecord.h"

namespace linterna::test {

//! A record in memory in which differences wait that nobody has to bring in first, and which notes what is answered.
class DifferingRecord : public LocalRecord
{
public:
    explicit DifferingRecord(const Clock &clock) : LocalRecord(clock) { openInMemory(*this); }

    JobOf<std::vector<FieldConflict>> *conflicts() override { return ended(waitingConflicts); }
    JobOf<std::vector<ForeignDeletion>> *foreignDeletions() override { return ended(waitingDeletions); }
    JobOf<Nothing> *settleConflict(FieldConflict conflict, CaseDetails value) override
    {
        settled.emplace_back(conflict, value);
        if (!failure)
            std::erase_if(waitingConflicts, [&](const FieldConflict &each) {
                return each.receipt == conflict.receipt && each.field == conflict.field;
            });
        return ended(Nothing{});
    }
    JobOf<Deletion> *answerDeletion(QByteArray event, bool deleteHere) override
    {
        answered.emplace_back(event, deleteHere);
        if (!failure)
            std::erase_if(waitingDeletions, [&](const ForeignDeletion &each) { return each.event == event; });
        return ended(deleteHere ? Deletion{.number = ++deletions, .checks = 12, .cases = 2} : Deletion());
    }
    JobOf<Nothing> *undoDeletion(qint64 number, std::vector<SavedFilter>) override
    {
        undone.push_back(number);
        return ended(Nothing{});
    }

    std::vector<FieldConflict> waitingConflicts;
    std::vector<ForeignDeletion> waitingDeletions;
    //! With which all that is asked ends.
    std::optional<Error> failure;
    std::vector<std::pair<FieldConflict, CaseDetails>> settled;
    std::vector<std::pair<QByteArray, bool>> answered;
    std::vector<qint64> undone;
    qint64 deletions = 0;

private:
    template<class T>
    JobOf<T> *ended(const T &value)
    {
        return JobOf<T>::finished(failure ? Result<T>(*failure) : Result<T>(value), this);
    }
};

//! A version of a field that somebody wrote.
inline FieldVersion versionBy(const QString &person, const CaseDetails &value, qint64 minutesAgo)
{
    return {.event = person.toUtf8(), .value = value, .person = person, .at = someTime().addSecs(-60 * minutesAgo)};
}

inline FieldConflict clientConflict(const ReceiptNumber &receipt = receiptOf())
{
    return {.receipt = receipt,
            .field = CaseField::Client,
            .shown = versionBy(QStringLiteral("Ana Peña"), {.client = QStringLiteral("García, María")}, 5),
            .others = {versionBy(QStringLiteral("Marta Ruiz"), {.client = QStringLiteral("Garcia Lopez, Maria")}, 60)}};
}

inline FieldConflict noteConflict(const QString &shown, const QString &other)
{
    return {.receipt = receiptOf(),
            .field = CaseField::Note,
            .shown = versionBy(QStringLiteral("Ana Peña"), {.note = shown}, 5),
            .others = {versionBy(QStringLiteral("Marta Ruiz"), {.note = other}, 60)}};
}

inline ForeignDeletion someDeletion()
{
    return {.event = "deletion",
            .person = QStringLiteral("Marta Ruiz"),
            .at = someTime().addSecs(-3600),
            .checks = 12,
            .cases = {receiptOf(), receiptOf(u"LIN9999106501")}};
}

} // namespace linterna::test
