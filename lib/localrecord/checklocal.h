// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/answerstore.h"
#include "lib/record/canonicalcbor.h"
#include "lib/record/storednames.h"
#include "lib/text/safehtml.h"

namespace linterna {

inline constexpr QLatin1StringView transcriptsField{"transcripts"};
inline constexpr QLatin1StringView goodOutcomeName{"ok"};

//! What the record keeps beside the canonical bytes of a check: the hashes of its answer and heading in this record, and
//! what was worked out from it.
struct CheckLocal {
    qint64 id = 0; //!< Of the check; 0 in files that did not have it here.
    QByteArray answer = {};
    QByteArray heading = {}; //!< Empty for a failure.
    Change change = Change::None;
    StatusCategory category = StatusCategory::Other;

    [[nodiscard]] static CheckLocal of(const CheckOutcome &outcome, qint64 id, const AnswerStore::Place &answer)
    {
        return {.id = id,
                .answer = answer.hash,
                .heading = answer.headingHash,
                .change = outcome.change,
                .category =
                    outcome.result ? statusCategory(safeTitle(outcome.result->title.en)) : StatusCategory::Other};
    }
    [[nodiscard]] QByteArray encoded() const
    {
        CanonicalMap map;
        map.add("id"_L1, canonicalcbor::integer(id));
        map.add("answer"_L1, canonicalcbor::bytes(answer));
        map.add("heading"_L1, canonicalcbor::bytes(heading));
        map.add("change"_L1, canonicalcbor::bytes(changeName(change).toLatin1()));
        map.add("category"_L1, canonicalcbor::bytes(statusCategoryName(category).toLatin1()));
        return map.encoded();
    }
    [[nodiscard]] static std::optional<CheckLocal> decode(const QByteArray &bytes)
    {
        const auto map = CanonicalReader::read(bytes);
        const auto member = [&](QLatin1StringView key) { return map ? map->bytes(key) : std::nullopt; };
        const auto answer = member("answer"_L1);
        const auto heading = member("heading"_L1);
        const auto change = member("change"_L1);
        const auto category = member("category"_L1);
        if (!answer || !heading || !change || !category)
            return {};
        return CheckLocal{map->integer("id"_L1).value_or(0), answer->toByteArray(), heading->toByteArray(),
                          changeFromName(QString::fromLatin1(*change)),
                          categoryFromName(QString::fromLatin1(*category))};
    }
};

} // namespace linterna
