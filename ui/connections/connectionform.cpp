// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionform.h"

#include "lib/text/characters.h"
#include "lib/text/lookalike.h"
#include "ui/connections/choicecontrol.h"
#include "ui/connections/filecontrol.h"
#include "ui/connections/hiddenwords.h"
#include "ui/connections/hourscontrol.h"
#include "ui/connections/namedvaluescontrol.h"
#include "ui/connections/proxycontrol.h"
#include "ui/connections/secretentry.h"
#include "ui/connections/textcontrol.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/translation.h"

#include <QApplication>
#include <QLineEdit>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<ChoiceControl::Choice> kindChoices()
{
    std::vector<ChoiceControl::Choice> choices;
    for (const KindFacts &facts : connectionKinds())
        choices.push_back({connectionKindNames.name(facts.kind), [kind = facts.kind] { return kindName(kind); }});
    return choices;
}

std::vector<ChoiceControl::Choice> authenticationChoices()
{
    std::vector<ChoiceControl::Choice> choices;
    for (const auto value :
         {ClientAuthentication::FormBody, ClientAuthentication::BasicRaw, ClientAuthentication::BasicFormEncoded})
        choices.push_back({clientAuthenticationNames.name(value), [value] { return authenticationName(value); }});
    return choices;
}

TextControl *zoneControl()
{
    QStringList zones;
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        zones += QString::fromLatin1(zone);
    auto *control = new TextControl(TextControl::Kind::Text);
    control->setSuggestions(zones);
    return control;
}

bool isAddressField(QLatin1StringView field)
{
    return field == "token_url"_L1 || field == "api_url"_L1;
}

} // namespace

ConnectionForm::ConnectionForm(QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_sectionLayout(new QVBoxLayout), m_secret(new SecretEntry),
      m_secretBox(new FormField(m_secret)), m_proxyPassword(new SecretEntry(SecretEntry::Kind::ProxyPassword)),
      m_proxyPasswordBox(new FormField(m_proxyPassword))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(16);
    m_sectionLayout->setSpacing(0);
    build();
    connect(m_secret, &SecretEntry::changed, this, [this] {
        saySecret();
        emit edited();
    });
    connect(m_proxyPassword, &SecretEntry::changed, this, &ConnectionForm::edited);
    connect(qApp, &QApplication::focusChanged, this, &ConnectionForm::leave);
    sayWords();
    onChange(this, QEvent::LanguageChange, [this] { refresh(); });
}

ConnectionForm::~ConnectionForm()
{
    qApp->disconnect(this); // deleted entries lose the focus after this class's part is gone
}

void ConnectionForm::build()
{
    using Text = TextControl;
    addRow("name"_L1, new Text(Text::Kind::Text));
    addRow("kind"_L1, new ChoiceControl(kindChoices()));
    addRow("host"_L1, new Text(Text::Kind::Text));
    addRow("gateway"_L1, new Text(Text::Kind::Text));
    // Whether these two fields stand in front or in a section depends on the kind of connection: see arrange().
    addRow("token_url"_L1, new Text(Text::Kind::Text));
    addRow("api_url"_L1, new Text(Text::Kind::Text));
    addRow("client_id"_L1, new Text(Text::Kind::Exact));
    m_layout->addWidget(m_secretBox);
    m_layout->addLayout(m_sectionLayout);

    addSection(FormSection::Addresses);
    Disclosure *token = addSection(FormSection::TokenRequest);
    addRow("client_authentication"_L1, new ChoiceControl(authenticationChoices()), token);
    addRow("scope"_L1, new Text(Text::Kind::Text), token);
    addRow("validity_period"_L1, new Text(Text::Kind::Number), token);
    addRow("token_parameters"_L1, new NamedValuesControl, token);
    addRow("headers"_L1, new NamedValuesControl, addSection(FormSection::Headers));
    Disclosure *limits = addSection(FormSection::Limits);
    addRow("requests_per_second"_L1, new Text(Text::Kind::Number), limits);
    addRow("requests_per_day"_L1, new Text(Text::Kind::Number), limits);
    addRow("requests_kept_for_person"_L1, new Text(Text::Kind::Number), limits);
    addRow("quota_time_zone"_L1, zoneControl(), limits);
    addRow("service_hours"_L1, new HoursControl, limits);
    Disclosure *network = addSection(FormSection::Network);
    addRow("proxy"_L1, new ProxyControl, network);
    addRow("proxy_user"_L1, new Text(Text::Kind::Text), network);
    network->content()->layout()->addWidget(m_proxyPasswordBox);
    auto *file = new FileControl;
    addRow("ca_file"_L1, file, network);
    connect(file, &FileControl::chooseRequested, this, &ConnectionForm::certificateFileRequested);
}

Disclosure *ConnectionForm::addSection(FormSection section)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setSpacing(16);
    auto *disclosure = new Disclosure(content);
    m_sectionLayout->addWidget(disclosure);
    m_sections[static_cast<std::size_t>(section)] = disclosure;
    return disclosure;
}

