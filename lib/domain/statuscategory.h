// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linterna {

//! Coarse groups of case status for a chip, a filter, a colour. USCIS publishes no list of titles: what we do not know
//! is Other and shown as it is. Symbols and colours stand in ui/common.
enum class StatusCategory : unsigned char {
    Received,
    InReview,
    ActionNeeded, //!< Request for evidence, notice of intent to deny or revoke.
    Appointment,  //!< Interview, biometrics, oath.
    Approved,
    CardOnItsWay, //!< Card or document made, mailed, delivered.
    Refused,      //!< Denied, rejected, revoked, terminated.
    Other,        //!< Transferred, updated, closed, fees, appeals, and every title that we do not know.
};

//! Groups a case by its English title (facts of the public status texts: the English one is the stable one; it decides
//! in both display languages). Takes the title as it is shown (safeTitle()), so that no hidden text decides;
//! in one as it was sent, tags and HTML entities between the words do not matter either. Letter case, white space and
//! punctuation never do. First match of a table wins.
[[nodiscard]] StatusCategory statusCategory(const QString &englishTitle);

//! A stable, untranslated word for files and the database ("received", "in-review", …).
[[nodiscard]] QString statusCategoryName(StatusCategory category);
//! The category of a stable word; Other when the word is not known.
[[nodiscard]] StatusCategory categoryFromName(const QString &name);

} // namespace linterna
