// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/fieldwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FieldWording {
    QLatin1StringView field;
    const char *label;
    const char *help;
    const char *example;
    const char *allowed;
};

//! Help of a field that holds for one kind of connection only.
struct KindRow {
    ConnectionKind kind;
    QLatin1StringView field;
    const char *help;
};

struct KindName {
    ConnectionKind kind;
    const char *name;
};

struct FieldTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::FieldWords)
public:
    static constexpr const char *address =
        QT_TR_NOOP("An address begins with https:// and has no user name, no “?” and no “#”. Plain http is allowed to "
                   "this computer only.");
    static constexpr const char *namedValues =
        QT_TR_NOOP("“%1” cannot be used here: each name once, English letters and digits without spaces, with a value; "
                   "at most 20. Names that Linterna sets itself, and secrets, do not belong here.");

    static constexpr FieldWording rows[] = {
        {"name"_L1, QT_TR_NOOP("Name"),
         QT_TR_NOOP("How you call this connection. It cannot be changed later: history and keyring go by it."),
         QT_TR_NOOP("Office gateway"),
         QT_TR_NOOP("A name has 1 to 60 visible characters, and does not look like that of another connection.")},
        {"kind"_L1, QT_TR_NOOP("Kind"), QT_TR_NOOP("What stands at the other end. It fills in what is known of it."),
         "", QT_TR_NOOP("Choose what stands at the other end.")},
        {"host"_L1, QT_TR_NOOP("Host of the gateway"),
         QT_TR_NOOP("The server's name alone. The addresses are made from it."), "gateway.example.org",
         QT_TR_NOOP("Enter the server's name alone, such as gateway.example.org: no path and no port.")},
        {"gateway"_L1, QT_TR_NOOP("Address of the gateway"),
         QT_TR_NOOP("Everything before “/case-status/…”, as your administrator gave it to you."),
         "https://gateway.example.org/uscis", address},
        {"token_url"_L1, QT_TR_NOOP("Address for access tokens"),
         QT_TR_NOOP("Client ID and secret are sent here, and nowhere else."), "https://gateway.example.org/oauth/token",
         address},
        {"api_url"_L1, QT_TR_NOOP("Address of the Case Status API"),
         QT_TR_NOOP("Everything before “/case-status/…”. Receipt numbers are sent here."),
         "https://gateway.example.org/uscis", address},
        {"client_id"_L1, QT_TR_NOOP("Client ID"),
         QT_TR_NOOP("From the developer portal or your gateway. USCIS calls it Consumer Key."), "",
         QT_TR_NOOP(
             "Enter the client ID: at most 256 letters, digits and signs without accents, and no spaces at the ends.")},
        {"client_authentication"_L1, QT_TR_NOOP("Client authentication"),
         QT_TR_NOOP("How client ID and secret are sent. Change it only where your administrator says so."), "",
         QT_TR_NOOP("Choose one of the three ways.")},
        {"scope"_L1, QT_TR_NOOP("Scope"),
         QT_TR_NOOP("Only where the service asks for one. Several: one space between."), "read",
         QT_TR_NOOP("A scope has no accents, quotation marks or backslashes; several have one space between.")},
        {"validity_period"_L1, QT_TR_NOOP("Validity period of a token"),
         QT_TR_NOOP("In seconds, for gateways that let one ask for it. 0 asks for nothing."), "3600",
         QT_TR_NOOP("A whole number of seconds, from 0 to 31,536,000 (a year).")},
        {"token_parameters"_L1, QT_TR_NOOP("Further parameters"),
         QT_TR_NOOP("Sent with each token request, such as “audience” or “resource”. No secrets."), "", namedValues},
        {"headers"_L1, QT_TR_NOOP("Further header fields"),
         QT_TR_NOOP(
             "Sent with every request. For a demonstration USCIS gives you a “demo_id”: enter it here, and take it "
             "away afterwards."),
         "", namedValues},
        {"requests_per_second"_L1, QT_TR_NOOP("Requests per second"),
         QT_TR_NOOP("Linterna stays a little below. USCIS allows 5 in the sandbox."), "5",
         QT_TR_NOOP("A number from 0.01 to 100.")},
        {"requests_per_day"_L1, QT_TR_NOOP("Requests per day"), QT_TR_NOOP("0 for no limit."), "1000",
         QT_TR_NOOP("A whole number from 0 (no limit) to 10,000,000.")},
        {"requests_kept_for_person"_L1, QT_TR_NOOP("Kept for your own checks"),
         QT_TR_NOOP("Long lists stop when only so many of the day's requests are left; at most half of them."), "20",
         QT_TR_NOOP("A whole number from 0 to 10,000,000.")},
        {"quota_time_zone"_L1, QT_TR_NOOP("Time zone of that day"),
         QT_TR_NOOP("Where the new day begins. Eastern Time is America/New_York."), "America/New_York",
         QT_TR_NOOP("Enter a time zone by continent and city, such as America/New_York.")},
        {"service_hours"_L1, QT_TR_NOOP("Service hours"),
         QT_TR_NOOP("Outside these hours Linterna says that the service is closed."), "",
         QT_TR_NOOP(
             "Choose at least one day, an opening and a later closing time (such as 07:00 and 20:00), and a time "
             "zone such as America/New_York.")},
        {"proxy"_L1, QT_TR_NOOP("Proxy"),
         QT_TR_NOOP("The way to the network. This computer itself is always reached "
                    "directly."),
         "proxy.example.org:3128",
         QT_TR_NOOP("Enter the proxy as name and port, such as proxy.example.org:3128. User name and password do not "
                    "belong here: they have entries of their own, and the password goes into the keyring.")},
        {"proxy_user"_L1, QT_TR_NOOP("User name for the proxy"),
         QT_TR_NOOP("Only where the proxy asks for one. A Windows account as OFFICE\\name."), "",
         QT_TR_NOOP("A user name has at most 256 visible characters, no colon, and no spaces at its ends.")},
        {"ca_file"_L1, QT_TR_NOOP("Additional certificate authority"),
         QT_TR_NOOP("For a gateway with a certificate of your own organization. Checking is never switched off."), "",
         QT_TR_NOOP("Choose a certificate file on this computer.")},
    };

    static constexpr KindRow kindRows[] = {
        {ConnectionKind::UscisProduction, "token_url"_L1,
         QT_TR_NOOP("USCIS names the addresses in its approval letter: compare. Client ID and secret are sent here.")},
        {ConnectionKind::UscisProduction, "api_url"_L1,
         QT_TR_NOOP(
             "From the approval letter too: everything before “/case-status/…”. Receipt numbers are sent here.")},
        {ConnectionKind::UscisProduction, "client_id"_L1,
         QT_TR_NOOP("From developer.uscis.gov, of the approved application. USCIS calls it Consumer Key.")},
        {ConnectionKind::UscisSandbox, "client_id"_L1,
         QT_TR_NOOP("From your own registration at developer.uscis.gov. USCIS calls it Consumer Key.")},
        {ConnectionKind::Wso2V4, "client_id"_L1, QT_TR_NOOP("WSO2 calls it Consumer Key.")},
        {ConnectionKind::Wso2V3, "client_id"_L1, QT_TR_NOOP("WSO2 calls it Consumer Key.")},
        {ConnectionKind::IbmVerify, "host"_L1,
         QT_TR_NOOP("Your organization's IBM Security Verify, which gives the tokens.")},
        {ConnectionKind::IbmVerifyOidc, "host"_L1,
         QT_TR_NOOP("Your organization's IBM Security Verify, which gives the tokens.")},
        {ConnectionKind::IbmVerifyOauth2, "host"_L1,
         QT_TR_NOOP("Your organization's IBM Security Verify, which gives the tokens.")},
    };

    static constexpr KindName kindNames[] = {
        {ConnectionKind::UscisSandbox, QT_TR_NOOP("USCIS sandbox")},
        {ConnectionKind::UscisProduction, QT_TR_NOOP("USCIS production")},
        {ConnectionKind::Wso2V4, QT_TR_NOOP("WSO2 API Manager 4")},
        {ConnectionKind::Wso2V3, QT_TR_NOOP("WSO2 API Manager 2 or 3")},
        {ConnectionKind::IbmVerify, QT_TR_NOOP("IBM Security Verify (API client)")},
        {ConnectionKind::IbmVerifyOidc, QT_TR_NOOP("IBM Security Verify (OIDC application)")},
        {ConnectionKind::IbmVerifyOauth2, QT_TR_NOOP("IBM Security Verify (newer address)")},
        {ConnectionKind::Other, QT_TR_NOOP("Other")},
    };
};

