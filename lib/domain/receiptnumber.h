// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>
#include <variant>

namespace linterna {

//! A receipt number in the form that the Torch API takes: three letters and ten digits, of which the first may be an
//! asterisk (Torch specification, patterns [a-zA-Z]{3}[0-9]{10} and [a-zA-Z]{3}\*[0-9]{9}). Always upper case.
//! There is no other way to make one than through the checks below, so what holds one may put it in a URL path.
class ReceiptNumber
{
public:
    //! Why a text is no receipt number. Words for each stand in ui/words/errortext.
    enum class Problem {
        Empty,        //!< The text is empty.
        BadPrefix,    //!< Does not begin with three letters.
        BadCharacter, //!< A character that belongs in no receipt number; Refusal::character is it.
        TooShort,     //!< Fewer than 13 characters so far; Refusal::length says how many.
        TooLong,      //!< More than 13.
        Telephone,    //!< Looks like a telephone number after a word. Only from readReceipt(), as is NotFound.
        NotFound,     //!< A text of several words, and no receipt number among them.
        Unclear,      //!< Nearly one, in a text: its characters may be right, but not how they stand there.
    };
    struct Refusal {
        Problem problem = Problem::Empty;
        //! Characters counted after cleaning.
        qsizetype length = 0;
        //! The offending character, for BadCharacter and BadPrefix.
        QString character = {};
    };

    //! Reads one receipt number without any doubt: spaces, hyphens, dots, invisible direction and zero-width marks are
    //! taken out, full-width letters and digits made plain, lower case raised. Anything else is refused. What people
    //! type goes through readReceipt(), which understands more and says what it understood.
    [[nodiscard]] static std::variant<ReceiptNumber, Refusal> parse(QStringView text);
    //! parse(), where the reason does not matter; empty where `text` is no receipt number.
    [[nodiscard]] static std::optional<ReceiptNumber> fromText(QStringView text);

    //! "EAC9999103402".
    [[nodiscard]] const QString &toString() const { return m_text; }
    //! "EAC••••••3402", for logs and screens that others see.
    [[nodiscard]] QString masked() const;
    //! "EAC".
    [[nodiscard]] QString prefix() const { return m_text.left(3); }

    bool operator==(const ReceiptNumber &) const = default;
    bool operator<(const ReceiptNumber &other) const { return m_text < other.m_text; }

    static constexpr qsizetype Length = 13;

private:
    explicit ReceiptNumber(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

inline size_t qHash(const ReceiptNumber &receipt, size_t seed = 0)
{
    return ::qHash(receipt.toString(), seed);
}

} // namespace linterna
