// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/listkind.h"
#include "lib/record/listquery.h"
#include "ui/words/dates.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QMenu;
class QPushButton;
class QSpinBox;

namespace linterna {

class ChoiceButton;
class DateField;
class TextLabel;

//! All that a list can be filtered by, in the place of the list. Each choice takes effect at once; the button at the
//! foot says how many rows match and goes back to the list.
class FilterPanel : public QWidget
{
    Q_OBJECT
public:
    explicit FilterPanel(const ViewEnvironment &environment, QWidget *parent = nullptr);

    void setFilter(const RecordFilter &filter, ListKind list);
    [[nodiscard]] const RecordFilter &filter() const { return m_filter; }
    void setChoices(const FilterChoices &choices);
    //! `menu` opens from the button for saved filters.
    void setSavedMenu(QMenu *menu);
    void setMatches(qint64 count);
    void focusFirst();

signals:
    void filterChosen(const linterna::RecordFilter &filter);
    void saveRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFields();
    QWidget *makeCategories();
    QWidget *makeFoot();
    void connectFields();
    void fill(const RecordFilter &filter);
    void tell();
    [[nodiscard]] RecordFilter chosen() const;
    void fillSpans();
    void paintSymbols();
    void retranslate();
    void sayMatches();
    void sayDays();

    ViewEnvironment m_environment;
    RecordFilter m_filter;
    ListKind m_list = ListKind::Cases;
    FilterChoices m_choices;
    qint64 m_matches = 0;
    bool m_showing = false;

    TextLabel *m_heading;
    QPushButton *m_saved;
    QLabel *m_categoryLabel;
    std::vector<QPushButton *> m_categories;
    QLabel *m_formLabel;
    ChoiceButton *m_forms;
    QLabel *m_tagLabel;
    ChoiceButton *m_tags;
    QLabel *m_changedLabel;
    QComboBox *m_changed;
    QDateEdit *m_changedDate;
    QLabel *m_confirmedLabel;
    QComboBox *m_confirmed;
    QSpinBox *m_days; //!< Number of days where it is none of those that m_confirmed offers.
    QCheckBox *m_failed;
    DateField *m_from;
    DateField *m_to;
    QPushButton *m_save;
    QPushButton *m_clear;
    QPushButton *m_done;
};

} // namespace linterna
