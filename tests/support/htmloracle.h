// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/text/characters.h"
#include "lib/text/linkpolicy.h"

#include <gumbo.h>

#include <QSet>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace linterna::test {

//! A text without any white space, for comparisons in which layout does not matter.
inline QString inkOf(QString text)
{
    erase_if(text, [](QChar c) { return c.isSpace(); });
    return text;
}

//! Whether all characters of `shown` occur in `sent` in that order, as themselves or as entities. Knows no HTML on
//! purpose.
inline bool standsInSource(const QString &shown, const QString &sent)
{
    const QString ink = inkOf(shown);
    const QString source = showable(sent);
    qsizetype at = 0;
    for (qsizetype i = 0; i < source.size() && at < ink.size(); ++i) {
        if (source[i] == u'&') {
            ++at; // an entity, or itself
            // one of two letters, or a sign outside of the BMP
            if (at < ink.size() && (ink[at].isLowSurrogate() || ink[at].isMark()))
                ++at;
            if (ink[at - 1] != u'&')
                continue;
        } else if (source[i] == ink[at]) {
            ++at;
        }
    }
    return at >= ink.size();
}

//! A second, simpler reader of HTML, to compare SafeHtml with. Recursive: for texts of modest depth only.
class HtmlOracle
{
public:
    explicit HtmlOracle(const QString &html) : m_source(wellFormed(html).toUtf8())
    {
        GumboOptions options = kGumboDefaultOptions;
        options.fragment_context = GUMBO_TAG_BODY;
        GumboOutput *output = gumbo_parse_with_options(&options, m_source.constData(), std::size_t(m_source.size()));
        const GumboVector &children = output->root->v.element.children;
        for (unsigned i = 0; i < children.length; ++i)
            read(static_cast<const GumboNode *>(children.data[i]));
        gumbo_destroy_output(&options, output);
    }

    //! Whether the words are shown in the order in which they were sent.
    [[nodiscard]] bool inOrder() const { return m_inOrder; }
    //! What a browser shows of the text, as showable characters without white space.
    [[nodiscard]] QString ink() const { return inkOf(showable(m_text)); }
    //! What a browser shows as words: one space between two that are separated by white space, a line break or the edge
    //! of a block, list item or cell, and none anywhere else.
    [[nodiscard]] QString words() const { return showable(m_text).simplified(); }
    //! What SafeHtml must not let through: elements and attributes that it does not allow, forbidden links.
    [[nodiscard]] QStringList unsafe() const { return m_unsafe; }
    //! The href of each anchor, in order, each once.
    [[nodiscard]] QStringList hrefs() const { return m_hrefs; }

private:
    void read(const GumboNode *node)
    {
        if (node->type == GUMBO_NODE_COMMENT) {
            m_unsafe += QStringLiteral("comment");
            return;
        }
        if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) {
            m_text += QString::fromUtf8(node->v.text.text);
            if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA) {
                m_inOrder = m_inOrder && node->v.text.start_pos.offset >= m_last;
                m_last = node->v.text.start_pos.offset;
            }
            return;
        }
        const GumboElement &element = node->v.element;
        if (node->parse_flags & GUMBO_INSERTION_FROM_ISINDEX)
            return; // an element that gumbo has added
        judge(element);
        static const std::vector hidden{GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,  GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT,
                                        GUMBO_TAG_NOFRAMES, GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED};
        if (std::ranges::find(hidden, element.tag) != hidden.end())
            return;
        const bool apart = standsApart(element);
        if (apart)
            m_text += u' ';
        for (unsigned i = 0; i < element.children.length; ++i)
            read(static_cast<const GumboNode *>(element.children.data[i]));
        if (apart)
            m_text += u' ';
    }
    //! Whether a browser separates the words of an element from those before and after it.
    static bool standsApart(const GumboElement &element)
    {
        static const QSet<QByteArray> names{
            "address", "article", "aside",    "blockquote", "br",        "caption",  "center",     "dd",
            "details", "dir",     "div",      "dl",         "dt",        "fieldset", "figcaption", "figure",
            "footer",  "form",    "h1",       "h2",         "h3",        "h4",       "h5",         "h6",
            "header",  "hr",      "legend",   "li",         "listing",   "main",     "menu",       "nav",
            "ol",      "option",  "optgroup", "p",          "plaintext", "pre",      "section",    "summary",
            "table",   "td",      "th",       "title",      "tr",        "ul",       "xmp"};
        return element.tag_namespace == GUMBO_NAMESPACE_HTML
            && names.contains(QByteArray(gumbo_normalized_tagname(element.tag)));
    }
    void judge(const GumboElement &element)
    {
        static const std::vector allowed{GUMBO_TAG_P,  GUMBO_TAG_BR, GUMBO_TAG_B,  GUMBO_TAG_I,
                                         GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_LI, GUMBO_TAG_A};
        if (std::ranges::find(allowed, element.tag) == allowed.end() || element.tag_namespace != GUMBO_NAMESPACE_HTML)
            m_unsafe += QStringLiteral("element ") + QString::fromUtf8(gumbo_normalized_tagname(element.tag));
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
            const QString value = QString::fromUtf8(attribute->value);
            const bool href = element.tag == GUMBO_TAG_A && QByteArrayView(attribute->name) == "href";
            const auto url = href ? allowedLink(value) : std::nullopt;
            if (!url || url->toString(QUrl::FullyEncoded) != value)
                m_unsafe += QString::fromUtf8(attribute->name) + QLatin1Char('=') + value;
            else if (!m_hrefs.contains(value))
                m_hrefs += value;
        }
        if (element.tag == GUMBO_TAG_A && element.attributes.length != 1)
            m_unsafe += QStringLiteral("anchor without a place to go");
    }

    QByteArray m_source;
    QString m_text;
    QStringList m_unsafe;
    QStringList m_hrefs;
    bool m_inOrder = true;
    unsigned m_last = 0;
};

} // namespace linterna::test
