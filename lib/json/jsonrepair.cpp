// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsonrepair.h"

#include "lib/json/jsonview.h"
#include "lib/text/characters.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! One opening tag as it stands inside a JSON string, its values in raw, escaped or single quotation marks or in none.
//! What is not surely one is none, so that a mere "<" in a sentence leads nowhere. No step is ever taken back.
const QRegularExpression &openingTag()
{
    static const QRegularExpression tag(
        uR"(<[a-z][-a-z0-9_:.]*+(?:(?<space>\x20|\\[tnr])(?&space)*+[a-z_][-a-z0-9_:.]*+(?:(?&space)*+=(?&space)*+)"
        uR"((?:"(?:[^"\\]|\\[^"])*+"|\\"(?:[^"\\]|\\[^"])*+\\"|'(?:[^'\\]|\\.)*+'|[^"'<>`\\ ]++))?+)*+)"
        uR"((?&space)*+(?:\\?/)?+>)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return tag;
}

//! The opening tag at the start of the text; empty where none stands there.
QByteArrayView tagAt(QByteArrayView text)
{
    const auto ends = [](char c) { return c == '<' || static_cast<unsigned char>(c) < 0x20; };
    const auto end = std::find_if(text.begin() + 1, text.end(), ends);
    const auto match =
        openingTag().match(QString::fromLatin1(text.first(end - text.begin())), 0, QRegularExpression::NormalMatch,
                           QRegularExpression::AnchorAtOffsetMatchOption);
    return text.first(match.capturedLength());
}

//! Goes through a reply string by string and escapes what stands raw in the tags of values.
class Mender
{
public:
    explicit Mender(const QByteArray &body) : m_body(body) { m_mended.json.reserve(body.size() + 64); }

    std::optional<MendedJson> mended()
    {
        for (m_at = 0; m_at < m_body.size();) {
            if (!m_inValue || m_body[m_at] != '<' || !mendTag())
                copyCharacter();
        }
        return m_mended.fields.empty() ? std::nullopt : std::optional(std::move(m_mended));
    }

private:
    bool mendTag()
    {
        const QByteArrayView tag = tagAt(QByteArrayView(m_body).sliced(m_at));
        const qsizetype end = m_at + tag.size();
        int quotes = 0;
        while (m_at < end) {
            if (m_body[m_at] == '"') {
                m_mended.json += '\\';
                ++quotes;
            }
            copyUntil(m_at + (m_body[m_at] == '\\' ? 2 : 1));
        }
        if (quotes > 0)
            count(quotes);
        return !tag.isEmpty();
    }
    void copyCharacter()
    {
        const char c = m_body[m_at];
        if (m_inString && c == '\\' && m_at + 1 < m_body.size()) {
            copyUntil(m_at + 2);
            return;
        }
        // Where a value begins, the string before it was its key.
        if (c == '"' && m_inString)
            m_key = QByteArrayView(m_body).sliced(m_stringStart, m_at - m_stringStart);
        copyUntil(m_at + 1);
        if (c == '"') {
            m_inString = !m_inString;
            m_inValue = m_inString && m_lastOutside == ':';
            m_stringStart = m_at;
        }
        if (!m_inString && c != ' ' && c != '\t' && c != '\n' && c != '\r')
            m_lastOutside = c;
    }
    void copyUntil(qsizetype end)
    {
        m_mended.json += QByteArrayView(m_body).sliced(m_at, end - m_at);
        m_at = end;
    }
    void count(int quotes)
    {
        constexpr std::size_t mostNames = 20;
        constexpr qsizetype longestName = 64;
        QString name = wellFormed(QString::fromUtf8(m_key.first(std::min(longestName, m_key.size()))));
        std::vector<MendedField> &fields = m_mended.fields;
        auto known = std::ranges::find(fields, name, &MendedField::name);
        if (known == fields.end() && fields.size() >= mostNames) {
            name.clear();
            known = std::ranges::find(fields, name, &MendedField::name);
        }
        if (known == fields.end())
            fields.push_back({name, quotes});
        else
            known->quotes += quotes;
    }

    const QByteArray &m_body;
    MendedJson m_mended;
    qsizetype m_at = 0;
    qsizetype m_stringStart = 0;
    QByteArrayView m_key;
    char m_lastOutside = '\0';
    bool m_inString = false;
    bool m_inValue = false;
};

} // namespace

std::optional<MendedJson> repairedJson(const QByteArray &body)
{
    return isStrictJson(body) ? std::nullopt : Mender(body).mended();
}

} // namespace linterna
