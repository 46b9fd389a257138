// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filterpanel.h"

#include "ui/filter/choicebutton.h"
#include "ui/filter/datefield.h"
#include "ui/filter/filterwords.h"
#include "ui/style/linternastyle.h"
#include "ui/style/statuslook.h"
#include "ui/style/typography.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/footbar.h"
#include "ui/widgets/menubutton.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/translation.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <algorithm>

namespace linterna {

namespace {

constexpr std::array changedSpans{0, 7, 30, 90, 365};
constexpr std::array confirmedSpans{1, 7, 14, 30, 60, 90, 180, 365};
// Data of special items of the combo boxes for time spans; -1 is "no matter", 0 and more are days.
constexpr int sinceADay = -2;
constexpr int ownDays = -3;
constexpr int mostDays = 9999;

QLabel *newLabel(QWidget *buddy)
{
    auto *label = new QLabel;
    label->setBuddy(buddy);
    label->setFont(scaledFont(textsize::helper));
    return label;
}

void choose(QComboBox *box, int data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

FilterPanel::FilterPanel(const ViewEnvironment &environment, QWidget *parent)
    : QWidget(parent), m_environment(environment), m_heading(new TextLabel(textsize::section)), m_saved(new MenuButton),
      m_categoryLabel(newLabel(nullptr)), m_forms(new ChoiceButton), m_tags(new ChoiceButton), m_changed(new QComboBox),
      m_changedDate(newDateEdit(environment.now().toLocalTime().date().addMonths(-1))), m_confirmed(new QComboBox),
      m_days(new QSpinBox), m_failed(new QCheckBox),
      m_from(new DateField(environment.now().toLocalTime().date().addMonths(-1))),
      m_to(new DateField(environment.now().toLocalTime().date())), m_save(new QPushButton), m_clear(new QPushButton),
      m_done(new QPushButton)
{
    m_formLabel = newLabel(m_forms);
    m_tagLabel = newLabel(m_tags);
    m_changedLabel = newLabel(m_changed);
    m_confirmedLabel = newLabel(m_confirmed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *scroll = new ScrollArea;
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeFields());
    layout->addWidget(makeHead());
    layout->addWidget(scroll, 1);
    layout->addWidget(makeFoot());
    connectFields();
    keepTranslated(this, &FilterPanel::retranslate);
    onChange(this, QEvent::PaletteChange, [this] { paintSymbols(); });
}

QWidget *FilterPanel::makeHead()
{
    auto *head = new QWidget;
    m_heading->setWordWrap(false);
    setButtonKind(m_saved, ButtonKind::Link);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 8, 16, 0);
    layout->addWidget(m_heading, 1);
    layout->addWidget(m_saved);
    return head;
}

QWidget *FilterPanel::makeCategories()
{
    auto *categories = new QWidget;
    auto *flow = new FlowLayout(6, categories);
    for (int i = 0; i <= int(StatusCategory::Other); ++i) {
        auto *button = new QPushButton;
        button->setCheckable(true);
        setButtonKind(button, ButtonKind::Segment);
        connect(button, &QPushButton::toggled, this, &FilterPanel::tell);
        m_categories.push_back(button);
        flow->addWidget(button);
    }
    return categories;
}

QWidget *FilterPanel::makeFields()
{
    auto *fields = new QWidget;
    fields->setBackgroundRole(QPalette::Base);
    fields->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(fields);
    layout->setContentsMargins(16, 8, 16, 16);
    layout->setSpacing(4);
    const auto field = [&](QLabel *label, std::initializer_list<QWidget *> controls) {
        layout->addWidget(label);
        for (QWidget *control : controls)
            layout->addWidget(control);
        layout->addSpacing(8);
    };
    field(m_categoryLabel, {makeCategories()});
    field(m_formLabel, {m_forms});
    field(m_tagLabel, {m_tags});
    field(m_changedLabel, {m_changed, m_changedDate});
    m_days->setRange(1, mostDays);
    m_days->hide();
    field(m_confirmedLabel, {m_confirmed, m_days});
    layout->addWidget(m_failed);
    layout->addSpacing(4);
    layout->addWidget(m_from);
    layout->addWidget(m_to);
    layout->addStretch(1);
    return fields;
}

QWidget *FilterPanel::makeFoot()
{
    auto *foot = new FootBar;
    setButtonKind(m_save, ButtonKind::Link);
    setButtonKind(m_clear, ButtonKind::Link);
    setButtonKind(m_done, ButtonKind::Primary);
    auto *links = new QHBoxLayout;
    links->setSpacing(16);
    links->addWidget(m_save);
    links->addWidget(m_clear);
    links->addStretch(1);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setSpacing(4);
    layout->addLayout(links);
    layout->addWidget(m_done);
    return foot;
}

void FilterPanel::connectFields()
{
    connect(m_forms, &ChoiceButton::chosenChanged, this, &FilterPanel::tell);
    connect(m_tags, &ChoiceButton::chosenChanged, this, &FilterPanel::tell);
    connect(m_changed, &QComboBox::activated, this, &FilterPanel::tell);
    connect(m_changedDate, &QDateEdit::dateChanged, this, &FilterPanel::tell);
    connect(m_confirmed, &QComboBox::activated, this, [this] {
        const bool own = m_confirmed->currentData().toInt() == ownDays;
        m_days->setVisible(own);
        if (own)
            m_days->setFocus();
        tell();
    });
    connect(m_days, &QSpinBox::valueChanged, this, [this] {
        sayDays();
        tell();
    });
    connect(m_failed, &QCheckBox::toggled, this, &FilterPanel::tell);
    connect(m_from, &DateField::dateChanged, this, &FilterPanel::tell);
    connect(m_to, &DateField::dateChanged, this, &FilterPanel::tell);
    connect(m_save, &QPushButton::clicked, this, &FilterPanel::saveRequested);
    connect(m_done, &QPushButton::clicked, this, &FilterPanel::closed);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        fill(withoutConditions(m_filter));
        tell();
    });
}

