// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/safehtml.h"

#include "lib/text/htmltree.h"
#include "lib/text/htmlwriter.h"

#include <gumbo.h>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! What becomes of an element. One that is in no row below becomes its text.
enum class Role { None, Hidden, Block, Cell, Break, Bold, Italic, Anchor, Bulleted, Numbered, Item };

constexpr auto roles = [] {
    struct Row {
        Role role;
        std::array<GumboTag, 40> tags;
    };
    constexpr GumboTag end = GUMBO_TAG_LAST;
    constexpr std::array rows{
        Row{Role::Hidden,
            {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_IFRAME,
             GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, end}},
        Row{Role::Block,
            {GUMBO_TAG_P,          GUMBO_TAG_DIV,     GUMBO_TAG_H1,       GUMBO_TAG_H2,        GUMBO_TAG_H3,
             GUMBO_TAG_H4,         GUMBO_TAG_H5,      GUMBO_TAG_H6,       GUMBO_TAG_HR,        GUMBO_TAG_PRE,
             GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE,  GUMBO_TAG_ASIDE,     GUMBO_TAG_HEADER,
             GUMBO_TAG_FOOTER,     GUMBO_TAG_MAIN,    GUMBO_TAG_NAV,      GUMBO_TAG_SECTION,   GUMBO_TAG_CENTER,
             GUMBO_TAG_DETAILS,    GUMBO_TAG_SUMMARY, GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND,    GUMBO_TAG_FIGURE,
             GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FORM,    GUMBO_TAG_DL,       GUMBO_TAG_DT,        GUMBO_TAG_DD,
             GUMBO_TAG_TABLE,      GUMBO_TAG_CAPTION, GUMBO_TAG_TR,       GUMBO_TAG_OPTION,    GUMBO_TAG_OPTGROUP,
             GUMBO_TAG_TITLE,      GUMBO_TAG_XMP,     GUMBO_TAG_LISTING,  GUMBO_TAG_PLAINTEXT, end}},
        Row{Role::Cell, {GUMBO_TAG_TD, GUMBO_TAG_TH, end}},
        Row{Role::Break, {GUMBO_TAG_BR, end}},
        Row{Role::Bold, {GUMBO_TAG_B, GUMBO_TAG_STRONG, end}},
        Row{Role::Italic, {GUMBO_TAG_I, GUMBO_TAG_EM, end}},
        Row{Role::Anchor, {GUMBO_TAG_A, end}},
        Row{Role::Bulleted, {GUMBO_TAG_UL, GUMBO_TAG_MENU, GUMBO_TAG_DIR, end}},
        Row{Role::Numbered, {GUMBO_TAG_OL, end}},
        Row{Role::Item, {GUMBO_TAG_LI, end}},
    };
    std::array<Role, GUMBO_TAG_LAST + 1> byTag{};
    for (const Row &row : rows) {
        for (std::size_t i = 0; row.tags[i] != end; ++i)
            byTag[row.tags[i]] = row.role;
    }
    return byTag;
}();

