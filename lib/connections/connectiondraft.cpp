// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectiondraft.h"

#include "lib/connections/connectionfields.h"
#include "lib/connections/fieldrules.h"

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kindField = "kind"_L1;
constexpr auto hostField = "host"_L1;
constexpr auto gatewayField = "gateway"_L1;
constexpr auto clientIdField = "client_id"_L1;
constexpr std::array addressFields{"token_url"_L1, "api_url"_L1};
//! Fields besides the addresses that a kind fills in.
constexpr std::array kindFields{"client_authentication"_L1, "requests_per_second"_L1, "requests_per_day"_L1,
                                "service_hours"_L1};

bool isAddressField(const QString &field)
{
    return std::ranges::find(addressFields, field) != addressFields.end();
}

bool sameAddresses(const QJsonObject &one, const QJsonObject &other)
{
    return std::ranges::all_of(addressFields, [&](auto field) { return one.value(field) == other.value(field); });
}

bool hasAddresses(const QJsonObject &fields)
{
    return std::ranges::any_of(addressFields, [&](auto field) { return !fields.value(field).toString().isEmpty(); });
}

//! A connection of this kind without addresses, for when its words are still missing.
Connection withoutAddresses(ConnectionKind kind)
{
    // The words are ones that any kind takes; the addresses made of them are cleared again.
    Connection connection = *connectionOfKind(kind, {.host = u"host.invalid"_s, .gateway = u"https://host.invalid"_s});
    connection.tokenUrl.clear();
    connection.apiUrl.clear();
    return connection;
}

} // namespace

ConnectionDraft::ConnectionDraft(ConnectionKind kind)
{
    m_fields.insert(kindField, connectionKindNames.name(kind));
    m_fields = known();
}

ConnectionDraft::ConnectionDraft(const Connection &connection)
    : m_fields(connectionToJson(connection)), m_words(wordsOf(connection).value_or(AskedWords()))
{}

ConnectionKind ConnectionDraft::kind() const
{
    return connectionKindNames.value(m_fields.value(kindField).toString()).value_or(ConnectionKind::Other);
}

QJsonValue ConnectionDraft::value(QLatin1StringView field) const
{
    if (field == hostField)
        return m_words.host;
    if (field == gatewayField)
        return m_words.gateway;
    return m_fields.value(field);
}

void ConnectionDraft::setValue(QLatin1StringView field, const QJsonValue &value)
{
    if (this->value(field) == value)
        return;
    if (field == hostField || field == gatewayField) {
        (field == hostField ? m_words.host : m_words.gateway) = value.toString();
        makeAddresses();
        return;
    }
    m_fields.insert(field, value);
    if (!isAddressField(field) || !asksForWords())
        return;
    // Addresses that words could have made are words again.
    Connection now;
    now.kind = kind();
    now.tokenUrl = QUrl(m_fields.value(addressFields[0]).toString());
    now.apiUrl = QUrl(m_fields.value(addressFields[1]).toString());
    m_words = wordsOf(now).value_or(AskedWords());
}

void ConnectionDraft::setKind(ConnectionKind kind)
{
    const QJsonObject before = known();
    if (hasAddresses(m_fields) && !sameAddresses(m_fields, before))
        takeAddresses(m_fields);
    const QUrl tokenUrl(m_fields.value(addressFields[0]).toString());
    if (m_words.host.isEmpty() && this->kind() == ConnectionKind::Other)
        m_words = {.host = tokenUrl.host(QUrl::FullyEncoded), .gateway = m_fields.value(addressFields[1]).toString()};

    m_fields.insert(kindField, connectionKindNames.name(kind));
    const QJsonObject now = known();
    for (const auto field : kindFields) {
        if (m_fields.value(field) == before.value(field))
            m_fields.insert(field, now.value(field));
    }
    const bool free = factsOf(kind).asked == AskedAddress::Addresses && !hasAddresses(now);
    if (free && m_handWritten.isEmpty())
        return; // the addresses of the kind before are a start
    const QJsonObject &addresses = free ? m_handWritten : now;
    for (const auto field : addressFields)
        m_fields.insert(field, addresses.value(field));
}

bool ConnectionDraft::hasAddressesByHand() const
{
    return asksForWords() && hasAddresses(m_fields) && !sameAddresses(m_fields, known());
}

std::vector<FieldProblem> ConnectionDraft::problems() const
{
    std::vector<FieldProblem> problems = problemsIn(m_fields);
    if (asksForWords() && !hasAddressesByHand()) {
        std::erase_if(problems, [](const FieldProblem &problem) { return isAddressField(problem.field); });
        if (!hostIn(m_words.host))
            problems.push_back({hostField, {}});
        if (factsOf(kind()).asked == AskedAddress::TenantAndGateway && !serviceUrlFrom(m_words.gateway.trimmed()))
            problems.push_back({gatewayField, {}});
    }
    if (m_fields.value(clientIdField).toString().isEmpty())
        problems.push_back({clientIdField, {}});
    return problems;
}

std::optional<Connection> ConnectionDraft::connection() const
{
    const auto connection = connectionFromJson(m_fields, u"$"_s);
    return connection ? std::optional(*connection) : std::nullopt;
}

QJsonObject ConnectionDraft::known() const
{
    return connectionToJson(connectionOfKind(kind(), m_words).value_or(withoutAddresses(kind())));
}

bool ConnectionDraft::asksForWords() const
{
    const AskedAddress asked = factsOf(kind()).asked;
    return asked == AskedAddress::Host || asked == AskedAddress::TenantAndGateway;
}

void ConnectionDraft::makeAddresses()
{
    const QJsonObject made = known();
    for (const auto field : addressFields)
        m_fields.insert(field, made.value(field));
}

void ConnectionDraft::takeAddresses(const QJsonObject &from)
{
    for (const auto field : addressFields)
        m_handWritten.insert(field, from.value(field));
}

} // namespace linterna
