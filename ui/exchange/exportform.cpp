// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportform.h"

#include "lib/exchange/exportchoices.h"
#include "ui/exchange/columnchoice.h"
#include "ui/exchange/exportwords.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/translation.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView fixedNamesWord("fixed-names");
enum { Everyday, Complete };
enum { Csv, JsonLines };
enum { English, Spanish, Both };
enum { ShownNames, FixedNames };
enum { Open, Masked };

//! Languages of status texts for the first export: those that the person reads.
ExportOptions::Languages languagesOf(const Settings &settings)
{
    switch (settings.statusLanguage()) {
    case Settings::StatusLanguage::English:
        return ExportOptions::Languages::English;
    case Settings::StatusLanguage::Spanish:
        return ExportOptions::Languages::Spanish;
    case Settings::StatusLanguage::Both:
    case Settings::StatusLanguage::AsProgram:
        break;
    }
    return ExportOptions::Languages::Both;
}

QString counted(qint64 number)
{
    return QLocale().toString(number);
}

//! Names of the chosen columns; empty where all are chosen.
QStringList wanted(const ColumnChoice &columns)
{
    return columns.all() ? QStringList() : columns.columns();
}

//! Two widgets in one place, of which the caller shows one at a time.
QWidget *stacked(QWidget *one, QWidget *other)
{
    auto *both = new QWidget;
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(one);
    layout->addWidget(other);
    return both;
}

} // namespace

ExportForm::ExportForm(const Settings &settings, ExportScope scope, QWidget *parent)
    : QWidget(parent), m_scope(std::move(scope)), m_parts(m_scope.parts()), m_lines(m_scope.lines()),
      m_what(new Segments(int(m_parts.size()))), m_line(new Segments(int(m_lines.size()))), m_kind(new Segments(2)),
      m_format(new Segments(2)), m_languages(new Segments(3)), m_headers(new Segments(2)), m_masked(new Segments(2)),
      m_columns(new ColumnChoice(ExportScope::Line::Check)), m_caseColumns(new ColumnChoice(ExportScope::Line::Case)),
      m_columnsPart(new Disclosure(stacked(m_columns, m_caseColumns)))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    // Connected before add() connects the same signal: its slot reads m_completeWanted.
    connect(m_kind, &Segments::picked, this, [this](int kind) { m_completeWanted = kind == Complete; });
    m_whatField = add(m_what, layout);
    m_lineField = add(m_line, layout);
    m_lineField->setVisible(m_lines.size() > 1);
    m_kindField = add(m_kind, layout);
    m_formatField = add(m_format, layout);
    m_languagesField = add(m_languages, layout);
    m_headersField = add(m_headers, layout);
    m_maskedField = add(m_masked, layout);
    layout->addWidget(m_columnsPart);
    layout->addStretch(1);
    take(settings);
    for (const ColumnChoice *each : {m_columns, m_caseColumns}) {
        connect(each, &ColumnChoice::edited, this, [this] {
            sayWhat();
            emit edited();
        });
    }
    connect(m_columnsPart, &Disclosure::toggled, this, [this](bool open) {
        if (open)
            emit opened(m_columnsPart);
    });
    keepTranslated(this, &ExportForm::retranslate);
}

FormField *ExportForm::add(Segments *segments, QVBoxLayout *layout)
{
    auto *field = new FormField(segments);
    layout->addWidget(field);
    connect(segments, &Segments::picked, this, [this] {
        sayWhat();
        emit edited();
    });
    return field;
}

void ExportForm::take(const Settings &settings)
{
    // Choices for the first export of all: a table to read, in the languages that the person reads.
    ExportOptions before{.languages = languagesOf(settings)};
    const auto words = settings.exportChoices();
    if (words)
        before = choicesFromWords(*words);
    m_completeWanted = before.kind == ExportOptions::Kind::Complete;
    m_format->choose(before.format == ExportOptions::Format::JsonLines ? JsonLines : Csv);
    m_languages->choose(int(before.languages));
    m_headers->choose(words && words->contains(fixedNamesWord) ? FixedNames : ShownNames);
    m_masked->choose(before.masked ? Masked : Open);
    m_columns->setColumns(before.columns);
    m_caseColumns->setColumns(before.caseColumns);
}

ExportScope::Part ExportForm::part() const
{
    return m_parts[static_cast<std::size_t>(m_what->chosen())];
}

ExportScope::Line ExportForm::line() const
{
    return m_lines[static_cast<std::size_t>(m_line->chosen())];
}

qint64 ExportForm::count() const
{
    return m_scope.count(part(), line());
}

bool ExportForm::isComplete() const
{
    return m_completeWanted && line() == ExportScope::Line::Check;
}

ColumnChoice *ExportForm::columns() const
{
    return line() == ExportScope::Line::Case ? m_caseColumns : m_columns;
}

