// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportform.h"

#include "common/disclosure.h"
#include "common/formfield.h"
#include "common/segments.h"
#include "csv/exportchoices.h"
#include "export/columnchoice.h"
#include "export/exportwords.h"

#include <QEvent>
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

//! The status text's language as the person reads it.
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

} // namespace

ExportForm::ExportForm(const Settings &settings, ExportScope scope, QWidget *parent)
    : QWidget(parent), m_scope(std::move(scope)), m_kind(new Segments(2)), m_format(new Segments(2)),
      m_languages(new Segments(3)), m_headers(new Segments(2)), m_masked(new Segments(2)), m_columns(new ColumnChoice),
      m_columnsPart(new Disclosure(m_columns))
{
    if (!m_scope.selected.empty())
        m_offered.push_back(What::Selected);
    if (!m_scope.filter.isEmpty())
        m_offered.push_back(What::Listed);
    m_offered.push_back(What::All);
    m_what = new Segments(int(m_offered.size()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    m_whatField = add(m_what, layout);
    m_kindField = add(m_kind, layout);
    m_formatField = add(m_format, layout);
    m_languagesField = add(m_languages, layout);
    m_headersField = add(m_headers, layout);
    m_maskedField = add(m_masked, layout);
    layout->addWidget(m_columnsPart);
    layout->addStretch(1);
    take(settings);
    connect(m_columns, &ColumnChoice::edited, this, [this] {
        sayWhat();
        emit edited();
    });
    connect(m_columnsPart, &Disclosure::toggled, this, [this](bool open) {
        if (open)
            emit opened(m_columnsPart);
    });
    retranslate();
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
    // The first export of all: for reading, in the words that the person reads.
    ExportOptions before{.languages = languagesOf(settings)};
    const auto words = settings.exportChoices();
    if (words)
        before = choicesFromWords(*words);
    m_kind->choose(before.kind == ExportOptions::Kind::Complete ? Complete : Everyday);
    m_format->choose(before.format == ExportOptions::Format::JsonLines ? JsonLines : Csv);
    m_languages->choose(int(before.languages));
    m_headers->choose(words && words->contains(fixedNamesWord) ? FixedNames : ShownNames);
    m_masked->choose(before.masked ? Masked : Open);
    m_columns->setColumns(before.columns);
}

bool ExportForm::isComplete() const
{
    return m_kind->chosen() == Complete;
}

ExportForm::What ExportForm::what() const
{
    return m_offered[static_cast<std::size_t>(m_what->chosen())];
}

ExportOptions ExportForm::options() const
{
    ExportOptions options;
    options.kind = isComplete() ? ExportOptions::Kind::Complete : ExportOptions::Kind::Everyday;
    options.format = m_format->chosen() == JsonLines ? ExportOptions::Format::JsonLines : ExportOptions::Format::Csv;
    options.languages = ExportOptions::Languages(m_languages->chosen());
    options.masked = m_masked->chosen() == Masked;
    if (!m_columns->all())
        options.columns = m_columns->columns();
    if (m_headers->chosen() == ShownNames)
        options.headers = columnWords();
    if (what() == What::Selected)
        options.scope.ids = m_scope.selected;
    else if (what() == What::Listed)
        options.scope.filter = m_scope.filter;
    return options;
}

qint64 ExportForm::checks() const
{
    switch (what()) {
    case What::Selected:
        return std::ssize(m_scope.selected);
    case What::Listed:
        return m_scope.listed;
    case What::All:
        break;
    }
    return m_scope.all;
}

QStringList ExportForm::choices() const
{
    QStringList words = wordsOfChoices(options());
    if (m_headers->chosen() == FixedNames)
        words << fixedNamesWord;
    return words;
}

QString ExportForm::problem() const
{
    return !isComplete() && m_columns->columns().isEmpty() ? tr("Choose at least one column.") : QString();
}

void ExportForm::focusFirst()
{
    m_what->button(m_what->chosen())->setFocus();
}

void ExportForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExportForm::retranslate()
{
    QStringList offered;
    for (const What each : m_offered) {
        if (each == What::Selected)
            offered << tr("Selected (%1)").arg(counted(std::ssize(m_scope.selected)));
        else if (each == What::Listed)
            offered << tr("Listed (%1)").arg(counted(m_scope.listed));
        else
            offered << tr("All (%1)").arg(counted(m_scope.all));
    }
    m_what->setWords(offered);
    m_kind->setWords({tr("A table to read"), tr("A complete copy")});
    m_format->setWords({tr("CSV for spreadsheets"), tr("JSON Lines for programs")});
    m_languages->setWords({u"English"_s, u"Español"_s, tr("Both")});
    m_headers->setWords({tr("In the program’s language"), tr("Fixed names for programs")});
    m_masked->setWords({tr("Shown"), tr("Masked")});
    m_columnsPart->setTitle(tr("Columns"));
    sayWhat();
}

//! What the choices mean, and which of them count.
void ExportForm::sayWhat()
{
    const bool complete = isComplete();
    const bool csv = m_format->chosen() == Csv;
    m_whatField->setWords(tr("Checks"), {});
    const QString copy = tr("Everything that is kept of each check, so that another desk can import it. Not to be edited: "
                            "spreadsheets cut long cells.");
    m_kindField->setWords(tr("Purpose"), complete ? copy : tr("A line for each check, with plain texts."));
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
    m_columnsPart->setEnabled(!complete);
    m_columnsPart->setSummary(complete || m_columns->all()
                                  ? tr("all")
                                  : tr("%1 of %2").arg(m_columns->columns().size()).arg(m_columns->count()));
}

} // namespace linterna
