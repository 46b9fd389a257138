// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connectionfile.h"
#include "lib/connections/connectionkinds.h"

namespace linterna {

//! A connection while a person fills it in: the fields of a connection file, right or wrong, and the words from which
//! the addresses are made where the kind asks for words. Two more fields stand for those: "host" and "gateway".
class ConnectionDraft
{
public:
    //! A draft of a new connection, with what is known of its kind.
    explicit ConnectionDraft(ConnectionKind kind = ConnectionKind::UscisProduction);
    explicit ConnectionDraft(const Connection &connection);

    [[nodiscard]] ConnectionKind kind() const;
    [[nodiscard]] const QJsonObject &fields() const { return m_fields; }
    //! The value of a field, "host" and "gateway" included.
    [[nodiscard]] QJsonValue value(QLatin1StringView field) const;
    void setValue(QLatin1StringView field, const QJsonValue &value);
    //! Changes the kind: fills in what is known of it, over what was filled in for the kind before. What a person
    //! entered stays.
    void setKind(ConnectionKind kind);
    //! Whether the addresses are others than the kind makes of host and gateway.
    [[nodiscard]] bool hasAddressesByHand() const;

    //! What is wrong or missing. A client ID may be missing in a file, but not here.
    [[nodiscard]] std::vector<FieldProblem> problems() const;
    //! The connection; empty where problems() has any.
    [[nodiscard]] std::optional<Connection> connection() const;

    //! Whether both drafts would be saved as the same connection.
    bool operator==(const ConnectionDraft &other) const { return m_fields == other.m_fields; }

private:
    //! The fields as the kind and the words make them.
    [[nodiscard]] QJsonObject known() const;
    [[nodiscard]] bool asksForWords() const;
    void makeAddresses();
    void takeAddresses(const QJsonObject &from);

    QJsonObject m_fields;
    AskedWords m_words;
    //! Addresses that were written by hand while an earlier kind was chosen.
    QJsonObject m_handWritten;
};

} // namespace linterna
