// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <vector>

namespace linterna {

//! A status text that may be shown: built new from what an HTML5 parser understood, never the text that was sent.
//!
//! The words are the reply's own, in their order: what an HTML5 parser sees as text, but for what no browser shows
//! (script, style, template, noscript, iframe, noembed and noframes elements, comments). White space is collapsed as
//! HTML does it; a no-break space stays a space.
struct SafeHtml {
    struct Link {
        QString text;
        QUrl url;
        bool operator==(const Link &) const = default;
    };
    //! Only <p>, <br>, <b>, <i>, <ul>, <ol>, <li> and <a href> with an allowed URL; everything else became its text.
    QString html;
    //! The content of `html` as plain text, with paragraphs, list items and line breaks as "
    //! ".
    QString text;
    //! The links in order of their first appearance, each once.
    std::vector<Link> links;
    //! The encoded hosts ("xn--…") of links that were refused, each once, ten at the most: the card warns of them. They
    //! are not in the text, which holds nothing that the reply did not.
    QStringList refusedHosts;
};

//! Parses `untrusted` (a description as USCIS sent it) and builds what may be shown. Characters that would not stay
//! where they stand (controls, lone surrogates, NUL, directional formatting) become U+FFFD, see lib/text/characters.h. A
//! text whose markup passes the limits of lib/text/htmltree.h, or in which HTML5 moves words before others (what stands in
//! a table and in none of its cells: "was <table><td>denied</td></tr>not</table>"), is shown as it was sent, tags and
//! all, as plain text. Words that a parser adds of its own (gumbo's for <isindex>) are not shown.
[[nodiscard]] SafeHtml safeHtml(const QString &untrusted);

//! A title as one line of plain text: tags and entities understood, white space collapsed.
[[nodiscard]] QString safeTitle(const QString &untrusted);

//! The title of an HTML page in one line of plain text: its title element, else its first heading, else all its text.
[[nodiscard]] QString htmlPageTitle(const QString &page);

} // namespace linterna
