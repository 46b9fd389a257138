// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tables/csvtext.h"

#include <QChar>

#include <array>
#include <utility>

namespace linterna {

namespace {

constexpr qsizetype blockSize = qsizetype{64} * 1024;
constexpr QByteArrayView utf8Mark("\xEF\xBB\xBF");
constexpr QByteArrayView littleEndianMark("\xFF\xFE");
constexpr QByteArrayView bigEndianMark("\xFE\xFF");

//! The characters of Windows-1252 from 0x80 to 0x9F; 0 where it has none. From 0xA0 on it is Latin-1.
constexpr std::array<char16_t, 32> windows1252Only{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct LeadByte {
    int length;
    char32_t bits;
    //! The smallest character of a sequence of this length: a smaller one is written with fewer bytes.
    char32_t least;
};

LeadByte leadByte(uchar byte)
{
    if (byte >= 0xC2 && byte <= 0xDF)
        return {2, byte & 0x1FU, 0x80};
    if (byte >= 0xE0 && byte <= 0xEF)
        return {3, byte & 0x0FU, 0x800};
    if (byte >= 0xF0 && byte <= 0xF4)
        return {4, byte & 0x07U, 0x10000};
    return {};
}

} // namespace

CsvText::CsvText(QIODevice &device, std::optional<CsvEncoding> encoding)
    : m_device(device), m_encoding(encoding.value_or(CsvEncoding::Utf8)), m_isGuess(!encoding)
{}

char32_t CsvText::next()
{
    if (m_stopped)
        return *m_stopped;
    char32_t character = nextCharacter();
    // Half a character before a failure is no bad character.
    if (character == Undecodable && m_failed)
        character = ReadFailed;
    if (character >= ReadFailed)
        m_stopped = character;
    return character;
}

char32_t CsvText::nextCharacter()
{
    if (!std::exchange(m_begun, true))
        readMark();
    if (!have(1))
        return m_failed ? ReadFailed : End;
    switch (m_encoding) {
    case CsvEncoding::Utf8:
        return utf8();
    case CsvEncoding::Utf16:
        return utf16();
    case CsvEncoding::Windows1252:
        return windows1252();
    }
    Q_UNREACHABLE();
}

//! Reads ahead as far as needed; whether that many bytes lie ahead.
bool CsvText::have(qsizetype bytes)
{
    while (m_bytes.size() - m_at < bytes) {
        QByteArray block(blockSize, Qt::Uninitialized);
        const qint64 count = m_device.read(block.data(), block.size());
        m_failed = m_failed || count < 0;
        if (count <= 0)
            return false;
        m_bytes = m_bytes.sliced(m_at) + block.first(count);
        m_at = 0;
    }
    return true;
}

void CsvText::readMark()
{
    have(utf8Mark.size());
    const auto take = [&](QByteArrayView mark, CsvEncoding encoding) {
        if (!m_bytes.startsWith(mark))
            return false;
        m_at = mark.size();
        m_encoding = encoding;
        m_isGuess = false;
        return true;
    };
    if (take(utf8Mark, CsvEncoding::Utf8) || take(littleEndianMark, CsvEncoding::Utf16))
        return;
    m_bigEndian = take(bigEndianMark, CsvEncoding::Utf16);
}

//! The character of more than one byte that begins here.
CsvText::Sequence CsvText::utf8Sequence()
{
    const LeadByte lead = leadByte(byte(0));
    if (lead.length == 0 || !have(lead.length))
        return {};
    char32_t character = lead.bits;
    for (int i = 1; i < lead.length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80)
            return {};
        character = (character << 6) | (byte(i) & 0x3FU);
    }
    if (character < lead.least || character > QChar::LastValidCodePoint || QChar::isSurrogate(character))
        return {};
    return {character, lead.length};
}

char32_t CsvText::utf8()
{
    if (const uchar first = byte(0); first < 0x80) {
        ++m_at;
        return first;
    }
    const Sequence sequence = utf8Sequence();
    if (sequence.length > 0) {
        m_onlyAscii = false;
        m_at += sequence.length;
        return sequence.character;
    }
    if (!m_isGuess || !m_onlyAscii)
        return Undecodable;
    m_encoding = CsvEncoding::Windows1252;
    return windows1252();
}

char32_t CsvText::windows1252()
{
    const uchar first = byte(0);
    // High bytes that are UTF-8 after all make a guess doubtful, but never an encoding that the caller named.
    if (first >= 0x80 && m_isGuess && utf8Sequence().length > 0)
        return Undecodable;
    ++m_at;
    if (first < 0x80 || first > 0x9F)
        return first;
    const char16_t character = windows1252Only[first - 0x80U];
    return character == 0 ? char32_t(Undecodable) : character;
}

char16_t CsvText::unit(qsizetype ahead) const
{
    const uchar first = byte(ahead);
    const uchar second = byte(ahead + 1);
    return static_cast<char16_t>(m_bigEndian ? (first << 8) | second : (second << 8) | first);
}

char32_t CsvText::utf16()
{
    if (!have(2))
        return Undecodable;
    const char16_t first = unit(0);
    if (!QChar::isSurrogate(first)) {
        m_at += 2;
        return first;
    }
    if (!QChar::isHighSurrogate(first) || !have(4) || !QChar::isLowSurrogate(unit(2)))
        return Undecodable;
    const char32_t character = QChar::surrogateToUcs4(first, unit(2));
    m_at += 4;
    return character;
}

} // namespace linterna
