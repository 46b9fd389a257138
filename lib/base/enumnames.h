// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <string_view>

namespace linterna {

template<class Enum>
struct EnumName {
    Enum value;
    std::string_view name; //!< ASCII
};

//! Stable, untranslated words for the values of an enumeration, as they stand in files, in the database and in the
//! settings: a word once written never changes its meaning. One constexpr table for each enumeration, made with
//! enumNames(); the compiler refuses a table in which a value or a word stands twice.
template<class Enum, std::size_t size>
class EnumNames
{
public:
    explicit constexpr EnumNames(const std::array<EnumName<Enum>, size> &rows) : m_rows(rows)
    {
        for (std::size_t i = 1; i < size; ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (rows[i].value == rows[j].value || rows[i].name == rows[j].name)
                    throw "a value or a word stands twice in a table of names";
            }
        }
    }
    //! The word for a value; empty where the table has none.
    [[nodiscard]] QString name(Enum value) const
    {
        for (const EnumName<Enum> &row : m_rows) {
            if (row.value == value)
                return QLatin1StringView(row.name);
        }
        return {};
    }
    //! The value that a word means; empty where the word is not known, such as a newer program's.
    [[nodiscard]] std::optional<Enum> value(QStringView name) const
    {
        for (const EnumName<Enum> &row : m_rows) {
            if (name == QLatin1StringView(row.name))
                return row.value;
        }
        return {};
    }

private:
    std::array<EnumName<Enum>, size> m_rows;
};

//! Makes a table: `constexpr auto changeNames = enumNames<Change>({{Change::None, "none"}, …});`
template<class Enum, std::size_t size>
constexpr EnumNames<Enum, size> enumNames(const EnumName<Enum> (&rows)[size])
{
    return EnumNames<Enum, size>(std::to_array(rows));
}

} // namespace linterna
