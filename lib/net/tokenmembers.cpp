// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/tokenmembers.h"

#include <algorithm>
#include <array>
#include <optional>

namespace linterna {

namespace {

struct SecretName {
    QByteArrayView first; //!< in lower case
    QByteArrayView second;
};

constexpr std::array secretNames{SecretName{"access", "token"}, SecretName{"refresh", "token"},
                                 SecretName{"id", "token"}, SecretName{"client", "secret"}};

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isDigitByte(char c)
{
    return c >= '0' && c <= '9';
}

bool isQuote(char c)
{
    return c == '"' || c == '\'';
}

//! Reads the value of a member, from where its name ends.
class MemberReader
{
public:
    MemberReader(const CanonicalText &text, TokenMembers &members)
        : m_text(text), m_bytes(text.text), m_members(members)
    {}

    void read()
    {
        for (const SecretName &name : secretNames)
            readAll(name);
    }

private:
    struct Span {
        qsizetype begin;
        qsizetype end;
    };

    [[nodiscard]] char at(qsizetype i) const { return i >= 0 && i < m_bytes.size() ? m_bytes[i] : '\0'; }
    [[nodiscard]] bool isBehindSpace(qsizetype i) const { return m_text.behindSpace[std::size_t(i)]; }
    [[nodiscard]] bool isWordAt(qsizetype i, QByteArrayView word) const
    {
        return i >= 0 && i + word.size() <= m_bytes.size()
            && std::equal(word.begin(), word.end(), m_bytes.begin() + i,
                          [](char lower, char c) { return lower == c || (isLetter(c) && lower == (c | 0x20)); });
    }
    void readAll(const SecretName &name)
    {
        for (qsizetype i = 0; i + name.first.size() + name.second.size() <= m_bytes.size(); ++i) {
            if (!isWordAt(i, name.first))
                continue;
            qsizetype next = i + name.first.size();
            if (at(next) == '/' || at(next) == '+') // '_' or '-' in the source
                ++next;
            const bool isPartOfWord = i > 0 && (isLetter(at(i - 1)) || isDigitByte(at(i - 1))) && !isBehindSpace(i)
                && !(at(i) >= 'A' && at(i) <= 'Z'); // as in oauthAccessToken
            if (isWordAt(next, name.second) && !isPartOfWord && !isInClosingTag(i))
                readBehind(next + name.second.size(), name.first == "client");
        }
    }
    [[nodiscard]] bool isInClosingTag(qsizetype i) const
    {
        const QByteArrayView before = m_bytes.sliced(std::max<qsizetype>(0, i - 40), std::min<qsizetype>(40, i));
        const qsizetype open = before.lastIndexOf('<');
        return open >= 0 && before.sliced(open).startsWith("</") && !before.sliced(open).contains('>');
    }
    void readBehind(qsizetype i, bool isClientSecret)
    {
        const bool quoted = isQuote(at(i));
        i += quoted;
        const bool colon = at(i) == ':';
        if (quoted && isWordAt(i, "value="))
            i += 6;
        else if (quoted && (isWordAt(i, ",\"value\":") || isWordAt(i, ",'value':")))
            i += 9;
        else if (colon || at(i) == '=')
            i += at(i + 1) == '>' ? 2 : 1;
        else if (at(i) == '>')
            ++i;
        else
            return;
        readValue(i, colon && !quoted, isClientSecret);
    }
    //! `inSentence`: the name may stand in a sentence, followed by a colon, and be no member.
    void readValue(qsizetype begin, bool inSentence, bool isClientSecret)
    {
        if (at(begin) == '{' || at(begin) == '[') {
            m_members.hasOtherValue = m_members.hasOtherValue || (at(begin + 1) != '}' && at(begin + 1) != ']');
            return;
        }
        const bool quoted = isQuote(at(begin));
        const Span value = quoted ? quotedValue(begin + 1, at(begin)) : bareValue(begin);
        const QByteArrayView bytes = m_bytes.sliced(value.begin, value.end - value.begin);
        constexpr qsizetype shortestInSentence = 12;
        const bool isWords = std::ranges::all_of(bytes, [](char c) { return isLetter(c) || c == '+' || c == '/'; });
        if (bytes.isEmpty() || bytes.startsWith("\xE2\x80\xA2") // masked: "•"
            || (!quoted && (bytes == "null" || bytes == "true" || bytes == "false"))
            || (inSentence && !quoted && (bytes.size() < shortestInSentence || isWords))
            || (isClientSecret && isWords && bytes.size() < 2 * shortestInSentence))
            return;
        m_members.values.push_back(
            {m_text.from[std::size_t(value.begin)].begin, m_text.from[std::size_t(value.end) - 1].end});
    }
    [[nodiscard]] Span quotedValue(qsizetype begin, char quote) const
    {
        // A quotation mark that is deeper in escapes than the first belongs to the value.
        const int depth = m_text.depth[std::size_t(begin) - 1];
        qsizetype end = begin;
        while (end < m_bytes.size() && (m_bytes[end] != quote || m_text.depth[std::size_t(end)] > depth))
            ++end;
        return {begin, end};
    }
    [[nodiscard]] Span bareValue(qsizetype begin) const
    {
        constexpr QByteArrayView ends("\"'&,;{}[]()<>");
        qsizetype end = begin;
        while (end < m_bytes.size() && !ends.contains(m_bytes[end]) && (end == begin || !isBehindSpace(end)))
            ++end;
        return {begin, end};
    }

    const CanonicalText &m_text;
    const QByteArrayView m_bytes;
    TokenMembers &m_members;
};

} // namespace

TokenMembers tokenMembersIn(const CanonicalText &text)
{
    TokenMembers members;
    MemberReader(text, members).read();
    return members;
}

} // namespace linterna
