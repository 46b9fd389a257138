// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/secretmask.h"

#include "lib/net/canonicaltext.h"
#include "lib/net/tokenmembers.h"

#include <QByteArrayList>

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

using MaskedPlace = CanonicalText::Place;

//! Lengths in bytes of canonical text (lib/net/canonicaltext.h).
constexpr qsizetype shortestSpelling = 6;
constexpr qsizetype startLength = 4;
constexpr qsizetype shortestBase64 = 16;
//! The shortest line of Base64 that goes on in the next line; the last line may be shorter.
constexpr qsizetype shortestLine = 12;
//! How often Base64 inside Base64 is looked into.
constexpr int deepestBase64 = 3;

bool isBase64Digit(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
}

//! The Base64 digits that `secret` has behind `before` other bytes, without the digits at both ends that depend on its
//! neighbours.
QByteArray base64Core(const QByteArray &secret, int before)
{
    QByteArray bytes(before + secret.size(), '\0'); // a buffer of its own, to be wiped
    std::copy(secret.begin(), secret.end(), bytes.begin() + before);
    QByteArray digits = bytes.toBase64(QByteArray::OmitTrailingEquals);
    const qsizetype whole = bytes.size() * 8 / 6;
    wipe(bytes);
    return digits.first(whole).sliced(before == 0 ? 0 : before + 1);
}

//! Whether the bytes hold six printable characters in a row: what is no Base64 and was decoded by mistake rarely does.
bool holdsText(QByteArrayView bytes)
{
    constexpr int enough = 6;
    int inARow = 0;
    for (const char c : bytes) {
        inARow = c >= 0x20 && c < 0x7F ? inARow + 1 : 0;
        if (inARow == enough)
            return true;
    }
    return false;
}

//! The place widened by the Base64 digits around it: those at its ends belong to the secret too.
MaskedPlace withNeighbours(const CanonicalText &text, std::size_t first, std::size_t last)
{
    constexpr int most = 3;
    for (int i = 0; i < most && first > 0 && !text.behindSpace[first] && isBase64Digit(text.text[qsizetype(first) - 1]);
         ++i)
        --first;
    for (int i = 0; i < most && last + 1 < text.from.size() && !text.behindSpace[last + 1]
         && isBase64Digit(text.text[qsizetype(last) + 1]);
         ++i)
        ++last;
    return {text.from[first].begin, text.from[last].end};
}

QByteArray replaced(const QByteArray &text, std::vector<MaskedPlace> places)
{
    std::ranges::sort(places, {}, &MaskedPlace::begin);
    QByteArray out;
    qsizetype at = 0;
    for (const MaskedPlace &place : places) {
        if (place.begin >= at)
            out += text.mid(at, place.begin - at) + secretDots();
        at = std::max(at, place.end);
    }
    return out + text.mid(at);
}

} // namespace

struct SecretMask::Found {
    std::vector<MaskedPlace> places = {};
    //! A secret was found that has no place of its own.
    bool anywhere = false;
    [[nodiscard]] bool any() const { return anywhere || !places.empty(); }
};

QByteArray secretDots()
{
    return QByteArrayLiteral("••••••");
}

bool isKeyName(QByteArrayView name)
{
    static const QByteArrayList words{"key"_ba,     "token"_ba,   "secret"_ba,    "passw"_ba,
                                      "pwd"_ba,     "auth"_ba,    "signature"_ba, "assertion"_ba,
                                      "credent"_ba, "session"_ba, "cookie"_ba,    "jwt"_ba};
    const QByteArray lower = name.toByteArray().toLower();
    // Names that look secret and are not: who asked, how, and where to sign in.
    if (lower == "www-authenticate" || lower == "proxy-authenticate" || lower == "cache-key")
        return false;
    return std::ranges::any_of(words, [&](const QByteArray &word) { return lower.contains(word); });
}

SecretMask::SecretMask()
{
    randombytes_buf(m_key.data(), m_key.size());
    randombytes_buf(&m_factor, sizeof m_factor);
    m_factor |= 1;
}

quint32 SecretMask::startHash(const char *bytes) const
{
    quint32 start;
    std::memcpy(&start, bytes, sizeof start);
    return quint32(((start + 1) * m_factor) >> 32);
}

SecretMask::Hash SecretMask::hashOf(QByteArrayView bytes) const
{
    Hash hash;
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char *>(bytes.data()),
                       static_cast<unsigned long long>(bytes.size()), m_key.data(), m_key.size());
    return hash;
}

void SecretMask::addSpelling(const QByteArray &canonical, bool isBase64)
{
    if (canonical.size() < shortestSpelling)
        return;
    const Spelling spelling{startHash(canonical.constData()), canonical.size(), hashOf(canonical), isBase64};
    const bool known = std::ranges::any_of(m_spellings, [&](const Spelling &each) {
        return each.length == spelling.length && each.hash == spelling.hash;
    });
    if (known)
        return;
    m_spellings.push_back(spelling);
    m_starts.set(spelling.start >> 20);
}

