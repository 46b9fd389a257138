// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/statuscategory.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Rule {
    //! Beginnings of words, all of which must stand in the title; with a space behind, whole words.
    QLatin1StringView first;
    QLatin1StringView second;
    StatusCategory category;
};

// The first rule that fits decides. The order is that of the facts about status titles: what speaks of a request, a fee,
// an appeal or a notice beside the case comes before what would otherwise read as a decision on the case. It differs
// where the chip would say something else than the title does: a case that is rejected for its fee is rejected, and only
// a card or document that is mailed is on its way, not a denial or the notice of an oath ceremony.
constexpr std::array rules{
    Rule{"not approv"_L1, {}, StatusCategory::Other},
    Rule{"not affirm"_L1, {}, StatusCategory::Other},
    Rule{"not accept"_L1, {}, StatusCategory::Other},
    Rule{"not receiv"_L1, {}, StatusCategory::Other},
    Rule{"not deliver"_L1, {}, StatusCategory::Other},
    Rule{"not mailed"_L1, {}, StatusCategory::Other},
    Rule{"not denied"_L1, {}, StatusCategory::Other},
    Rule{"expedite"_L1, {}, StatusCategory::Other},
    Rule{"premium"_L1, {}, StatusCategory::Other},
    Rule{"refund"_L1, {}, StatusCategory::Other},
    Rule{"appeal"_L1, {}, StatusCategory::Other},
    Rule{"case"_L1, "rejected"_L1, StatusCategory::Refused},
    Rule{"fee "_L1, {}, StatusCategory::Other},
    Rule{"fees "_L1, {}, StatusCategory::Other},
    Rule{"reopened"_L1, {}, StatusCategory::InReview},
    Rule{"revoked"_L1, {}, StatusCategory::Refused},
    Rule{"revocation"_L1, {}, StatusCategory::Refused},
    Rule{"intent to"_L1, {}, StatusCategory::ActionNeeded},
    Rule{"response"_L1, "received"_L1, StatusCategory::Received},
    Rule{"information received"_L1, {}, StatusCategory::Received},
    Rule{"request for"_L1, "evidence"_L1, StatusCategory::ActionNeeded},
    Rule{"returned"_L1, {}, StatusCategory::Other},
    Rule{"destroyed"_L1, {}, StatusCategory::Other},
    Rule{"delivered"_L1, {}, StatusCategory::CardOnItsWay},
    Rule{"picked up"_L1, {}, StatusCategory::CardOnItsWay},
    Rule{"card"_L1, "mailed"_L1, StatusCategory::CardOnItsWay},
    Rule{"document"_L1, "mailed"_L1, StatusCategory::CardOnItsWay},
    Rule{"produced"_L1, {}, StatusCategory::CardOnItsWay},
    Rule{"department of state"_L1, {}, StatusCategory::Other},
    Rule{"transferred"_L1, {}, StatusCategory::Other},
    Rule{"rejected"_L1, {}, StatusCategory::Refused},
    Rule{"denied"_L1, {}, StatusCategory::Refused},
    Rule{"withdraw"_L1, {}, StatusCategory::Other},
    Rule{"closed"_L1, {}, StatusCategory::Other},
    Rule{"terminat"_L1, {}, StatusCategory::Refused},
    Rule{"interview was completed"_L1, {}, StatusCategory::InReview},
    Rule{"interview"_L1, {}, StatusCategory::Appointment},
    Rule{"oath"_L1, {}, StatusCategory::Appointment},
    Rule{"biometric"_L1, {}, StatusCategory::Appointment},
    Rule{"fingerprint"_L1, {}, StatusCategory::Appointment},
    Rule{"appointment"_L1, {}, StatusCategory::Appointment},
    Rule{"approv"_L1, {}, StatusCategory::Approved},
    Rule{"affirmed"_L1, {}, StatusCategory::Approved},
    Rule{"on hold"_L1, {}, StatusCategory::Other},
    Rule{"review"_L1, {}, StatusCategory::InReview},
    Rule{"processing"_L1, {}, StatusCategory::InReview},
    Rule{"pending"_L1, {}, StatusCategory::InReview},
    Rule{"received"_L1, {}, StatusCategory::Received},
    Rule{"accepted"_L1, {}, StatusCategory::Received},
};

struct CategoryName {
    StatusCategory category;
    QLatin1StringView name;
};

constexpr std::array categoryNames{
    CategoryName{StatusCategory::Received, "received"_L1},
    CategoryName{StatusCategory::InReview, "in-review"_L1},
    CategoryName{StatusCategory::ActionNeeded, "action-needed"_L1},
    CategoryName{StatusCategory::Appointment, "appointment"_L1},
    CategoryName{StatusCategory::Approved, "approved"_L1},
    CategoryName{StatusCategory::CardOnItsWay, "card-on-its-way"_L1},
    CategoryName{StatusCategory::Refused, "refused"_L1},
    CategoryName{StatusCategory::Other, "other"_L1},
};

//! Lower-case words with one space before and behind each: what stands between them, entities and tags included, does not matter.
QString words(const QString &title)
{
    static const QRegularExpression between(u"(?:&#?[a-z0-9]+;|<[^>]*>|[^a-z])+"_s);
    return u' ' + title.toLower().replace(between, u" "_s).trimmed() + u' ';
}

} // namespace

StatusCategory statusCategory(const QString &englishTitle)
{
    const QString title = words(englishTitle);
    const auto says = [&](QLatin1StringView beginning) {
        for (qsizetype at = title.indexOf(beginning); at > 0; at = title.indexOf(beginning, at + 1)) {
            if (title[at - 1] == u' ')
                return true;
        }
        return beginning.isEmpty();
    };
    const auto rule = std::ranges::find_if(rules, [&](const Rule &one) { return says(one.first) && says(one.second); });
    return rule == rules.end() ? StatusCategory::Other : rule->category;
}

QString statusCategoryName(StatusCategory category)
{
    return std::ranges::find(categoryNames, category, &CategoryName::category)->name;
}

} // namespace linterna
