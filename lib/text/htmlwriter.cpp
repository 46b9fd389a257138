// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/htmlwriter.h"

#include "lib/text/characters.h"
#include "lib/text/linkpolicy.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t deepestList = 6;
constexpr int mostBreaks = 2;
constexpr qsizetype mostRefusedHosts = 10;
constexpr QChar noBreakSpace(QChar::Nbsp);

//! White space that HTML collapses, and the two separators that a text document would break the line at.
bool isCollapsible(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\f' || c == u'\r' || c == QChar::LineSeparator
        || c == QChar::ParagraphSeparator;
}

} // namespace

void HtmlWriter::text(const QString &text)
{
    const QString shown = showable(text);
    QString words;
    words.reserve(shown.size());
    for (const QChar c : shown) {
        if (isCollapsible(c)) {
            m_space = true;
            continue;
        }
        if (words.isEmpty())
            beginWords();
        else if (m_space)
            words += u' ';
        m_space = false;
        words += c;
    }
    if (!words.isEmpty())
        write(words.toHtmlEscaped(), QString(words).replace(noBreakSpace, u' '));
}

void HtmlWriter::lineBreak()
{
    if (m_blockOpen)
        m_breaks = std::min(m_breaks + 1, mostBreaks);
    m_space = false;
}

void HtmlWriter::blockEdge()
{
    if (!m_blockOpen)
        return;
    if (m_lists.empty())
        closeBlock();
    else
        m_breaks = std::max(m_breaks, 1);
    m_space = false;
}

void HtmlWriter::openList(bool ordered)
{
    closeBlock();
    if (m_lists.size() == deepestList)
        ++m_listsTooDeep;
    else
        m_lists.push_back({ordered, ++m_ids, ++m_ids});
}

void HtmlWriter::closeList()
{
    closeBlock();
    if (m_listsTooDeep > 0)
        --m_listsTooDeep;
    else
        m_lists.pop_back();
}

void HtmlWriter::itemEdge()
{
    closeBlock();
    if (!m_lists.empty())
        m_lists.back().item = ++m_ids;
}

void HtmlWriter::openAnchor(const std::optional<QString> &href)
{
    Anchor anchor;
    if (const auto url = allowedLink(href.value_or(QString()))) {
        anchor.id = ++m_ids;
        anchor.url = *url;
    } else if (const QString host = href ? linkHost(*href) : QString();
               !host.isEmpty() && m_out.refusedHosts.size() < mostRefusedHosts && !m_out.refusedHosts.contains(host)) {
        m_out.refusedHosts += host;
    }
    m_anchors.push_back(anchor);
    m_style.anchor = anchor.id;
}

void HtmlWriter::closeAnchor()
{
    m_anchors.pop_back();
    m_style.anchor = m_anchors.empty() ? 0 : m_anchors.back().id;
}

void HtmlWriter::beginWords()
{
    if (!m_blockOpen)
        openBlock();
    const bool styleChanges = !m_style.looksLike(m_openStyle);
    if (styleChanges)
        closeStyle(m_style.anchor == m_openStyle.anchor);
    if (m_breaks > 0)
        writeBreaks();
    else if (m_space)
        write(u" "_s, u" ");
    if (styleChanges)
        openStyle();
}

void HtmlWriter::writeBreaks()
{
    for (; m_breaks > 0; --m_breaks) {
        m_out.html += "<br>"_L1;
        m_out.text += u'\n';
    }
    if (QString *link = openLinkText())
        *link += u' ';
}

void HtmlWriter::write(const QString &html, QStringView plain)
{
    m_out.html += html;
    m_out.text += plain;
    if (QString *link = openLinkText())
        *link += plain;
}

QString *HtmlWriter::openLinkText()
{
    const bool collected = m_openStyle.anchor != 0 && m_anchors.back().link;
    return collected ? &m_out.links[*m_anchors.back().link].text : nullptr;
}

void HtmlWriter::openBlock()
{
    const bool goesOn =
        !m_lists.empty() && m_openLists.size() == m_lists.size() && m_openLists.back().item == m_lists.back().item;
    openLists();
    if (m_lists.empty())
        m_out.html += "<p>"_L1;
    else if (goesOn)
        m_out.html += "<br>"_L1;
    if (!m_out.text.isEmpty())
        m_out.text += u'\n';
    m_blockOpen = true;
    m_space = false;
    m_breaks = 0;
}

void HtmlWriter::closeBlock()
{
    if (m_blockOpen) {
        closeStyle(false);
        if (m_openLists.empty())
            m_out.html += "</p>"_L1;
    }
    m_blockOpen = false;
    m_space = false;
    m_breaks = 0;
}

void HtmlWriter::openLists()
{
    const auto [mine, theirs] = std::ranges::mismatch(m_openLists, m_lists, {}, &List::id, &List::id);
    const auto shared = static_cast<std::size_t>(mine - m_openLists.begin());
    closeLists(shared);
    // The innermost list that stays open goes on with a new item, unless its item goes on after a list inside it.
    if (shared > 0 && m_openLists.back().item != m_lists[shared - 1].item) {
        m_out.html += "</li><li>"_L1;
        m_openLists.back().item = m_lists[shared - 1].item;
    }
    for (std::size_t i = shared; i < m_lists.size(); ++i) {
        m_out.html += m_lists[i].ordered ? "<ol><li>"_L1 : "<ul><li>"_L1;
        m_openLists.push_back(m_lists[i]);
    }
}

void HtmlWriter::closeLists(std::size_t keep)
{
    while (m_openLists.size() > keep) {
        m_out.html += m_openLists.back().ordered ? "</li></ol>"_L1 : "</li></ul>"_L1;
        m_openLists.pop_back();
    }
}

void HtmlWriter::openStyle()
{
    if (m_style.anchor != m_openStyle.anchor) {
        m_out.html += "<a href=\""_L1 + m_anchors.back().url.toString(QUrl::FullyEncoded).toHtmlEscaped() + "\">"_L1;
        collectLink(m_anchors.back());
    }
    m_openStyle = m_style;
    if (m_style.bold > 0)
        m_out.html += "<b>"_L1;
    if (m_style.italic > 0)
        m_out.html += "<i>"_L1;
}

void HtmlWriter::collectLink(Anchor &anchor)
{
    if (anchor.link) {
        m_out.links[*anchor.link].text += u' ';
    } else if (std::ranges::find(m_out.links, anchor.url, &SafeHtml::Link::url) == m_out.links.end()) {
        anchor.link = m_out.links.size();
        m_out.links.push_back({{}, anchor.url});
    }
}

void HtmlWriter::closeStyle(bool keepAnchor)
{
    if (m_openStyle.italic > 0)
        m_out.html += "</i>"_L1;
    if (m_openStyle.bold > 0)
        m_out.html += "</b>"_L1;
    if (m_openStyle.anchor != 0 && !keepAnchor)
        m_out.html += "</a>"_L1;
    m_openStyle = {.anchor = keepAnchor ? m_openStyle.anchor : 0};
}

SafeHtml HtmlWriter::finish()
{
    closeBlock();
    closeLists(0);
    return std::move(m_out);
}

} // namespace linterna
