// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/differencesdialog.h"

#include "lib/text/characters.h"
#include "ui/caseactions/casedeletion.h"
#include "ui/exchange/exportwords.h"
#include "ui/exchange/valuechoice.h"
#include "ui/style/typography.h"
#include "ui/words/dates.h"

#include <QButtonGroup>
#include <QFrame>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestPersonShown = 200;
enum { KeepHere, DeleteHere };

QString personText(const QString &person)
{
    const QString name = oneLine(person, longestPersonShown);
    return name.isEmpty() ? DifferencesDialog::tr("Somebody") : name;
}

TextLabel *label(const QString &text, qreal size = textsize::body, TextLabel::Ink ink = TextLabel::Ink::Text)
{
    auto *label = new TextLabel(size, ink);
    label->setText(text);
    return label;
}

QFrame *thinLine()
{
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

//! Takes in a note, behind what is there, unless it stands there already.
void addNote(QString &all, const QString &note)
{
    if (note.contains(all))
        all = note;
    else if (!all.contains(note))
        all += u"\n\n"_s + note;
}

} // namespace

QString fieldText(CaseField field, const CaseDetails &value)
{
    switch (field) {
    case CaseField::Client:
        return value.client;
    case CaseField::FileNumber:
        return value.fileNumber;
    case CaseField::Note:
        return value.note;
    case CaseField::Tags:
        return value.tags.join(u", "_s);
    case CaseField::OnHold:
        return value.onHold ? DifferencesDialog::tr("Yes") : DifferencesDialog::tr("No");
    case CaseField::Owner:
        return value.owner;
    case CaseField::NextStep:
        return value.nextStep;
    case CaseField::DueDate:
        return value.dueDate.isValid() ? dateText(value.dueDate) : QString();
    }
    Q_UNREACHABLE();
}

std::optional<CaseDetails> valueOfAll(const FieldConflict &conflict)
{
    if (conflict.field != CaseField::Note && conflict.field != CaseField::Tags)
        return {};
    CaseDetails all = conflict.shown.value;
    for (const FieldVersion &each : conflict.others) {
        addNote(all.note, each.value.note);
        std::ranges::copy_if(each.value.tags, std::back_inserter(all.tags),
                             [&](const QString &tag) { return !all.tags.contains(tag, Qt::CaseInsensitive); });
    }
    const auto isAll = [&](const FieldVersion &each) { return isSameField(conflict.field, each.value, all); };
    if (isAll(conflict.shown) || std::ranges::any_of(conflict.others, isAll) || longProblem(all))
        return {};
    return all;
}

DifferencesDialog::DifferencesDialog(Differences differences, const QDateTime &now, QWidget *parent)
    : Dialog(parent), m_differences(std::move(differences))
{
    setHeading(m_differences.conflicts.empty() ? tr("Deleted at another desk") : tr("Review differences"));
    addConflicts(now);
    addDeletions(now);
    if (m_differences.more > 0) {
        page()->addSpacing(12);
        page()->addWidget(
            label(tr("%Ln more wait(s) and come(s) when these are settled.", nullptr, int(m_differences.more)),
                  textsize::body, TextLabel::Ink::Secondary));
    }
    page()->addStretch(1);
    addButtons();
    setUsualWidth(std::max(520, fontMetrics().averageCharWidth() * 72));
    fit();
}

void DifferencesDialog::addConflicts(const QDateTime &now)
{
    if (m_differences.conflicts.empty())
        return;
    const QString why = tr("Colleagues at different desks wrote different things. Choose what is right; until you do, "
                           "the lists show the first.");
    page()->addWidget(label(why));
    setAccessibleDescription(why);
    std::optional<ReceiptNumber> receipt;
    for (const FieldConflict &conflict : m_differences.conflicts) {
        if (receipt != conflict.receipt)
            addCase(conflict.receipt);
        receipt = conflict.receipt;
        addConflict(conflict, now);
    }
    m_fields.front().buttons->checkedButton()->setFocus();
}

void DifferencesDialog::addCase(const ReceiptNumber &receipt)
{
    page()->addSpacing(8);
    page()->addWidget(thinLine());
    page()->addSpacing(4);
    if (const QString client = m_differences.clients.value(receipt); !client.isEmpty()) {
        TextLabel *name = label(oneLine(client, longestPersonShown));
        name->setFont(scaledFont(textsize::card, QFont::DemiBold));
        page()->addWidget(name);
    }
    TextLabel *number = label(receipt.toString(), textsize::body, TextLabel::Ink::Secondary);
    number->setFont(receiptFont());
    page()->addWidget(number);
}

