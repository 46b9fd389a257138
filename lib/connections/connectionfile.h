// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"
#include "lib/connections/connection.h"

#include <QJsonObject>

namespace linterna {

//! Reads a connection file as an administrator writes it (resources/connection.schema.json): JSON of at most 64 kB, no
//! secrets. Unknown or wrong fields are refused: Error Invalid, whose detail names the field's path and what is
//! allowed. No name may stand in an object twice. The names of built-in connections are not to be had, nor any that a
//! person could take for one. Headers come sorted by name.
[[nodiscard]] Result<Connection> readConnectionFile(const QByteArray &json);
//! The inverse of readConnectionFile(): a file with every field, indented.
[[nodiscard]] QByteArray writeConnectionFile(const Connection &connection);

//! What a connection file holds before its fields are looked at: an object, or why it is none.
struct ConnectionFileContent {
    enum class Problem { None, TooLarge, Utf16, NotUtf8, HiddenMark, NotJson, NotToTheLetter, NameTwice, NotAnObject };
    Problem problem = Problem::None;
    qsizetype line = 0;  //!< Where it stops being JSON.
    QString path = {};   //!< The name that stands there twice.
    QString detail = {}; //!< The problem in English, for one line of a terminal.
    QJsonObject object = {};
};
[[nodiscard]] ConnectionFileContent connectionFileContent(const QByteArray &json);

//! Reads the object of a connection file; `path` is where it stands ("$" in a file of its own). Built-in names are
//! allowed. Error: as readConnectionFile().
[[nodiscard]] Result<Connection> connectionFromJson(const QJsonObject &object, const QString &path);
[[nodiscard]] QJsonObject connectionToJson(const Connection &connection);

//! What is wrong with an object of a connection file, field by field.
struct FieldProblem {
    //! Name of the field.
    QString field;
    //! Where below the field the wrong value stands; empty for the field itself.
    QString below;
    bool operator==(const FieldProblem &) const = default;
};
//! Missing, wrong and unknown fields; empty where connectionFromJson() would take it.
[[nodiscard]] std::vector<FieldProblem> problemsIn(const QJsonObject &object);

constexpr qsizetype LargestConnectionFile = qsizetype{64} * 1024;

} // namespace linterna
