// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <optional>

namespace linterna {

enum class CsvEncoding { Utf8, Utf16, Windows1252 };

//! Reads a file of characters one after the other, holding 64 kB of it. How the characters are written:
//! - a byte order mark decides: UTF-8 or UTF-16 of either byte order;
//! - without one, what the caller says;
//! - else it is UTF-8 until a byte that is none. If everything before was ASCII, the file is Windows-1252 from there on
//!   (spreadsheets call it ANSI), as long as no two high bytes together are UTF-8. Where that clash occurs nobody can
//!   tell which of the two was meant, and nothing is guessed: the text is undecodable.
//! UTF-16 without a byte order mark is not recognized: its NULs stand in the text.
class CsvText
{
public:
    //! Values that next() gives besides characters.
    enum Special : char32_t {
        End = 0xFFFF'FFFF,
        Undecodable = 0xFFFF'FFFE,
        ReadFailed = 0xFFFF'FFFD,
    };

    //! `device` is open for reading, and blocks rather than give less than there is: a file, a buffer.
    explicit CsvText(QIODevice &device, std::optional<CsvEncoding> encoding = {});

    //! The next code point, or a Special, which then comes again and again.
    [[nodiscard]] char32_t next();
    //! The encoding, as far as it is known by now.
    [[nodiscard]] CsvEncoding encoding() const { return m_encoding; }

private:
    struct Sequence {
        char32_t character = Undecodable;
        int length = 0;
    };
    bool have(qsizetype bytes);
    void readMark();
    char32_t nextCharacter();
    char32_t utf8();
    char32_t utf16();
    char32_t windows1252();
    Sequence utf8Sequence();
    [[nodiscard]] uchar byte(qsizetype ahead) const { return static_cast<uchar>(m_bytes[m_at + ahead]); }
    [[nodiscard]] char16_t unit(qsizetype ahead) const;

    QIODevice &m_device;
    QByteArray m_bytes;
    qsizetype m_at = 0;
    CsvEncoding m_encoding;
    //! Whether m_encoding is a guess, which later bytes may disprove.
    bool m_isGuess;
    bool m_begun = false;
    bool m_failed = false;
    bool m_bigEndian = false;
    bool m_onlyAscii = true;
    std::optional<char32_t> m_stopped;
};

} // namespace linterna
