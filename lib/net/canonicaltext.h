// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace linterna {

//! A text in one spelling, so that it can be searched for something that may be spelled in many: JSON, HTML and percent
//! escapes are undone however they are nested, full-width letters become ASCII, '-' and '_' become '+' and '/' (the two
//! alphabets of Base64), and what nobody sees is left out: white space, control and formatting characters.
struct CanonicalText {
    struct Place {
        qsizetype begin;
        qsizetype end;
    };
    //! UTF-8, as far as the source was.
    QByteArray text = {};
    //! For each byte of `text`, where it came from in the source.
    std::vector<Place> from = {};
    //! For each byte of `text`, whether white space stood before it.
    std::vector<bool> behindSpace = {};
    //! For each byte of `text`, how many escapes, one inside another, were undone to get it.
    std::vector<int> depth = {};
};

//! How to read what can be read in two ways.
struct CanonicalReading {
    //! Leaves tags out: words that a tag divides are one word to whoever reads them.
    bool withoutTags = false;
    //! Reads &#65 without its semicolon as a character, as browsers do.
    bool openEntities = false;
};

//! Takes a time that grows with the length of `source`. Never fails.
[[nodiscard]] CanonicalText canonicalText(QByteArrayView source, CanonicalReading reading = {});

} // namespace linterna