void FilterPanel::setFilter(const RecordFilter &filter, ListKind list)
{
    if (list != m_list) {
        m_list = list;
        retranslate();
    }
    if (filter == m_filter)
        return;
    m_days->hide();
    fill(filter);
}

void FilterPanel::fill(const RecordFilter &filter)
{
    const QScopedValueRollback showing(m_showing, true);
    m_filter = filter;
    for (std::size_t i = 0; i < m_categories.size(); ++i)
        m_categories[i]->setChecked(filter.categories.contains(StatusCategory(i)));
    m_forms->setChosen(filter.formTypes);
    m_tags->setChosen(filter.tags);
    fillSpans();
    m_failed->setChecked(filter.failed);
    m_from->setDate(filter.from);
    m_to->setDate(filter.to);
    m_save->setEnabled(!filter.isEmpty());
    m_clear->setEnabled(filter != withoutConditions(filter));
}

//! Fills the combo boxes with the usual time spans and the filter's own: a saved filter may hold an unusual one.
void FilterPanel::fillSpans()
{
    const auto fill = [](QComboBox *box, const auto &spans, std::optional<int> own, const QString &any, auto text) {
        std::set<int> all(spans.begin(), spans.end());
        if (own)
            all.insert(*own);
        box->clear();
        box->addItem(any, -1);
        for (const int days : all)
            box->addItem(text(days), days);
    };
    const std::optional<int> ago = m_filter.changedSince ? m_filter.changedSince->daysAgo : std::nullopt;
    fill(m_changed, changedSpans, ago, tr("At any time"), [](int days) { return sinceText({.daysAgo = days}); });
    m_changed->addItem(tr("since a day…"), sinceADay);
    choose(m_changed, !m_filter.changedSince ? -1 : ago.value_or(sinceADay));
    if (m_filter.changedSince && !ago)
        m_changedDate->setDate(m_filter.changedSince->date);
    const bool byDay = m_filter.changedSince && !ago;
    if (byDay)
        calm(m_changedDate->calendarWidget());
    m_changedDate->setVisible(byDay);
    fill(m_confirmed, confirmedSpans, m_filter.notConfirmedForDays, tr("No matter"),
         [](int days) { return tr("%n day(s) or more", nullptr, days); });
    m_confirmed->addItem(tr("another number of days…"), ownDays);
    const bool own = m_days->isVisibleTo(this) && m_filter.notConfirmedForDays;
    if (!own && m_filter.notConfirmedForDays)
        m_days->setValue(*m_filter.notConfirmedForDays); // value to start from
    choose(m_confirmed, own ? ownDays : m_filter.notConfirmedForDays.value_or(-1));
    m_days->setVisible(own);
}