void DifferencesDialog::addConflict(const FieldConflict &conflict, const QDateTime &now)
{
    FieldChoice choice{.buttons = new QButtonGroup(this), .values = {}};
    const QString field = columnWord(caseFieldName(conflict.field), ExportOptions::Line::Case);
    const QString place = tr("%1 of %2", "field, case").arg(field, conflict.receipt.toString());
    const auto add = [&](const CaseDetails &value, const QString &origin) {
        auto *each = new ValueChoice(fieldText(conflict.field, value), origin, place);
        choice.buttons->addButton(each->button(), int(choice.values.size()));
        choice.values.push_back(value);
        page()->addWidget(each);
    };
    const auto originOf = [&now](const FieldVersion &version) {
        return tr("%1, %2", "person, moment").arg(personText(version.person), momentText(version.at, now));
    };
    page()->addSpacing(8);
    TextLabel *name = label(field);
    name->setFont(scaledFont(textsize::body, QFont::DemiBold));
    page()->addWidget(name);
    add(conflict.shown.value, tr("%1 · shown now").arg(originOf(conflict.shown)));
    for (const FieldVersion &other : conflict.others)
        add(other.value, originOf(other));
    if (const auto all = valueOfAll(conflict))
        add(*all, tr("All of them together"));
    choice.buttons->button(0)->setChecked(true);
    m_fields.push_back(std::move(choice));
}

void DifferencesDialog::addDeletions(const QDateTime &now)
{
    if (m_differences.deletions.empty())
        return;
    if (!m_fields.empty()) {
        page()->addSpacing(8);
        page()->addWidget(thinLine());
        page()->addSpacing(4);
        TextLabel *heading = label(tr("Deleted at another desk"));
        heading->setFont(scaledFont(textsize::card, QFont::DemiBold));
        page()->addWidget(heading);
    }
    for (const ForeignDeletion &deletion : m_differences.deletions)
        addDeletion(deletion, now);
}

void DifferencesDialog::addDeletion(const ForeignDeletion &deletion, const QDateTime &now)
{
    page()->addSpacing(m_answers.empty() ? 0 : 12);
    const QString person = personText(deletion.person);
    const QString moment = momentText(deletion.at, now);
    QStringList sentences{
        tr("%1 deleted %Ln check(s) at another desk (%2). They are still here.", nullptr, int(deletion.checks))
            .arg(person, moment)};
    if (!deletion.cases.empty())
        sentences << tr("Deleting here too leaves nothing of %Ln case(s): %1.", nullptr, int(deletion.cases.size()))
                         .arg(CaseDeletion::namesOf(deletion.cases));
    const QString words = sentences.join(u' ');
    page()->addWidget(label(words));
    if (m_fields.empty() && m_answers.empty())
        setAccessibleDescription(words);
    auto *buttons = new QButtonGroup(this);
    const auto add = [&](int answer, const QString &text, const QString &meaning) {
        auto *each = new ValueChoice(text, meaning, tr("Deletion by %1, %2").arg(person, moment));
        buttons->addButton(each->button(), answer);
        page()->addWidget(each);
    };
    add(KeepHere, tr("Keep here"), tr("You are not asked again."));
    add(DeleteHere, tr("Delete here too"), tr("It can be undone until the program is closed."));
    if (m_fields.empty() && m_answers.empty())
        buttons->button(KeepHere)->setFocus();
    m_answers.push_back(buttons);
}

void DifferencesDialog::addButtons()
{
    auto *apply = new QPushButton(tr("Apply"));
    connect(apply, &QPushButton::clicked, this, [this] {
        const DifferenceChoices chosen = choices();
        accept();
        emit applied(chosen);
    });
    // Only deletions: there is nothing to apply before one is answered.
    if (m_fields.empty()) {
        apply->setEnabled(false);
        for (const QButtonGroup *each : m_answers)
            connect(each, &QButtonGroup::idClicked, apply, [apply] { apply->setEnabled(true); });
    }
    setButtons(new QPushButton(tr("Decide later")), apply);
}

DifferenceChoices DifferencesDialog::choices() const
{
    DifferenceChoices chosen;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const auto value = static_cast<std::size_t>(m_fields[i].buttons->checkedId());
        chosen.values.emplace_back(m_differences.conflicts[i], m_fields[i].values[value]);
    }
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        if (const int answer = m_answers[i]->checkedId(); answer >= 0)
            chosen.deletions.emplace_back(m_differences.deletions[i], answer == DeleteHere);
    }
    return chosen;
}

} // namespace linterna
