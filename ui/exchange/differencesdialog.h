// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/merging.h"
#include "ui/widgets/dialog.h"

#include <QMap>

class QButtonGroup;
class QRadioButton;

namespace linterna {

//! What waits for a person's choice since events of other desks came in.
struct Differences {
    std::vector<FieldConflict> conflicts = {};
    std::vector<ForeignDeletion> deletions = {};
    //! Clients of the cases in `conflicts`, as lists show them.
    QMap<ReceiptNumber, QString> clients = {};
    //! Conflicts and deletions that wait besides.
    qint64 more = 0;
};

//! What the person chose.
struct DifferenceChoices {
    //! The value that a field is to have.
    std::vector<std::pair<FieldConflict, CaseDetails>> values = {};
    //! Whether to delete here too.
    std::vector<std::pair<ForeignDeletion, bool>> deletions = {};
};

//! Shows values of a field that differ, and deletions of other desks, and lets the person choose. The value that lists
//! show is chosen at first; of a deletion neither answer is, and without one it waits on. Show it with open().
class DifferencesDialog : public Dialog
{
    Q_OBJECT
public:
    DifferencesDialog(Differences differences, const QDateTime &now, QWidget *parent);

    [[nodiscard]] DifferenceChoices choices() const;

signals:
    //! Apply was pressed.
    void applied(const linterna::DifferenceChoices &choices);

private:
    //! The choice of one field: what each button of the group stands for, by its id.
    struct FieldChoice {
        QButtonGroup *buttons;
        std::vector<CaseDetails> values;
    };
    void addConflicts(const QDateTime &now);
    void addCase(const ReceiptNumber &receipt);
    void addConflict(const FieldConflict &conflict, const QDateTime &now);
    void addDeletions(const QDateTime &now);
    void addDeletion(const ForeignDeletion &deletion, const QDateTime &now);
    void addButtons();

    Differences m_differences;
    std::vector<FieldChoice> m_fields;     //!< As m_differences.conflicts.
    std::vector<QButtonGroup *> m_answers; //!< As m_differences.deletions.
};

//! The value in words, as the card has it; empty where there is none.
[[nodiscard]] QString fieldText(CaseField field, const CaseDetails &value);
//! A value that holds all values of a note or of tags; empty where there is none, because it would be too long, or one
//! of them holds all the others.
[[nodiscard]] std::optional<CaseDetails> valueOfAll(const FieldConflict &conflict);

} // namespace linterna
