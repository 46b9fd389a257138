// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/namedvalues.h"
#include "lib/json/jsonview.h"

#include <QDateTime>
#include <QStringList>

#include <limits>
#include <optional>
#include <vector>

namespace linterna {

//! Reads the members of a JSON object. The path of the first member that is missing or of another type is remembered in
//! `wrong`, which the readers of inner objects share; what is read after it does not count.
class JsonMembers
{
public:
    JsonMembers(JsonView object, QString path, QString &wrong);

    [[nodiscard]] QString text(QLatin1StringView name);
    [[nodiscard]] QStringList texts(QLatin1StringView name);
    //! A member that was written as base64.
    [[nodiscard]] QByteArray bytes(QLatin1StringView name);
    //! A member of that many bytes, written as hexadecimal digits.
    [[nodiscard]] QByteArray hex(QLatin1StringView name, qsizetype length);
    //! A member that was written as the characters whose numbers are the bytes.
    [[nodiscard]] QByteArray latin1(QLatin1StringView name);
    [[nodiscard]] NamedValues namedValues(QLatin1StringView name);
    //! A number from 0 to `most`.
    [[nodiscard]] qint64 number(QLatin1StringView name, qint64 most = std::numeric_limits<int>::max());
    //! A whole number, also below 0.
    [[nodiscard]] qint64 anyNumber(QLatin1StringView name);
    [[nodiscard]] int integer(QLatin1StringView name) { return static_cast<int>(number(name)); }
    [[nodiscard]] bool truth(QLatin1StringView name);
    //! A moment; an invalid QDateTime where the text is empty.
    [[nodiscard]] QDateTime moment(QLatin1StringView name);
    [[nodiscard]] std::optional<QDateTime> maybeMoment(QLatin1StringView name);
    [[nodiscard]] std::optional<QDate> maybeDate(QLatin1StringView name);
    [[nodiscard]] JsonMembers object(QLatin1StringView name);
    //! What `read` makes of each object of an array.
    template<class Read>
    [[nodiscard]] auto objects(QLatin1StringView name, Read read)
    {
        std::vector<decltype(read(std::declval<JsonMembers &>()))> all;
        for (const JsonView &value : array(name)) {
            if (!value.isObject())
                complain(name, 0);
            JsonMembers members(value, pathOf(name), m_wrong);
            all.push_back(read(members));
        }
        return all;
    }
    [[nodiscard]] bool has(QLatin1StringView name) const { return bool(m_object.value(name)); }
    [[nodiscard]] bool isNull(QLatin1StringView name) const { return m_object.value(name).isNull(); }
    //! Says that a member is wrong, and gives `instead`.
    template<class T>
    T complain(QLatin1StringView name, T instead)
    {
        if (m_wrong.isEmpty())
            m_wrong = pathOf(name);
        return instead;
    }

private:
    [[nodiscard]] std::vector<JsonView> array(QLatin1StringView name);
    [[nodiscard]] QString pathOf(QLatin1StringView name) const;

    JsonView m_object;
    QString m_path;
    QString &m_wrong;
};

} // namespace linterna