RecordFilter FilterPanel::chosen() const
{
    RecordFilter filter = withoutConditions(m_filter);
    for (std::size_t i = 0; i < m_categories.size(); ++i) {
        if (m_categories[i]->isChecked())
            filter.categories.insert(StatusCategory(i));
    }
    filter.formTypes = m_forms->chosen();
    filter.tags = m_tags->chosen();
    const int changed = m_changed->currentData().toInt();
    if (changed == sinceADay)
        filter.changedSince = SinceDay{.date = m_changedDate->date()};
    else if (changed >= 0)
        filter.changedSince = SinceDay{.daysAgo = changed};
    if (const int days = m_confirmed->currentData().toInt(); days >= 0)
        filter.notConfirmedForDays = days;
    else if (days == ownDays)
        filter.notConfirmedForDays = m_days->value();
    filter.failed = m_failed->isChecked();
    filter.from = m_from->date();
    filter.to = m_to->date();
    return filter;
}

void FilterPanel::tell()
{
    if (m_showing)
        return;
    fill(chosen());
    emit filterChosen(m_filter);
}

void FilterPanel::setChoices(const FilterChoices &choices)
{
    m_choices = choices;
    QStringList texts;
    for (const QString &form : choices.formTypes)
        texts += formChoiceText(form);
    m_forms->setChoices(choices.formTypes, texts);
    m_tags->setChoices(choices.tags, choices.tags);
}

void FilterPanel::setSavedMenu(QMenu *menu)
{
    m_saved->setMenu(menu);
}

void FilterPanel::setMatches(qint64 count)
{
    m_matches = count;
    sayMatches();
}

void FilterPanel::sayDays()
{
    m_days->setSuffix(u' ' + tr("day(s) or more", "after the number", m_days->value()));
}

void FilterPanel::sayMatches()
{
    const int n = int(std::min<qint64>(m_matches, 1'000'000'000));
    m_done->setText(m_list == ListKind::Cases ? tr("Show %Ln case(s)", nullptr, n)
                                              : tr("Show %Ln check(s)", nullptr, n));
}

void FilterPanel::focusFirst()
{
    m_categories.front()->setFocus(Qt::TabFocusReason);
}

void FilterPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

void FilterPanel::paintSymbols()
{
    constexpr int air = 6; // between symbol and word
    const int side = symbolSizeFor(receiptFont());
    const Colors colors = colorsOf(QApplication::palette());
    for (std::size_t i = 0; i < m_categories.size(); ++i) {
        StatusLook look = lookOf(StatusCategory(i), colors);
        QIcon icon(symbolPicture(look, side, air, devicePixelRatioF()));
        if (colors.highContrast) // a chosen button has another ground
            look.colors.text = colors.selected.text;
        icon.addPixmap(symbolPicture(look, side, air, devicePixelRatioF()), QIcon::Normal, QIcon::On);
        m_categories[i]->setIcon(icon);
        m_categories[i]->setIconSize({side + air, side});
        // Room for bold text, which marks a chosen category, so that choosing it does not cut the word.
        const QFontMetrics bold(scaledFont(textsize::body, QFont::DemiBold));
        m_categories[i]->setMinimumWidth(bold.horizontalAdvance(m_categories[i]->text()) + side + air + 32);
    }
}

void FilterPanel::retranslate()
{
    m_heading->setText(tr("Filter"));
    m_saved->setText(tr("Saved filters"));
    m_categoryLabel->setText(tr("Category"));
    for (std::size_t i = 0; i < m_categories.size(); ++i)
        m_categories[i]->setText(lookOf(StatusCategory(i), lightColors()).word);
    m_formLabel->setText(tr("Form"));
    m_forms->setWords(tr("Form"), tr("Any form"));
    m_tagLabel->setText(tr("Tag"));
    m_tags->setWords(tr("Tag"), tr("Any tag"));
    m_changedLabel->setText(tr("Changed"));
    m_changed->setAccessibleName(tr("Changed"));
    m_changedDate->setAccessibleName(tr("Changed since"));
    m_changedDate->setLocale(QLocale());
    m_confirmedLabel->setText(tr("Without a good answer for"));
    sayDays();
    m_days->setAccessibleName(m_confirmedLabel->text());
    m_failed->setText(m_list == ListKind::Cases ? tr("The last check got no answer") : tr("Got no answer"));
    m_from->setLabel(m_list == ListKind::Cases ? tr("Last checked since") : tr("Checked since"));
    m_to->setLabel(m_list == ListKind::Cases ? tr("Last checked until") : tr("Checked until"));
    m_save->setText(tr("Save this filter…"));
    m_clear->setText(tr("Clear all"));
    paintSymbols();
    setChoices(m_choices);
    fill(m_filter);
    sayMatches();
}

} // namespace linterna