ExportOptions ExportForm::options() const
{
    ExportOptions options;
    options.kind = isComplete() ? ExportOptions::Kind::Complete : ExportOptions::Kind::Everyday;
    options.format = m_format->chosen() == JsonLines ? ExportOptions::Format::JsonLines : ExportOptions::Format::Csv;
    options.languages = ExportOptions::Languages(m_languages->chosen());
    options.masked = m_masked->chosen() == Masked;
    options.columns = wanted(*m_columns);
    options.caseColumns = wanted(*m_caseColumns);
    if (m_headers->chosen() == ShownNames)
        options.headers = columnWords(line());
    options.scope = m_scope.visit(part(), line());
    return options;
}

QStringList ExportForm::choices() const
{
    ExportOptions chosen = options();
    chosen.kind = m_completeWanted ? ExportOptions::Kind::Complete : ExportOptions::Kind::Everyday;
    QStringList words = wordsOfChoices(chosen);
    if (m_headers->chosen() == FixedNames)
        words << fixedNamesWord;
    return words;
}

QString ExportForm::problem() const
{
    return !isComplete() && columns()->columns().isEmpty() ? tr("Choose at least one column.") : QString();
}

void ExportForm::focusFirst()
{
    m_what->button(m_what->chosen())->setFocus();
}

void ExportForm::retranslate()
{
    if (m_lines.size() > 1)
        m_line->setWords({tr("Each case"), tr("Each check")});
    m_kind->setWords({tr("A table to read"), tr("A complete copy")});
    m_format->setWords({tr("CSV for spreadsheets"), tr("JSON Lines for programs")});
    m_languages->setWords({u"English"_s, u"Español"_s, tr("Both")});
    m_headers->setWords({tr("In the program’s language"), tr("Fixed names for programs")});
    m_masked->setWords({tr("Shown"), tr("Masked")});
    m_columnsPart->setTitle(tr("Columns"));
    sayParts();
    sayWhat();
}

//! The numbers on the parts are rows of the list, whatever a line of the file stands for.
void ExportForm::sayParts()
{
    const bool cases = m_scope.wish.list == ListKind::Cases;
    QStringList offered;
    for (const ExportScope::Part each : m_parts) {
        const QString number = counted(m_scope.count(each, m_lines.front()));
        if (each == ExportScope::Part::Selected)
            offered << (cases ? tr("Selected (%1)", "cases") : tr("Selected (%1)")).arg(number);
        else if (each == ExportScope::Part::Listed)
            offered << (cases ? tr("Listed (%1)", "cases") : tr("Listed (%1)")).arg(number);
        else
            offered << (cases ? tr("All (%1)", "cases") : tr("All (%1)")).arg(number);
    }
    m_what->setWords(offered);
    m_whatField->setWords(cases ? tr("Cases") : tr("Checks"), {});
}

QString ExportForm::sentence() const
{
    const bool cases = line() == ExportScope::Line::Case;
    const int number = int(count());
    switch (part()) {
    case ExportScope::Part::Selected:
        return cases ? tr("%Ln selected case(s), one line each.", nullptr, number)
                     : tr("Every check of the selected cases: %1.").arg(counted(count()));
    case ExportScope::Part::Listed:
        return cases ? tr("%Ln listed case(s), one line each.", nullptr, number)
                     : tr("Every check of the listed cases: %1.").arg(counted(count()));
    case ExportScope::Part::All:
        break;
    }
    return cases ? tr("The whole history: %Ln case(s), one line each.", nullptr, number)
                 : tr("The whole history: %Ln check(s).", nullptr, number);
}

void ExportForm::sayKind()
{
    const bool cases = line() == ExportScope::Line::Case;
    m_kind->choose(isComplete() ? Complete : Everyday);
    m_kind->button(Complete)->setEnabled(!cases);
    const QString copy =
        tr("Everything that is kept of each check, so that another desk can import it. Not to be edited: "
           "spreadsheets cut long cells.");
    const QString table = cases ? tr("The last good answer, and what happened last. For a complete copy: “Each check”.")
                                : tr("A line for each check, with plain texts.");
    m_kindField->setWords(tr("Purpose"), isComplete() ? copy : table);
}

//! Shows what the choices mean, and disables those that have no effect.
void ExportForm::sayWhat()
{
    const bool complete = isComplete();
    const bool csv = m_format->chosen() == Csv;
    m_lineField->setWords(tr("One line for"), sentence());
    sayKind();
    m_formatField->setWords(tr("Format"), {});
    m_languagesField->setWords(tr("Status text"), {});
    m_headersField->setWords(tr("Column headings"), {});
    const QString masked =
        tr("EAC••••••3402. Client, note, tags and long texts, which may name somebody, are left out.");
    const QString open = tr("As they are. The file is not encrypted: keep it where only you can read it.");
    m_maskedField->setWords(tr("Receipt numbers and names"), m_masked->chosen() == Masked && !complete ? masked : open);
    m_languagesField->setEnabled(!complete);
    m_headersField->setEnabled(!complete && csv);
    m_maskedField->setEnabled(!complete);
    m_columns->setVisible(columns() == m_columns);
    m_caseColumns->setVisible(columns() == m_caseColumns);
    m_columnsPart->setEnabled(!complete);
    m_columnsPart->setSummary(complete || columns()->all()
                                  ? tr("all")
                                  : tr("%1 of %2").arg(columns()->columns().size()).arg(columns()->count()));
}

} // namespace linterna
