// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace linterna {

//! USCIS answers with form letters: thousands of cases get the same text with other dates and numbers in it. A text
//! that is taken apart into a form and its values is stored once for all of them, and searched once.
struct TextTemplate {
    //! The text with TextTemplate::Blank (UTF-8) for each value that was taken out.
    QByteArray form;
    //! The values that were taken out, in order, each followed by a line feed: whole words of ASCII letters and digits
    //! that are a number, the name of a month (in English or Spanish) or a receipt number. Empty: the form is the text.
    QByteArray values;

    bool operator==(const TextTemplate &) const = default;

    //! Marks the place of a value; a character for private use. A text that holds a character of that kind is not taken
    //! apart.
    static constexpr char16_t Blank = u'\uE01A';
    //! A longer text is not taken apart.
    static constexpr qsizetype LongestBytes = 65'536;
};

//! Takes a text apart. `text` is UTF-8, or any other bytes, which come back the same.
[[nodiscard]] TextTemplate readLetter(QByteArrayView text);
//! As readLetter(), for HTML: no value is taken out of tags and entities, so that the plain text of the form, filled
//! with the values, is the plain text of the whole.
[[nodiscard]] TextTemplate readHtmlLetter(QByteArrayView html);

//! The text that readLetter() or readHtmlLetter() took apart. Values that are missing leave their blank.
[[nodiscard]] QByteArray filledIn(const TextTemplate &letter);
[[nodiscard]] QByteArray filledIn(const QByteArray &form, const QByteArray &values);

//! The plain text of an HTML form (SafeHtml::text), made once for all letters of that form.
class PlainForm
{
public:
    explicit PlainForm(const QByteArray &form);
    //! The plain text between the blanks; one piece more than it has blanks. With a letter's values in between the
    //! pieces are safeHtml(filledIn(letter)).text.
    [[nodiscard]] const std::vector<QString> &pieces() const { return m_pieces; }
    //! Whether every value can be read in the plain text: markup that nobody sees may hold some.
    [[nodiscard]] bool showsAll() const { return m_showsAll; }
    //! For each piece but the last, the index of the value that stands behind it.
    [[nodiscard]] const std::vector<int> &valueAt() const { return m_valueAt; }

private:
    std::vector<QString> m_pieces;
    std::vector<int> m_valueAt;
    bool m_showsAll = true;
};

} // namespace linterna
