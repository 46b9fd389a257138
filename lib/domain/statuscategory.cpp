// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/domain/statuscategory.h"

#include "lib/base/enumnames.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CategoryRule {
    //! Beginnings of words, all of which must stand in the title; with a space behind, whole words.
    QLatin1StringView first;
    QLatin1StringView second;
    StatusCategory category;
};

// The first rule that fits decides. The order is that of the facts about status titles: what speaks of a request, a
// fee, an appeal or a notice beside the case comes before what would otherwise read as a decision on the case. It
// differs where the chip would say something else than the title does: a case that is rejected for its fee is rejected,
// and only a card or document that is mailed is on its way, not a denial or the notice of an oath ceremony.
constexpr std::array categoryRules{
    CategoryRule{"not approv"_L1, {}, StatusCategory::Other},
    CategoryRule{"not affirm"_L1, {}, StatusCategory::Other},
    CategoryRule{"not accept"_L1, {}, StatusCategory::Other},
    CategoryRule{"not receiv"_L1, {}, StatusCategory::Other},
    CategoryRule{"not deliver"_L1, {}, StatusCategory::Other},
    CategoryRule{"not mailed"_L1, {}, StatusCategory::Other},
    CategoryRule{"not denied"_L1, {}, StatusCategory::Other},
    CategoryRule{"expedite"_L1, {}, StatusCategory::Other},
    CategoryRule{"premium"_L1, {}, StatusCategory::Other},
    CategoryRule{"refund"_L1, {}, StatusCategory::Other},
    CategoryRule{"appeal"_L1, {}, StatusCategory::Other},
    CategoryRule{"case"_L1, "rejected"_L1, StatusCategory::Refused},
    CategoryRule{"fee "_L1, {}, StatusCategory::Other},
    CategoryRule{"fees "_L1, {}, StatusCategory::Other},
    CategoryRule{"reopened"_L1, {}, StatusCategory::InReview},
    CategoryRule{"revoked"_L1, {}, StatusCategory::Refused},
    CategoryRule{"revocation"_L1, {}, StatusCategory::Refused},
    CategoryRule{"intent to"_L1, {}, StatusCategory::ActionNeeded},
    CategoryRule{"response"_L1, "received"_L1, StatusCategory::Received},
    CategoryRule{"information received"_L1, {}, StatusCategory::Received},
    CategoryRule{"request for"_L1, "evidence"_L1, StatusCategory::ActionNeeded},
    CategoryRule{"returned"_L1, {}, StatusCategory::Other},
    CategoryRule{"destroyed"_L1, {}, StatusCategory::Other},
    CategoryRule{"delivered"_L1, {}, StatusCategory::CardOnItsWay},
    CategoryRule{"picked up"_L1, {}, StatusCategory::CardOnItsWay},
    CategoryRule{"card"_L1, "mailed"_L1, StatusCategory::CardOnItsWay},
    CategoryRule{"document"_L1, "mailed"_L1, StatusCategory::CardOnItsWay},
    CategoryRule{"produced"_L1, {}, StatusCategory::CardOnItsWay},
    CategoryRule{"department of state"_L1, {}, StatusCategory::Other},
    CategoryRule{"transferred"_L1, {}, StatusCategory::Other},
    CategoryRule{"rejected"_L1, {}, StatusCategory::Refused},
    CategoryRule{"denied"_L1, {}, StatusCategory::Refused},
    CategoryRule{"withdraw"_L1, {}, StatusCategory::Other},
    CategoryRule{"closed"_L1, {}, StatusCategory::Other},
    CategoryRule{"terminat"_L1, {}, StatusCategory::Refused},
    CategoryRule{"interview was completed"_L1, {}, StatusCategory::InReview},
    CategoryRule{"interview"_L1, {}, StatusCategory::Appointment},
    CategoryRule{"oath"_L1, {}, StatusCategory::Appointment},
    CategoryRule{"biometric"_L1, {}, StatusCategory::Appointment},
    CategoryRule{"fingerprint"_L1, {}, StatusCategory::Appointment},
    CategoryRule{"appointment"_L1, {}, StatusCategory::Appointment},
    CategoryRule{"approv"_L1, {}, StatusCategory::Approved},
    CategoryRule{"affirmed"_L1, {}, StatusCategory::Approved},
    CategoryRule{"on hold"_L1, {}, StatusCategory::Other},
    CategoryRule{"review"_L1, {}, StatusCategory::InReview},
    CategoryRule{"processing"_L1, {}, StatusCategory::InReview},
    CategoryRule{"pending"_L1, {}, StatusCategory::InReview},
    CategoryRule{"received"_L1, {}, StatusCategory::Received},
    CategoryRule{"accepted"_L1, {}, StatusCategory::Received},
};

constexpr auto categoryNames = enumNames<StatusCategory>({
    {StatusCategory::Received, "received"},
    {StatusCategory::InReview, "in-review"},
    {StatusCategory::ActionNeeded, "action-needed"},
    {StatusCategory::Appointment, "appointment"},
    {StatusCategory::Approved, "approved"},
    {StatusCategory::CardOnItsWay, "card-on-its-way"},
    {StatusCategory::Refused, "refused"},
    {StatusCategory::Other, "other"},
});

//! Lower-case words with one space before and behind each: what stands between them, entities and tags included, does
//! not matter.
QString titleWords(const QString &title)
{
    static const QRegularExpression between(u"(?:&#?[a-z0-9]+;|<[^>]*>|[^a-z])+"_s);
    return u' ' + title.toLower().replace(between, u" "_s).trimmed() + u' ';
}

} // namespace

StatusCategory statusCategory(const QString &englishTitle)
{
    const QString title = titleWords(englishTitle);
    const auto says = [&](QLatin1StringView beginning) {
        for (qsizetype at = title.indexOf(beginning); at > 0; at = title.indexOf(beginning, at + 1)) {
            if (title[at - 1] == u' ')
                return true;
        }
        return beginning.isEmpty();
    };
    const auto rule = std::ranges::find_if(
        categoryRules, [&](const CategoryRule &one) { return says(one.first) && says(one.second); });
    return rule == categoryRules.end() ? StatusCategory::Other : rule->category;
}

QString statusCategoryName(StatusCategory category)
{
    return categoryNames.name(category);
}

StatusCategory categoryFromName(const QString &name)
{
    return categoryNames.value(name).value_or(StatusCategory::Other);
}

} // namespace linterna
