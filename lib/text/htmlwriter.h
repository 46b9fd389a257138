// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/text/safehtml.h"

#include <optional>
#include <vector>

namespace linterna {

//! Writes a SafeHtml from what a walk over a parsed text meets. Collapses white space, opens paragraphs and list items
//! when text arrives for them, and closes what it opened: the only place where tags are written and text is escaped.
class HtmlWriter
{
public:
    void text(const QString &text);
    void lineBreak();
    //! A paragraph, heading, table row … begins or ends here.
    void blockEdge();
    //! Keeps what follows apart from what came before, on the same line: the next cell of a table.
    void gap() { m_space = true; }
    void openList(bool ordered);
    void closeList();
    //! A list item begins or ends here.
    void itemEdge();
    void openBold() { ++m_style.bold; }
    void closeBold() { --m_style.bold; }
    void openItalic() { ++m_style.italic; }
    void closeItalic() { --m_style.italic; }
    void openAnchor(const std::optional<QString> &href);
    void closeAnchor();

    //! Closes what is open and gives what was written.
    [[nodiscard]] SafeHtml finish();

private:
    struct List {
        bool ordered = false;
        int id = 0;
        int item = 0;
    };
    struct Style {
        int bold = 0;
        int italic = 0;
        //! Counts the anchors; 0 is none.
        int anchor = 0;
        bool looksLike(const Style &other) const
        {
            return (bold > 0) == (other.bold > 0) && (italic > 0) == (other.italic > 0) && anchor == other.anchor;
        }
    };
    struct Anchor {
        int id = 0;
        QUrl url;
        //! Index of the link whose text is collected; none for a link that was refused or had come before.
        std::optional<std::size_t> link;
    };

    //! Opens the elements that the next words stand in, and writes the breaks before them.
    void beginWords();
    void openBlock();
    void closeBlock();
    void openLists();
    void closeLists(std::size_t keep);
    void writeBreaks();
    void write(const QString &html, QStringView plain);
    void openStyle();
    void closeStyle(bool keepAnchor);
    void collectLink(Anchor &anchor);
    QString *openLinkText();

    SafeHtml m_out;
    std::vector<List> m_lists;
    std::vector<List> m_openLists;
    std::vector<Anchor> m_anchors;
    Style m_style;
    Style m_openStyle;
    int m_ids = 0;
    int m_listsTooDeep = 0;
    int m_breaks = 0;
    bool m_blockOpen = false;
    bool m_space = false;
};

} // namespace linterna
