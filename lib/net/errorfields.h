// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace linterna {

//! The texts and numbers in an error body by their names in lower case, whatever they are nested in: gateways agree on
//! what they call a message and a code, not on where they put it. Of equal names the outermost, then the first counts.
using ErrorFields = QMap<QString, QString>;

//! The fields of a JSON body; empty where `json` is no JSON. A text alone, or in a list, is a "message".
[[nodiscard]] ErrorFields errorFieldsOfJson(const QByteArray &json);

//! The fields of an XML body; empty where `xml` is no XML, or is an HTML page. Prefixes are cut off; no entity is ever
//! fetched.
[[nodiscard]] ErrorFields errorFieldsOfXml(const QByteArray &xml);

} // namespace linterna
