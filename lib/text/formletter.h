// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace linterna {

//! USCIS answers with form letters: thousands of cases get the same text with other dates and numbers in it. A text in
//! these two parts is kept once for all of them, and searched once.
struct FormLetter {
    //! The text with FormLetter::Blank (UTF-8) for each value that was taken out.
    QByteArray form;
    //! What stood there, in order, each followed by a line feed: whole words of ASCII letters and digits that are a
    //! number, the name of a month (in English or Spanish) or a receipt number. Nothing: the form is the text.
    QByteArray values;

    bool operator==(const FormLetter &) const = default;

    //! A character for private use. A text that holds one of those is left whole.
    static constexpr char16_t Blank = u'\uE01A';
    //! A longer text is left whole.
    static constexpr qsizetype LongestBytes = 65'536;
};

//! Takes a text apart. `text` is UTF-8, or any other bytes, which come back the same.
[[nodiscard]] FormLetter readLetter(QByteArrayView text);
//! The same for HTML: what stands in tags and entities is left where it is, so that the plain text of the form, filled
//! with the values, is the plain text of the whole.
[[nodiscard]] FormLetter readHtmlLetter(QByteArrayView html);

//! The text as it was. Values that are missing leave their blank.
[[nodiscard]] QByteArray filledIn(const FormLetter &letter);
[[nodiscard]] QByteArray filledIn(const QByteArray &form, const QByteArray &values);

//! The plain text of an HTML form (SafeHtml::text), made once for all letters of that form.
class PlainForm
{
public:
    explicit PlainForm(const QByteArray &form);
    //! Between the blanks; one more than there are blanks in the plain text. With a letter's values in between they are
    //! safeHtml(filledIn(letter)).text.
    [[nodiscard]] const std::vector<QString> &pieces() const { return m_pieces; }
    //! Whether every value is to be read in it: markup that nobody sees may hold some.
    [[nodiscard]] bool showsAll() const { return m_showsAll; }
    //! Which value stands behind each piece but the last.
    [[nodiscard]] const std::vector<int> &valueAt() const { return m_valueAt; }

private:
    std::vector<QString> m_pieces;
    std::vector<int> m_valueAt;
    bool m_showsAll = true;
};

} // namespace linterna