void SecretMask::add(const Secret &secret)
{
    QByteArray plain = secret.view().toByteArray();
    QByteArray canonical = canonicalText(plain).text;
    if (canonical.size() >= shortestSpelling) {
        addSpelling(canonical, false);
        QByteArray form = plain;
        form.replace(' ', '+');
        QByteArray encoded = plain.toPercentEncoding();
        addSpelling(canonicalText(form).text, false);
        for (const QByteArray &bytes : {plain, encoded}) {
            for (int before = 0; before < 3; ++before)
                addSpelling(canonicalText(base64Core(bytes, before)).text, true);
        }
        addSpelling(plain.toHex(), false);
        addSpelling(plain.toHex().toUpper(), false);
        wipe(form);
        wipe(encoded);
    }
    wipe(canonical);
    wipe(plain);
}

void SecretMask::searchSpellings(const CanonicalText &text, Found &found) const
{
    const char *bytes = text.text.constData();
    const qsizetype last = m_spellings.empty() ? -1 : text.text.size() - startLength;
    for (qsizetype i = 0; i <= last; ++i) {
        const quint32 start = startHash(bytes + i);
        if (!m_starts.test(start >> 20))
            continue;
        for (const Spelling &spelling : m_spellings) {
            if (spelling.start != start || spelling.length > text.text.size() - i
                || hashOf(QByteArrayView(bytes + i, spelling.length)) != spelling.hash)
                continue;
            const auto first = std::size_t(i);
            const std::size_t end = first + std::size_t(spelling.length) - 1;
            found.places.push_back(spelling.isBase64 ? withNeighbours(text, first, end)
                                                     : MaskedPlace{text.from[first].begin, text.from[end].end});
        }
    }
}

//! Whether these digits are Base64 of a text in which the secret is spelled in yet another way.
bool SecretMask::isBase64OfSecret(QByteArrayView digits, int depth) const
{
    // Digits before the Base64 may look like part of it, as in a path: up to four are skipped.
    for (qsizetype skipped = 0; skipped < 4 && digits.size() - skipped >= shortestBase64; ++skipped) {
        const QByteArray inside = QByteArray::fromBase64(digits.sliced(skipped).toByteArray());
        if (holdsText(inside) && search(inside, depth + 1).any())
            return true;
    }
    return false;
}

//! Searches Base64 word by word and, because a line break ends a word but not Base64, also across the ends of words
//! that are long enough to be lines.
void SecretMask::searchBase64(const CanonicalText &text, int depth, Found &found) const
{
    const QByteArrayView bytes = text.text;
    qsizetype linesTried = 0; // lines that end before it were tried together already
    for (qsizetype begin = 0, end = 0; begin < bytes.size(); begin = std::max(end, begin + 1)) {
        const auto endOfWord = [&](qsizetype from) {
            qsizetype at = from;
            while (at < bytes.size() && isBase64Digit(bytes[at]) && (at == from || !text.behindSpace[std::size_t(at)]))
                ++at;
            return at;
        };
        end = endOfWord(begin);
        qsizetype endOfLines = end;
        for (qsizetype line = begin;
             begin >= linesTried && endOfLines - line >= shortestLine && endOfLines < bytes.size();) {
            line = endOfLines;
            endOfLines = endOfWord(line);
        }
        if (endOfLines - begin < shortestBase64)
            continue;
        if (!isBase64OfSecret(bytes.sliced(begin, end - begin), depth)) {
            linesTried = std::max(linesTried, endOfLines);
            if (endOfLines == end || !isBase64OfSecret(bytes.sliced(begin, endOfLines - begin), depth))
                continue;
            end = endOfLines;
        }
        found.places.push_back({text.from[std::size_t(begin)].begin, text.from[std::size_t(end) - 1].end});
    }
}

void SecretMask::searchReading(const CanonicalText &text, int depth, Found &found) const
{
    searchSpellings(text, found);
    if (depth < deepestBase64)
        searchBase64(text, depth, found);
    const TokenMembers members = tokenMembersIn(text);
    found.places.insert(found.places.end(), members.values.begin(), members.values.end());
    found.anywhere = found.anywhere || members.hasOtherValue;
}

SecretMask::Found SecretMask::search(QByteArrayView text, int depth) const
{
    Found found;
    const CanonicalText usual = canonicalText(text);
    searchReading(usual, depth, found);
    const bool hasTags = usual.text.contains('<');
    if (hasTags) // finds words that a tag divides; text inside of a tag is in `usual`
        searchSpellings(canonicalText(text, {.withoutTags = true}), found);
    if (usual.text.contains("&#"))
        searchReading(canonicalText(text, {.withoutTags = hasTags, .openEntities = true}), depth, found);
    return found;
}

SecretMask::Masked SecretMask::masked(const QByteArray &text) const
{
    Found found = search(text, 0);
    if (!found.any())
        return {text, false};
    if (found.anywhere)
        return {secretDots(), true};
    QByteArray without = replaced(text, std::move(found.places));
    return {search(without, 0).any() ? secretDots() : without, true};
}

QString SecretMask::masked(const QString &text) const
{
    const Masked result = masked(text.toUtf8());
    return result.found ? QString::fromUtf8(result.text) : text;
}

} // namespace linterna