bool asksForTenant(ConnectionKind kind)
{
    return factsOf(kind).asked == AskedAddress::TenantAndGateway;
}

} // namespace

FieldWords wordsOfField(QLatin1StringView field, ConnectionKind kind)
{
    const auto *row = std::ranges::find(FieldTexts::rows, field, &FieldWording::field);
    Q_ASSERT(row != std::end(FieldTexts::rows));
    FieldWords words{FieldTexts::tr(row->label), FieldTexts::tr(row->help), QString::fromLatin1(row->example),
                     FieldTexts::tr(row->allowed)};
    const auto *own = std::ranges::find_if(
        FieldTexts::kindRows, [&](const KindRow &each) { return each.kind == kind && each.field == field; });
    if (own != std::end(FieldTexts::kindRows))
        words.help = FieldTexts::tr(own->help);
    if (field == "name"_L1)
        words.example = FieldTexts::tr(row->example);
    if (field == "host"_L1 && asksForTenant(kind)) {
        words.label = FieldTexts::tr("Host of the tenant");
        words.example = u"office.verify.ibm.com"_s;
    }
    return words;
}

QString kindName(ConnectionKind kind)
{
    const auto *row = std::ranges::find(FieldTexts::kindNames, kind, &KindName::kind);
    Q_ASSERT(row != std::end(FieldTexts::kindNames));
    return FieldTexts::tr(row->name);
}

QString authenticationName(ClientAuthentication authentication)
{
    switch (authentication) {
    case ClientAuthentication::FormBody:
        return FieldTexts::tr("In the request's body (USCIS, IBM)");
    case ClientAuthentication::BasicRaw:
        return FieldTexts::tr("HTTP Basic, as they are (WSO2)");
    case ClientAuthentication::BasicFormEncoded:
        return FieldTexts::tr("HTTP Basic, form-encoded (RFC 6749)");
    }
    return {};
}

} // namespace linterna
