// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sandbox/casewriter.h"

#include "lib/sandbox/practicereply.h"

#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <array>

namespace linterna {

namespace {

using namespace Qt::StringLiterals;

struct FormName {
    QLatin1StringView form;
    QStringView english;
    QStringView spanish;
};

//! Names of forms. A form that is not here is called by its number alone.
constexpr std::array formNames{
    FormName{"I-129"_L1, u"Petition for a Nonimmigrant Worker", u"Petición de Trabajador No Inmigrante"},
    FormName{"I-130"_L1, u"Petition for Alien Relative", u"Petición de Familiar Extranjero"},
    FormName{"I-131"_L1, u"Application for Travel Document", u"Solicitud de Documento de Viaje"},
    FormName{"I-140"_L1, u"Immigrant Petition for Alien Workers", u"Petición de Trabajador Inmigrante"},
    FormName{"I-485"_L1, u"Application to Register Permanent Residence or Adjust Status",
             u"Solicitud de Registro de Residencia Permanente o Ajuste de Estatus"},
    FormName{"I-539"_L1, u"Application to Extend/Change Nonimmigrant Status",
             u"Solicitud de Extensión/Cambio de Estatus de No Inmigrante"},
    FormName{"I-751"_L1, u"Petition to Remove Conditions on Residence",
             u"Petición para Cancelar las Condiciones en la Residencia"},
    FormName{"I-765"_L1, u"Application for Employment Authorization", u"Solicitud de Autorización de Empleo"},
    FormName{"N-400"_L1, u"Application for Naturalization", u"Solicitud de Naturalización"},
};

QString formName(QStringView word, QLatin1StringView form, QStringView name)
{
    return name.isEmpty() ? u"%1 %2"_s.arg(word, form) : u"%1 %2, %3"_s.arg(word, form, name);
}

constexpr std::array<QStringView, 5> offices{u"Newark, New Jersey", u"Miami, Florida", u"Chicago, Illinois",
                                             u"Houston, Texas", u"Los Angeles, California"};

constexpr std::array<QStringView, 12> spanishMonths{u"Enero",      u"Febrero", u"Marzo",     u"Abril",
                                                    u"Mayo",       u"Junio",   u"Julio",     u"Agosto",
                                                    u"Septiembre", u"Octubre", u"Noviembre", u"Diciembre"};

QString englishDate(QDate date)
{
    return QLocale::c().toString(date, u"MMMM d, yyyy");
}

//! A date in Spanish as the Torch specification writes it: "05 de Septiembre de 2023".
QString spanishDate(QDate date)
{
    return QStringLiteral("%1 de %2 de %3")
        .arg(date.day(), 2, 10, QLatin1Char('0'))
        .arg(spanishMonths[std::size_t(date.month() - 1)])
        .arg(date.year());
}

} // namespace

CaseWriter::CaseWriter(const QHash<QString, JsonView> &texts, const PracticeCase &practiceCase, int place)
    : m_texts(texts), m_case(practiceCase), m_place(place),
      m_submitted(QDate(2022, 11, 7).addDays(qint64{9} * place), QTime(8, 0).addSecs(547 * place), Qt::UTC),
      m_modified(m_case.withHistory ? m_submitted.addDays(61 + qint64{23} * (place % 5)).addSecs(9'876) : m_submitted)
{}

QByteArray CaseWriter::write() const
{
    const QString receipt = m_case.receipt;
    const QDate shown = m_modified.date();
    QJsonObject status{
        {u"receiptNumber"_s, receipt},
        {u"formType"_s, QString(m_case.form)},
        {u"current_case_status_text_en"_s, text(m_case.title, "en_title"_L1, shown)},
        {u"current_case_status_desc_en"_s, text(m_case.title, "en_desc"_L1, shown)},
        {u"current_case_status_text_es"_s, text(m_case.title, "es_title"_L1, shown)},
        {u"current_case_status_desc_es"_s, text(m_case.title, "es_desc"_L1, shown)},
        {u"hist_case_status"_s, m_case.withHistory ? QJsonValue(history()) : QJsonValue()},
    };
    if (!receipt.startsWith(u"IOE")) { // IOE-Prefix-SuccessResponse of the specification has none
        status.insert(u"submittedDate"_s, m_submitted.toString(u"MM-dd-yyyy HH:mm:ss"));
        status.insert(u"modifiedDate"_s, m_modified.toString(u"MM-dd-yyyy HH:mm:ss"));
    }
    const QString message = u"Query was successful for payload {'receipt_number': '%1'}"_s.arg(receipt);
    return toAsciiJson({{u"case_status"_s, status}, {u"message"_s, message}});
}

//! Two entries from the oldest, or three from the newest: the order is undocumented, so clients meet both.
QJsonArray CaseWriter::history() const
{
    const QDate submitted = m_submitted.date();
    const QDate modified = m_modified.date();
    const auto entry = [this](const QString &title, QDate date) {
        return QJsonObject{{u"date"_s, date.toString(Qt::ISODate)},
                           {u"completed_text_en"_s, text(title, "hist_en"_L1, date)},
                           {u"completed_text_es"_s, text(title, "hist_es"_L1, date)}};
    };
    const QJsonObject first = entry(u"Case Was Received"_s, submitted);
    const QJsonObject last = entry(m_case.title, modified);
    if (m_place % 2 == 0)
        return {first, last};
    const QDate between = submitted.addDays(submitted.daysTo(modified) / 2);
    return {last, entry(u"Case Was Updated To Show Fingerprints Were Taken"_s, between), first};
}

QString CaseWriter::text(const QString &title, QLatin1StringView key, QDate date) const
{
    const auto name = std::ranges::find(formNames, m_case.form, &FormName::form);
    const FormName names = name != formNames.end() ? *name : FormName{};
    const QDate due = date.addDays(87);
    const std::pair<QString, QString> values[]{
        {u"{date_en}"_s, englishDate(date)},
        {u"{date_es}"_s, spanishDate(date)},
        {u"{due_en}"_s, englishDate(due)},
        {u"{due_es}"_s, spanishDate(due)},
        {u"{receipt}"_s, m_case.receipt},
        {u"{form}"_s, formName(u"Form", m_case.form, names.english)},
        {u"{form_es}"_s, formName(u"Formulario", m_case.form, names.spanish)},
        {u"{office}"_s, offices[std::size_t(m_place) % offices.size()].toString()},
        {u"{tracking}"_s, u"9200190000000000000%1"_s.arg(m_place, 3, 10, QLatin1Char('0'))},
    };
    QString filled = m_texts.value(title).value(key).toString();
    for (const auto &[placeholder, value] : values)
        filled.replace(placeholder, value);
    return filled;
}

} // namespace linterna
