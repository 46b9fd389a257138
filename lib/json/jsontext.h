// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QLatin1StringView>
#include <QStringList>

namespace linterna {

enum class JsonLayout { Indented, Compact };
//! An object in UTF-8, its names sorted: indented by four spaces, or in one line without any.
[[nodiscard]] QByteArray jsonBytes(const QJsonObject &object, JsonLayout layout = JsonLayout::Indented);

//! Appends JSON (RFC 8259) in UTF-8 to a buffer, without a line break or any other space. Any text comes back as it
//! was: what UTF-8 cannot carry (half a surrogate pair), NUL, and a byte order mark, which readers take away, are
//! written as \u escapes.
class JsonText
{
public:
    explicit JsonText(QByteArray &out) : m_out(out) {}

    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    //! Writes the key of the value that is written next.
    void key(QLatin1StringView name);
    void text(QStringView text);
    void bytes(const QByteArray &bytes); //!< As base64.
    void hex(const QByteArray &bytes);   //!< As hexadecimal digits, in lower case.
    void number(qint64 number);
    void truth(bool truth);
    void null();
    void texts(const QStringList &texts);

    void member(QLatin1StringView name, QStringView value) { key(name), text(value); }
    void member(QLatin1StringView name, int value) { key(name), number(value); }
    void hexMember(QLatin1StringView name, const QByteArray &value) { key(name), hex(value); }

private:
    void begin(char bracket);
    void end(char bracket);
    void separate();

    QByteArray &m_out;
    //! A value stands before in the same object or array, so that a comma is due.
    bool m_follows = false;
};

} // namespace linterna