bool isElement(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

Role roleOf(const GumboElement &element)
{
    // <svg><a> and its like are no HTML; but a script or a style is not shown there either.
    const Role role = roles[element.tag];
    return element.tag_namespace == GUMBO_NAMESPACE_HTML || role == Role::Hidden ? role : Role::None;
}

std::optional<QString> hrefOf(const GumboElement &element)
{
    const GumboAttribute *href = gumbo_get_attribute(&element.attributes, "href");
    return href ? std::optional(QString::fromUtf8(href->value)) : std::nullopt;
}

//! Whether the parser made the node of its own: no word in it was sent as text.
bool isMadeUp(const GumboNode *node)
{
    return (node->parse_flags & GUMBO_INSERTION_FROM_ISINDEX) != 0;
}

//! Handles a node on the way down; false where its children are to be left out.
bool enter(const GumboNode *node, HtmlWriter &writer)
{
    if (isMadeUp(node))
        return false;
    if (!isElement(node)) {
        if (node->type != GUMBO_NODE_COMMENT)
            writer.text(QString::fromUtf8(node->v.text.text));
        return false;
    }
    switch (roleOf(node->v.element)) {
    case Role::Hidden:
        return false;
    case Role::Block:
        writer.blockEdge();
        break;
    case Role::Cell:
        writer.gap();
        break;
    case Role::Break:
        writer.lineBreak();
        break;
    case Role::Bold:
        writer.openBold();
        break;
    case Role::Italic:
        writer.openItalic();
        break;
    case Role::Anchor:
        writer.openAnchor(hrefOf(node->v.element));
        break;
    case Role::Bulleted:
        writer.openList(false);
        break;
    case Role::Numbered:
        writer.openList(true);
        break;
    case Role::Item:
        writer.itemEdge();
        break;
    case Role::None:
        break;
    }
    return true;
}

//! Handles an element on the way up.
void leave(const GumboNode *node, HtmlWriter &writer)
{
    switch (roleOf(node->v.element)) {
    case Role::Block:
        writer.blockEdge();
        break;
    case Role::Cell:
        writer.gap();
        break;
    case Role::Bold:
        writer.closeBold();
        break;
    case Role::Italic:
        writer.closeItalic();
        break;
    case Role::Anchor:
        writer.closeAnchor();
        break;
    case Role::Bulleted:
    case Role::Numbered:
        writer.closeList();
        break;
    case Role::Item:
        writer.itemEdge();
        break;
    case Role::None:
    case Role::Hidden:
    case Role::Break:
        break;
    }
}

//! Calls `down` for each node in order, children only where it says true, and `up` for each of those when they are
//! through. Keeps the way itself, since a hostile text nests deeper than the stack is.
template<class Down, class Up>
void walk(const GumboNode *root, Down down, Up up)
{
    struct OpenNode {
        const GumboNode *node;
        unsigned next;
    };
    std::vector<OpenNode> way;
    if (down(root))
        way.push_back({root, 0});
    while (!way.empty()) {
        OpenNode &step = way.back();
        const GumboVector &children = step.node->v.element.children;
        if (step.next == children.length) {
            up(step.node);
            way.pop_back();
            continue;
        }
        const auto *child = static_cast<const GumboNode *>(children.data[step.next++]);
        if (down(child))
            way.push_back({child, 0});
    }
}

//! Whether the words of the tree stand in the order in which they were sent.
bool keepsOrder(const GumboNode *root)
{
    bool inOrder = true;
    unsigned last = 0;
    const auto look = [&](const GumboNode *node) {
        if (isElement(node))
            return !isMadeUp(node) && roleOf(node->v.element) != Role::Hidden;
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA) {
            inOrder = inOrder && node->v.text.start_pos.offset >= last;
            last = node->v.text.start_pos.offset;
        }
        return false;
    };
    walk(root, look, [](const GumboNode *) {});
    return inOrder;
}

//! Writes what a walk over `part` meets, and gives the result.
SafeHtml writtenHtml(const GumboNode *part)
{
    HtmlWriter writer;
    walk(
        part, [&](const GumboNode *node) { return enter(node, writer); },
        [&](const GumboNode *node) { leave(node, writer); });
    return writer.finish();
}

SafeHtml asItIs(const QString &text)
{
    HtmlWriter writer;
    writer.text(text);
    return writer.finish();
}

bool isHeading(GumboTag tag)
{
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

} // namespace

SafeHtml safeHtml(const QString &untrusted)
{
    // Without markup, as most titles are, there is nothing to parse.
    if (std::ranges::none_of(untrusted, [](QChar c) { return c == u'<' || c == u'&'; }))
        return asItIs(untrusted);
    const HtmlTree tree(untrusted);
    return tree.root() && keepsOrder(tree.root()) ? writtenHtml(tree.root()) : asItIs(untrusted);
}

QString safeTitle(const QString &untrusted)
{
    return safeHtml(untrusted).text.simplified();
}

QString htmlPageTitle(const QString &page)
{
    const HtmlTree tree(page);
    if (!tree.root())
        return {};
    const GumboNode *title = nullptr;
    const GumboNode *heading = nullptr;
    const auto look = [&](const GumboNode *node) {
        if (!isElement(node) || roleOf(node->v.element) == Role::Hidden)
            return false;
        const GumboTag tag = node->v.element.tag;
        if (!title && tag == GUMBO_TAG_TITLE && node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML)
            title = node;
        if (!heading && isHeading(tag))
            heading = node;
        return true;
    };
    walk(tree.root(), look, [](const GumboNode *) {});
    for (const GumboNode *part : {title, heading, tree.root()}) {
        if (QString text = part ? writtenHtml(part).text.simplified() : QString(); !text.isEmpty())
            return text;
    }
    return {};
}

} // namespace linterna
