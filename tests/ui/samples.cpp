// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samples.h"

namespace linterna::samples {

using namespace Qt::Literals::StringLiterals;

QDateTime now()
{
    return {QDate(2026, 11, 22), QTime(15, 42), Qt::UTC};
}

ReceiptNumber receipt(QStringView text)
{
    const auto parsed = ReceiptNumber::fromText(text);
    Q_ASSERT(parsed);
    return *parsed;
}

CaseStatus affirmed()
{
    return {
        .receipt = receipt(u"EAC9999103402"),
        .formType = u"I-130"_s,
        .submittedDate = u"09-05-2023 14:28:46"_s,
        .modifiedDate = u"09-05-2023 14:28:46"_s,
        .title = {u"Case Approval Was Affirmed"_s, u"Aprobación De Caso Reafirmada"_s},
        .description =
            {u"The approval of your case, Receipt Number EAC9999103402, was affirmed and your case is in final review. "
             "You will be notified by mail when we have completed working on your case. If you move, go to <a "
             "href=\"https://www.uscis.gov/addresschange\" target=\"_blank\">www.uscis.gov/addresschange</a> to give us "
             "your new mailing address."_s,
             u"Se ratificó la aprobación del caso para su Número de Recibo EAC9999103402, y se encuentra en la instancia "
             "final de revisión. Se le notificará por correo cuando se hayan tomado todas las medidas en su caso. Si "
             "cambia de domicilio, visite <a href=\"https://www.uscis.gov/addresschange\" "
             "target=\"_blank\">www.uscis.gov/addresschange</a> para notificarnos su nueva dirección postal."_s},
        .history = {},
        .message = {},
        .repaired = false,
    };
}

CaseStatus withHistory()
{
    CaseStatus status = affirmed();
    status.receipt = receipt(u"SRC9999102777");
    status.formType = u"I-765"_s;
    status.title = {u"Case Was Transferred And A New Office Has Jurisdiction"_s,
                    u"Caso Fue Transferido Y Una Nueva Oficina Tiene Jurisdicción"_s};
    const auto entry = [](const QString &date, const QString &en, const QString &es) {
        const QDate parsed = QDate::fromString(date, Qt::ISODate);
        return TimelineEntry{date, parsed.isValid() ? std::optional(parsed) : std::nullopt, {en, es}};
    };
    status.history = {
        entry(u"2023-09-05"_s,
              u"We transferred your Form I-765, Application for Employment Authorization, to another "
              "office."_s,
              u"Transferimos su Formulario I-765, Solicitud de Autorización de Empleo, a otra oficina."_s),
        entry(u"2023-05-18"_s, u"We received your fingerprints."_s, u"Recibimos sus huellas dactilares."_s),
        entry(u"2023-02-02"_s, u"We received your Form I-765, Application for Employment Authorization."_s,
              u"Recibimos su Formulario I-765, Solicitud de Autorización de Empleo."_s),
    };
    return status;
}

CheckOutcome answered(const CaseStatus &status, Change change)
{
    CheckOutcome outcome{
        .receipt = status.receipt,
        .connection = u"USCIS sandbox"_s,
        .askedBy = AskedBy::Person,
        .checkedAt = now().addSecs(-3600),
        .result = status,
        .httpStatus = 200,
        .rawReply = {},
        .id = 214,
        .change = change,
        .previous = {},
        .previousAt = {},
        .notRecorded = {},
    };
    if (change > Change::First)
        outcome.previousAt = QDateTime(QDate(2026, 5, 3), QTime(14, 10), Qt::UTC);
    return outcome;
}

CheckOutcome failed(const Error &error, bool previous)
{
    CheckOutcome outcome = answered(affirmed());
    outcome.result = error;
    outcome.httpStatus = error.httpStatus;
    outcome.change = Change::None;
    if (previous) {
        outcome.previous = affirmed();
        outcome.previousAt = QDateTime(QDate(2026, 5, 3), QTime(14, 10), Qt::UTC);
    }
    return outcome;
}

namespace {

//! What an office may know of a case; of every third it knows nothing.
CaseDetails detailsOf(int i)
{
    static const CaseDetails known[] = {
        {.client = u"García, María"_s, .note = u"Prefers Spanish. Call after 4 PM."_s, .tags = {u"family"_s}},
        {},
        {.client = u"Li Wei · file 00017"_s, .note = u"Employer pays."_s, .tags = {u"employment"_s, u"urgent"_s}},
        {.client = u"Osei-Bonsu, Akosua"_s, .tags = {u"adjustment"_s}},
        {},
        {.client = u"Nguyễn Thị Hồng Nhung"_s, .note = u"Moved in May; new address sent."_s},
    };
    return known[static_cast<std::size_t>(i) % std::size(known)];
}

} // namespace

CheckPage checkPage(int count, qint64 total)
{
    struct Kind {
        const char16_t *prefix;
        const char16_t *form;
        StatusCategory category;
        const char16_t *en;
        const char16_t *es;
        std::optional<ErrorCode> error;
        Change change;
    };
    static const Kind kinds[] = {
        {u"EAC999910",
         u"I-130",
         StatusCategory::Approved,
         u"Case Approval Was Affirmed",
         u"Aprobación De Caso Reafirmada",
         {},
         Change::First},
        {u"IOE123456",
         u"I-765",
         StatusCategory::ActionNeeded,
         u"Request for Additional Evidence Was Sent",
         u"Se Envió Solicitud De Evidencia Adicional",
         {},
         Change::Status},
        {u"SRC999913", u"", StatusCategory::Other, u"", u"", ErrorCode::NotRecognized, Change::None},
        {u"LIN999910",
         u"I-485",
         StatusCategory::Appointment,
         u"Interview Was Scheduled",
         u"Entrevista Fue Programada",
         {},
         Change::Unchanged},
        {u"MSC000000",
         u"I-485",
         StatusCategory::Received,
         u"Case Accepted By The USCIS Lockbox",
         u"Caso Aceptado Por El Lockbox De USCIS",
         {},
         Change::Unchanged},
        {u"WAC000000",
         u"I-751",
         StatusCategory::Other,
         u"Case Was Transferred And A New Office Has Jurisdiction",
         u"Caso Fue Transferido Y Una Nueva Oficina Tiene Jurisdicción",
         {},
         Change::Unchanged},
        {u"SRC999910", u"", StatusCategory::Other, u"", u"", ErrorCode::Offline, Change::None},
        {u"EAC999910",
         u"I-131",
         StatusCategory::InReview,
         u"Case Is Being Actively Reviewed By USCIS",
         u"USCIS Está Revisando El Caso",
         {},
         Change::Wording},
        {u"YSC000000",
         u"I-765",
         StatusCategory::CardOnItsWay,
         u"Card Was Delivered To Me By The Post Office",
         u"Tarjeta Me Fue Entregada Por El Servicio Postal De EE.UU.",
         {},
         Change::Status},
        {u"EAC999910", u"I-130", StatusCategory::Refused, u"Case Was Denied", u"Caso Fue Denegado", {}, Change::Status},
    };
    CheckPage page;
    page.pageSize = count;
    page.total = total;
    for (int i = 0; i < count; ++i) {
        const Kind &kind = kinds[static_cast<std::size_t>(i) % std::size(kinds)];
        CheckRow row;
        row.id = total - i;
        row.receipt = receipt(QString::fromUtf16(kind.prefix) + u"%1"_s.arg(3402 + i, 4));
        row.checkedAt = now().addSecs(-3600 - i * 9000LL);
        row.connection = u"USCIS sandbox"_s;
        row.formType = QString::fromUtf16(kind.form);
        row.title = {QString::fromUtf16(kind.en), QString::fromUtf16(kind.es)};
        row.error = kind.error;
        row.httpStatus = !kind.error ? 200 : kind.error == ErrorCode::NotRecognized ? 404 : 0;
        row.change = kind.change;
        row.category = kind.category;
        row.askedBy = AskedBy(i % 3);
        row.details = detailsOf(i);
        page.rows.push_back(std::move(row));
    }
    return page;
}

//! A case that was checked once.
static CaseRow caseOf(const CheckRow &check)
{
    CaseRow row{check};
    row.lastCheck = check.id;
    if (!check.error)
        row.confirmedAt = check.checkedAt;
    if (check.change > Change::Formatting)
        row.changedAt = check.checkedAt;
    else
        row.change = Change::None;
    return row;
}

CasePage casePage(int count, qint64 total)
{
    const CheckPage checks = checkPage(count, total);
    CasePage page;
    page.pageSize = count;
    page.total = total;
    for (const CheckRow &check : checks.rows) {
        CaseRow row = caseOf(check);
        if (check.error == ErrorCode::Offline) { // one that had a good answer before
            row.confirmedAt = check.checkedAt.addDays(-12);
            row.formType = u"I-90"_s;
            row.title = {u"Case Was Received"_s, u"Caso Fue Recibido"_s};
            row.category = StatusCategory::Received;
        }
        page.rows.push_back(std::move(row));
    }
    return page;
}

std::vector<CaseRow> caseRows(int count)
{
    static const QStringList clients{u"García, file 00017"_s, u"Li"_s, QString(),
                                     u"Ox, Anna-Lena van der Ommeren-Schmidt"_s, u"Nguyễn Thị Minh Khai"_s};
    std::vector<CaseRow> rows;
    for (const CheckRow &check : checkPage(count, count).rows) {
        CaseRow row = caseOf(check);
        row.details = {.client = clients[qsizetype(rows.size()) % clients.size()]};
        rows.push_back(std::move(row));
    }
    return rows;
}

Connection gateway()
{
    Connection connection;
    connection.name = u"Office gateway"_s;
    connection.kind = ConnectionKind::Wso2V4;
    connection.tokenUrl = QUrl(u"https://gateway.example.org:9443/oauth2/token"_s);
    connection.apiUrl = QUrl(u"https://gateway.example.org:8243/uscis/1.0.0"_s);
    connection.clientAuthentication = ClientAuthentication::BasicRaw;
    connection.clientId = u"wU62DjlyDBnq87G"_s;
    connection.scope = u"read"_s;
    connection.tokenParameters = {{"audience", "uscis"}};
    connection.headers = {{"demo_id", "1234"}};
    connection.proxy = {.kind = ProxyChoice::Kind::Manual, .host = u"proxy.example.org"_s, .port = 3128};
    return connection;
}

namespace {

HttpTranscript tokenTranscript(int status, const QByteArray &body)
{
    return {.method = "POST",
            .url = QUrl(u"https://api-int.uscis.gov/oauth/accesstoken"_s),
            .requestHeaders = {{"Accept", "application/json"}, {"Content-Type", "application/x-www-form-urlencoded"}},
            .requestBody =
                "grant_type=client_credentials&client_id=Kd8fJw2mPq&client_secret=\u2022\u2022\u2022\u2022\u2022\u2022",
            .sentAt = now(),
            .took = std::chrono::milliseconds(412),
            .status = status,
            .replyHeaders = {{"content-type", "application/json"}},
            .replyBody = body,
            .tlsVersion = u"TLSv1.3"_s};
}

} // namespace

ConnectionTestReport testThatWorks()
{
    using Step = ConnectionTestStep;
    const HttpTranscript lookup{.method = "GET",
                                .url = QUrl(u"https://api-int.uscis.gov/case-status/EAC9999103402"_s),
                                .requestHeaders = {{"Accept", "application/json"},
                                                   {"Authorization", "Bearer \u2022\u2022\u2022\u2022\u2022\u2022"}},
                                .sentAt = now(),
                                .took = std::chrono::milliseconds(655),
                                .status = 200,
                                .replyHeaders = {{"content-type", "application/json"}},
                                .replyBody =
                                    "{\"case_status\":{\"receiptNumber\":\"EAC9999103402\",\"formType\":\"I-130\"},"
                                    "\"message\":\"Query was successful for receipt number: EAC9999103402\"}",
                                .tlsVersion = u"TLSv1.3"_s};
    return {.steps = {Step{.what = Step::What::Secret},
                      Step{.what = Step::What::Token,
                           .transcript = tokenTranscript(200,
                                                         "{\"access_token\":\"\u2022\u2022\u2022\u2022\u2022\u2022\","
                                                         "\"expires_in\":\"1799\",\"token_type\":\"Bearer\"}")},
                      Step{.what = Step::What::Lookup, .transcript = lookup}},
            .tokenLifetime = std::chrono::seconds(1799)};
}

ConnectionTestReport testThatWasRefused()
{
    using Step = ConnectionTestStep;
    const QByteArray body = "{\"ErrorCode\":\"invalid_client\",\"Error\":\"Client credentials are invalid\"}";
    return {.steps = {Step{.what = Step::What::Secret},
                      Step{.what = Step::What::Token,
                           .error = Error{.code = ErrorCode::BadCredentials,
                                          .httpStatus = 401,
                                          .serverMessage = u"Client credentials are invalid"_s},
                           .transcript = tokenTranscript(401, body)}}};
}

namespace {

FieldVersion written(const QString &person, const CaseDetails &value, qint64 hoursAgo)
{
    return {.event = person.toUtf8(), .value = value, .person = person, .at = now().addSecs(-3600 * hoursAgo)};
}

} // namespace

FieldConflict clientConflict()
{
    return {.receipt = receipt(u"EAC9999103402"),
            .field = CaseField::Client,
            .shown = written(u"Ana Peña"_s, {.client = u"García, María"_s}, 2),
            .others = {written(u"Marta Ruiz"_s, {.client = u"Garcia Lopez, Maria"_s}, 26)}};
}

FieldConflict noteConflict()
{
    return {.receipt = receipt(u"EAC9999103402"),
            .field = CaseField::Note,
            .shown =
                written(u"Ana Peña"_s,
                        {.note = u"Called on Friday: she moved to Queens.\nAsk for the new lease before we answer the "
                                 "request for evidence, and send the change of address first."_s},
                        3),
            .others = {written(u"Marta Ruiz"_s,
                               {.note = u"Paid the fee in cash, receipt 0417.\nHer sister will bring the papers."_s},
                               600)}};
}

ForeignDeletion foreignDeletion()
{
    return {.event = "deletion",
            .person = u"Marta Ruiz"_s,
            .at = now().addDays(-19),
            .checks = 12,
            .cases = {receipt(u"LIN9999106501"), receipt(u"SRC9999132694")}};
}

Differences differences()
{
    const FieldConflict due{.receipt = receipt(u"LIN9999106498"),
                            .field = CaseField::DueDate,
                            .shown = written(u"Ana Peña"_s, {.dueDate = QDate(2026, 12, 24)}, 30),
                            .others = {written({}, {}, 31)}};
    return {.conflicts = {clientConflict(), noteConflict(), due},
            .deletions = {foreignDeletion()},
            .clients = {{receipt(u"EAC9999103402"), u"García, María"_s}, {receipt(u"LIN9999106498"), u"Li, Wei"_s}}};
}

} // namespace linterna::samples
