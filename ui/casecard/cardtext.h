// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"
#include "lib/settings/settings.h"
#include "lib/text/safehtml.h"
#include "ui/style/statuslook.h"

#include <QStringList>

namespace linterna {

//! All texts of the card about one outcome, in the order of reading. Text from outside has gone through safeHtml() or
//! safeTitle() already.
struct CardText {
    struct Part {
        enum class Kind {
            Body,    //!< html: a description.
            Words,   //!< plain: sentences of ours.
            Section, //!< plain: a heading of ours.
            Title,   //!< plain: a further title (the other language, the last known status).
            Quote,   //!< plain: somebody else's words, marked as such.
        };
        Kind kind = Kind::Body;
        QString text;
    };
    struct Entry {
        QString date;
        QString text;
    };

    QString title;
    std::vector<Part> parts;
    std::optional<StatusLook> look;
    QString receipt;
    QString formType;
    //! Less important lines below the receipt number: when the status was confirmed, dates as USCIS gave them.
    QStringList facts;
    //! Notes that must not be overlooked: no Spanish text given, reply mended, answer not recorded.
    QStringList notes;
    std::vector<SafeHtml::Link> links;
    std::vector<Entry> timeline;
};

//! Texts about an outcome. `language`: of the status text, with AsProgram already resolved to the program's language.
[[nodiscard]] CardText cardTextOf(const CheckOutcome &outcome, Settings::StatusLanguage language, const Colors &colors,
                                  const QDateTime &now);

//! The card as plain text to hand on: with its source, the time of retrieval, and the remark that only the official
//! notice counts. `practice`: adds that all of it is invented.
[[nodiscard]] QString plainTextOf(const CardText &card, const CheckOutcome &outcome, bool practice);

} // namespace linterna
