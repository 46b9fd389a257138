// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <vector>

namespace linterna {

//! A status text that may be shown: built new from what an HTML5 parser understood, never the text that was sent.
struct SafeHtml {
    struct Link {
        QString text;
        QUrl url;
        bool operator==(const Link &) const = default;
    };
    //! Only <p>, <br>, <b>, <i>, <ul>, <ol>, <li> and <a href> with an allowed URL; everything else became its text.
    QString html;
    //! The same as plain text, paragraphs and line breaks as "\n".
    QString text;
    //! The links in order of their first appearance, each once.
    std::vector<Link> links;
};

//! Parses `untrusted` (a description as USCIS sent it) and builds what may be shown. Control characters, lone
//! surrogates and NUL become U+FFFD; direction overrides (bidi) are isolated so that they cannot reach the text around.
[[nodiscard]] SafeHtml safeHtml(const QString &untrusted);

//! A title as one line of plain text: tags and entities understood, white space collapsed.
[[nodiscard]] QString safeTitle(const QString &untrusted);

} // namespace linterna
