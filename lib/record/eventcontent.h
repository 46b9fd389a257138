// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"
#include "lib/record/casefield.h"
#include "lib/record/eventchain.h"

#include <QByteArrayList>

#include <variant>

namespace linterna {

//! The kinds of events that this program understands. An event of another kind is kept, and left out of all lists.
namespace eventkind {
inline constexpr QLatin1StringView check{"check"};
inline constexpr QLatin1StringView edit{"edit"};           //!< The office wrote a field of a case.
inline constexpr QLatin1StringView filters{"filters"};     //!< The saved filters are these from now on.
inline constexpr QLatin1StringView deletion{"deletion"};   //!< Events are shown no more.
inline constexpr QLatin1StringView restored{"restored"};   //!< A deletion was undone.
inline constexpr QLatin1StringView destroyed{"destroyed"}; //!< The content of events is gone for good.
inline constexpr QLatin1StringView desk{"desk"};           //!< A desk began.
inline constexpr QLatin1StringView damaged{"damaged"};     //!< A row of an older file that could not be read.
} // namespace eventkind

//! Who wrote an event, and where it comes from. Part of the content of every event.
struct EventOrigin {
    QByteArray uuid = {};
    //! Name of the person, as chosen in the settings.
    QString person = {};
    //! When the event was taken over from a file of before there were events; milliseconds since 1970.
    std::optional<qint64> takenOver = {};

    bool operator==(const EventOrigin &) const = default;
};

//! Content of a check. What was answered stands in it as hashes (SHA-256, 32 bytes each; empty: there is none), so that
//! the texts can be stored once for many checks, and a proof can carry one of them alone.
struct CheckContent {
    ReceiptNumber receipt;
    qint64 checkedAt = 0; //!< Milliseconds since 1970.
    QString connection = {};
    AskedBy askedBy = AskedBy::Person;
    int httpStatus = 0;
    //! Empty for a good answer.
    std::optional<ErrorCode> error = {};
    QByteArray answer = {}; //!< Of form type, dates, title, timeline; or of the error.
    QByteArray descriptionEn = {};
    QByteArray descriptionEs = {};
    QByteArray rawReply = {};
    QByteArray transcripts = {}; //!< Of the requests.

    bool operator==(const CheckContent &) const = default;
};

//! The content of a check with this outcome.
[[nodiscard]] CheckContent checkContentOf(const CheckOutcome &outcome);

//! Content of an edit.
struct EditContent {
    ReceiptNumber receipt;
    CaseField field = CaseField::Client;
    //! Only `field` counts.
    CaseDetails value = {};
    //! The events whose values this one replaces: none where the field had none, several where two desks had written
    //! different values and a person chose.
    QByteArrayList replaces = {};
};

//! Events of one desk: a first and a last number.
struct EventRange {
    QByteArray desk = {};
    qint64 first = 0;
    qint64 last = 0;

    bool operator==(const EventRange &) const = default;
};
//! Content of a deletion, and of what says that content was destroyed. Says nothing of what the events were about.
struct TargetsContent {
    std::vector<EventRange> targets = {};
};
//! Content of the undoing of a deletion.
struct RestoredContent {
    QByteArray deletion = {}; //!< UUID of its event.
};
//! Content of saved filters: all there are, in their order, each as encodeFilter() gives it.
struct FiltersContent {
    QByteArrayList filters = {};
    QByteArrayList replaces = {}; //!< As in EditContent.
};
//! Content of the first event of a desk.
struct DeskContent {
    QString program = {}; //!< Version of the program.
    //! The last event of the desk whose record this one continues, where there was one.
    std::optional<EventHead> continues = {};
};
//! Content of what could not be read: never shown as an answer.
struct DamagedContent {
    qint64 checkedAt = 0; //!< As the row said.
    QByteArray raw = {};  //!< Its columns.
};

using EventContent = std::variant<CheckContent, EditContent, TargetsContent, RestoredContent, FiltersContent,
                                  DeskContent, DamagedContent>;

//! The canonical bytes of an event. `kind` tells a deletion from the destruction of content, which have the same shape.
[[nodiscard]] QByteArray encodeEvent(QLatin1StringView kind, const EventOrigin &origin, const EventContent &content);

struct DecodedEvent {
    EventOrigin origin;
    QByteArray kind;
    EventContent content;
};
//! Empty where the bytes are no event of a kind and version that this program understands. Hostile bytes are refused.
[[nodiscard]] std::optional<DecodedEvent> decodeEvent(QByteArrayView canonical);

} // namespace linterna
