// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

struct GumboInternalNode;

namespace linterna {

//! What an HTML5 parser (gumbo) understands of a text, read as what stands inside a <body>. Bounded: markup that would
//! take more than 60,000 pieces of memory, 32 MB or 1,000 attributes gives no tree, so that no text of up to MaxLength
//! characters takes more than about half a second (measured with nested and repeated tags, attributes and tables).
//! A status text of USCIS takes about 60 pieces and two attributes.
class HtmlTree
{
public:
    explicit HtmlTree(const QString &html);
    ~HtmlTree();
    Q_DISABLE_COPY_MOVE(HtmlTree)

    //! The element that holds all others; null where the text was too long or its markup too much. Lives as long as
    //! this object.
    [[nodiscard]] const GumboInternalNode *root() const { return m_root; }

    //! UTF-16 units of text that are parsed at the most. A reply is never larger.
    static constexpr qsizetype MaxLength = 1'100'000;

private:
    class Arena;

    QByteArray m_source;
    std::unique_ptr<Arena> m_arena;
    const GumboInternalNode *m_root = nullptr;
};

} // namespace linterna