void ConnectionForm::addRow(QLatin1StringView field, FieldControl *control, Disclosure *section)
{
    auto *box = new FormField(control);
    QLayout *layout = section ? section->content()->layout() : m_layout;
    layout->addWidget(box);
    m_rows.push_back({field, control, box, section});
    connect(control, &FieldControl::edited, this, [this, field](const QJsonValue &value) { edit(field, value); });
}

ConnectionForm::Row &ConnectionForm::row(QLatin1StringView field)
{
    return *std::ranges::find(m_rows, field, &Row::field);
}

void ConnectionForm::setDraft(const ConnectionDraft &draft, Fixed fixed)
{
    m_draft = draft;
    m_fixed = fixed;
    m_watched.clear();
    m_secretProblem.clear();
    clearSecrets();
    for (Disclosure *section : m_sections)
        section->setOpen(false);
    refresh();
}

void ConnectionForm::setValue(QLatin1StringView field, const QJsonValue &value)
{
    edit(field, value);
}

void ConnectionForm::edit(QLatin1StringView field, const QJsonValue &value)
{
    if (field == "kind"_L1) {
        m_draft.setKind(connectionKindNames.value(value.toString()).value_or(m_draft.kind()));
        m_watched.clear();
    } else {
        m_draft.setValue(field, value);
    }
    refresh();
    emit edited();
}

void ConnectionForm::leave(const QWidget *old, const QWidget *now)
{
    if (!old || !now || !isAncestorOf(old))
        return;
    for (const Row &each : m_rows) {
        if (!each.box->isAncestorOf(old) || each.box->isAncestorOf(now))
            continue;
        m_watched.insert(each.field);
        sayProblems();
        if (each.box->hasProblem())
            emit problemShown(each.box->label() + u": "_s + each.box->problem());
    }
}

std::vector<FieldProblem> ConnectionForm::problems() const
{
    std::vector<FieldProblem> problems = m_draft.problems();
    const QString name = m_draft.value("name"_L1).toString();
    const bool isTaken =
        std::ranges::any_of(m_takenNames, [&](const QString &taken) { return looksAlike(taken, name); });
    if (m_fixed == Fixed::Nothing && !name.isEmpty() && isTaken)
        problems.push_back({u"name"_s, {}});
    if (!proxyPassword().isEmpty() && m_draft.value("proxy_user"_L1).toString().isEmpty())
        problems.push_back({u"proxy_user"_s, {}});
    return problems;
}

void ConnectionForm::refresh()
{
    arrange();
    for (const Row &each : m_rows)
        each.control->setValue(m_draft.value(each.field));
    for (std::size_t i = 0; i < m_sections.size(); ++i)
        m_sections[i]->setSummary(sectionSummary(FormSection(i), m_draft.fields()));
    sayWords();
    sayProblems();
}

void ConnectionForm::arrange()
{
    const AskedAddress asked = factsOf(m_draft.kind()).asked;
    const bool inFront = asked == AskedAddress::Addresses;
    Disclosure *addresses = m_sections[static_cast<std::size_t>(FormSection::Addresses)];
    int place = m_layout->indexOf(row("gateway"_L1).box) + 1;
    for (const QLatin1StringView field : {"token_url"_L1, "api_url"_L1}) {
        Row &each = row(field);
        if (inFront && (each.section || m_layout->indexOf(each.box) < 0))
            m_layout->insertWidget(place, each.box);
        else if (!inFront && !each.section)
            addresses->content()->layout()->addWidget(each.box);
        each.section = inFront ? nullptr : addresses;
        each.box->setVisible(true);
        each.control->setReadOnly(m_fixed == Fixed::NameAndServer || asked == AskedAddress::Nothing);
        ++place;
    }
    // The tab order follows the order on the screen.
    QWidget *before = inFront ? row("gateway"_L1).box->entry() : addresses->button();
    setTabOrder(before, row("token_url"_L1).box->entry());
    setTabOrder(row("token_url"_L1).box->entry(), row("api_url"_L1).box->entry());
    addresses->setVisible(!inFront);
    row("host"_L1).box->setVisible(asked == AskedAddress::Host || asked == AskedAddress::TenantAndGateway);
    row("gateway"_L1).box->setVisible(asked == AskedAddress::TenantAndGateway);
    row("proxy_user"_L1).box->setVisible(namesProxy());
    m_proxyPasswordBox->setVisible(namesProxy());
    // Fields that cannot be changed are hidden: the heading above the form shows them.
    row("name"_L1).box->setVisible(m_fixed == Fixed::Nothing);
    row("kind"_L1).box->setVisible(m_fixed != Fixed::NameAndServer);
}

void ConnectionForm::sayProblems()
{
    const auto found = problems();
    for (const Row &each : m_rows) {
        const auto problem =
            std::ranges::find_if(found, [&](const FieldProblem &one) { return one.field == each.field; });
        const bool wrong = problem != found.end();
        if (!wrong)
            m_watched.remove(each.field);
        QString text;
        if (wrong && m_watched.contains(each.field))
            text = problemText(each, *problem);
        each.box->setProblem(text);
    }
}

