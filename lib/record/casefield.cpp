// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/casefield.h"

#include "lib/text/wtf8.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::pair<CaseField, QLatin1StringView> caseFieldNames[] = {
    {CaseField::Client, "client"_L1},      {CaseField::FileNumber, "file_number"_L1}, {CaseField::Note, "note"_L1},
    {CaseField::Tags, "tags"_L1},          {CaseField::OnHold, "on_hold"_L1},         {CaseField::Owner, "owner"_L1},
    {CaseField::NextStep, "next_step"_L1}, {CaseField::DueDate, "due_date"_L1}};

//! The member of a field that is a text; null for the others.
QString CaseDetails::*textMember(CaseField field)
{
    switch (field) {
    case CaseField::Client:
        return &CaseDetails::client;
    case CaseField::FileNumber:
        return &CaseDetails::fileNumber;
    case CaseField::Note:
        return &CaseDetails::note;
    case CaseField::Owner:
        return &CaseDetails::owner;
    case CaseField::NextStep:
        return &CaseDetails::nextStep;
    case CaseField::Tags:
    case CaseField::OnHold:
    case CaseField::DueDate:
        break;
    }
    return nullptr;
}

qsizetype longestTextOf(CaseField field)
{
    return field == CaseField::Note ? CaseDetails::LongestNote : CaseDetails::LongestClient;
}

std::optional<QStringList> decodeTags(const CanonicalValue &value)
{
    const auto members = CanonicalReader::membersOf(value);
    if (!members)
        return {};
    QStringList tags;
    for (const CanonicalValue &member : *members) {
        if (member.kind != CanonicalValue::Kind::Bytes)
            return {};
        auto tag = strictTextOfWtf8(member.content);
        if (!tag)
            return {};
        tags << *std::move(tag);
    }
    return tags;
}

} // namespace

QLatin1StringView caseFieldName(CaseField field)
{
    return std::ranges::find(caseFieldNames, field, &std::pair<CaseField, QLatin1StringView>::first)->second;
}

std::optional<CaseField> caseFieldFromName(QByteArrayView name)
{
    for (const auto &[field, known] : caseFieldNames) {
        if (name == QByteArrayView(known.data(), known.size()))
            return field;
    }
    return {};
}

void copyField(CaseField field, const CaseDetails &from, CaseDetails &to)
{
    if (auto text = textMember(field))
        to.*text = from.*text;
    else if (field == CaseField::Tags)
        to.tags = from.tags;
    else if (field == CaseField::OnHold)
        to.onHold = from.onHold;
    else
        to.dueDate = from.dueDate;
}

bool isSameField(CaseField field, const CaseDetails &one, const CaseDetails &other)
{
    CaseDetails copy = one;
    copyField(field, other, copy);
    return copy == one;
}

QByteArray encodeField(CaseField field, const CaseDetails &details)
{
    if (const auto text = textMember(field))
        return canonicalcbor::bytes(wtf8Of(details.*text));
    if (field == CaseField::OnHold)
        return canonicalcbor::boolean(details.onHold);
    if (field == CaseField::DueDate)
        return details.dueDate.isValid() ? canonicalcbor::bytes(details.dueDate.toString(Qt::ISODate).toLatin1())
                                         : canonicalcbor::null();
    QByteArrayList tags;
    for (const QString &tag : details.tags)
        tags << canonicalcbor::bytes(wtf8Of(tag));
    return canonicalcbor::array(tags);
}

bool decodeField(CaseField field, const CanonicalValue &value, CaseDetails &details)
{
    using Kind = CanonicalValue::Kind;
    if (const auto text = textMember(field)) {
        const auto written = value.kind == Kind::Bytes ? strictTextOfWtf8(value.content) : std::nullopt;
        details.*text = written.value_or(QString());
        return written && written->size() <= longestTextOf(field);
    }
    if (field == CaseField::OnHold) {
        details.onHold = value.number != 0;
        return value.kind == Kind::Boolean;
    }
    if (field == CaseField::DueDate) {
        const QString written = QString::fromLatin1(value.content);
        details.dueDate = QDate::fromString(written, Qt::ISODate);
        // fromString() also takes other separators, and more behind the day.
        return value.kind == Kind::Null
            || (value.kind == Kind::Bytes && details.dueDate.isValid()
                && details.dueDate.toString(Qt::ISODate) == written);
    }
    const auto tags = decodeTags(value);
    details.tags = tags.value_or(QStringList());
    return tags && !longProblem(details);
}

std::optional<QString> longProblem(const CaseDetails &details)
{
    static constexpr struct {
        QString CaseDetails::*text;
        qsizetype longest;
        QLatin1StringView name;
    } texts[] = {{&CaseDetails::client, CaseDetails::LongestClient, "the client's name"_L1},
                 {&CaseDetails::fileNumber, CaseDetails::LongestClient, "the file number"_L1},
                 {&CaseDetails::note, CaseDetails::LongestNote, "the note"_L1},
                 {&CaseDetails::owner, CaseDetails::LongestClient, "the owner"_L1},
                 {&CaseDetails::nextStep, CaseDetails::LongestClient, "the next step"_L1}};
    for (const auto &[text, longest, name] : texts) {
        if ((details.*text).size() > longest)
            return u"%1 is longer than %2 characters"_s.arg(name).arg(longest);
    }
    if (details.dueDate.isValid() && (details.dueDate.year() < 1 || details.dueDate.year() > 9999))
        return u"the due date is not in the years 1 to 9999"_s;
    if (details.tags.size() > CaseDetails::MostTags)
        return u"more than %1 tags"_s.arg(CaseDetails::MostTags);
    for (const QString &tag : details.tags) {
        if (tag.isEmpty() || tag.size() > CaseDetails::LongestTag)
            return u"a tag has 1 to %1 characters"_s.arg(CaseDetails::LongestTag);
    }
    return {};
}

} // namespace linterna