QString ConnectionForm::problemText(const Row &row, const FieldProblem &problem) const
{
    const QJsonValue value = m_draft.value(row.field);
    const QJsonValue text = value.isObject() ? value.toObject().value(problem.below) : value;
    auto hidden = hiddenCharacterIn(text.toString());
    if (!hidden && value.isObject())
        hidden = hiddenCharacterIn(problem.below);
    if (hidden && value.isObject())
        return tr("“%1”: %2").arg(showable(problem.below.trimmed()), hiddenCharacterText(*hidden));
    if (hidden)
        return hiddenCharacterText(*hidden);
    if (isAddressField(row.field) && !problem.below.isEmpty())
        return tr("It would be sent as %1. If that is the same to your gateway, write it so.").arg(problem.below);
    const QString allowed = wordsOfField(row.field, m_draft.kind()).allowed;
    return allowed.contains(u"%1"_s) ? allowed.arg(problem.below.trimmed()) : allowed;
}

//! Says below the secret's entry where the secret will be sent, and which invisible character it holds.
void ConnectionForm::saySecret()
{
    const QString host = QUrl(m_draft.value("token_url"_L1).toString()).authority(QUrl::FullyEncoded);
    const QString goesTo = host.isEmpty() ? QString() : tr("It is sent to %1, and to nobody else.").arg(host);
    m_secretBox->setHelp(m_secretHelp.isEmpty() || goesTo.isEmpty() ? m_secretHelp + goesTo
                                                                    : m_secretHelp + u' ' + goesTo);
    const QString hidden = m_secret->hiddenCharacter();
    m_secretBox->setProblem(hidden.isEmpty() ? m_secretProblem : hidden);
}

void ConnectionForm::sayWords()
{
    for (const Row &each : m_rows) {
        FieldWords words = wordsOfField(each.field, m_draft.kind());
        if (m_fixed == Fixed::NameAndServer && isAddressField(each.field))
            words.help = tr("Fixed for this connection.");
        else if (each.field == "host"_L1 && m_draft.hasAddressesByHand())
            words.help = tr("The addresses below were written by hand. What you enter here makes them anew.");
        each.box->setWords(words.label, words.help);
        each.control->setWords(words); // a control may set further names
    }
    for (std::size_t i = 0; i < m_sections.size(); ++i)
        m_sections[i]->setTitle(sectionTitle(FormSection(i)));
    m_secretBox->setLabel(tr("Client secret"));
    m_proxyPasswordBox->setLabel(tr("Password for the proxy"));
    saySecret();
}

bool ConnectionForm::namesProxy() const
{
    const QString proxy = m_draft.value("proxy"_L1).toString();
    return proxy != "system"_L1 && proxy != "none"_L1;
}

Secret ConnectionForm::proxyPassword() const
{
    return namesProxy() ? m_proxyPassword->secret() : Secret();
}

void ConnectionForm::clearSecrets()
{
    m_secret->clear();
    m_proxyPassword->clear();
}

void ConnectionForm::setProxyPasswordHelp(const QString &help)
{
    m_proxyPasswordBox->setHelp(help);
}

void ConnectionForm::setSecretHelp(const QString &help)
{
    m_secretHelp = help;
    saySecret();
}

void ConnectionForm::setSecretProblem(const QString &problem)
{
    m_secretProblem = problem;
    saySecret();
}

void ConnectionForm::showProblems()
{
    const auto found = problems();
    for (const FieldProblem &problem : found)
        m_watched.insert(problem.field);
    sayProblems();
    for (const Row &each : m_rows) {
        const auto problem =
            std::ranges::find_if(found, [&](const FieldProblem &one) { return one.field == each.field; });
        if (problem == found.end())
            continue;
        if (each.section)
            each.section->setOpen(true);
        each.control->entryFor(problem->below)->setFocus(Qt::OtherFocusReason);
        emit problemShown(each.box->label() + u": "_s + each.box->problem());
        return;
    }
    if (!m_secret->hiddenCharacter().isEmpty()) {
        m_secret->setFocus(Qt::OtherFocusReason);
        emit problemShown(m_secretBox->label() + u": "_s + m_secretBox->problem());
    }
}

void ConnectionForm::setWaiting(bool waiting)
{
    if (waiting != isEnabled())
        return;
    if (waiting) {
        QWidget *focus = window()->focusWidget();
        m_focusBefore = focus && isAncestorOf(focus) ? focus : nullptr;
    }
    setEnabled(!waiting); // disabling passes the focus on, perhaps to the list
    if (!waiting && m_focusBefore)
        m_focusBefore->setFocus();
}

void ConnectionForm::focusFirst()
{
    const bool isNew = m_fixed == Fixed::Nothing;
    row(isNew ? "name"_L1 : "client_id"_L1).control->setFocus(Qt::OtherFocusReason);
}

} // namespace linterna
