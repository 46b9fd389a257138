// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringDecoder>
#include <QStringList>

#include <optional>
#include <vector>

namespace linterna::test {

//! Reads CSV strictly by RFC 4180: CRLF after every row, quotes only around whole cells, doubled inside, valid UTF-8.
//! Empty where the bytes are anything else. A byte order mark must be there where `withMark`.
inline std::optional<std::vector<QStringList>> readStrictCsv(QByteArray bytes, bool withMark = true)
{
    if (bytes.startsWith("\xef\xbb\xbf") != withMark)
        return {};
    QStringDecoder decoder(QStringConverter::Utf8);
    const QString text = decoder.decode(withMark ? bytes.mid(3) : bytes);
    if (decoder.hasError())
        return {};
    std::vector<QStringList> rows;
    QStringList row;
    for (qsizetype i = 0; i < text.size();) {
        QString cell;
        if (text[i] == u'"') {
            for (++i;; ++i) {
                if (i >= text.size())
                    return {};
                if (text[i] != u'"')
                    cell += text[i];
                else if (i + 1 < text.size() && text[i + 1] == u'"')
                    cell += text[i++];
                else
                    break;
            }
            ++i;
        } else {
            for (; i < text.size() && text[i] != u',' && text[i] != u'\r'; ++i) {
                if (text[i] == u'"' || text[i] == u'\n')
                    return {};
                cell += text[i];
            }
        }
        row << cell;
        if (i < text.size() && text[i] == u',') {
            ++i;
            if (i == text.size())
                return {};
            continue;
        }
        if (i + 1 >= text.size() || text[i] != u'\r' || text[i + 1] != u'\n')
            return {};
        i += 2;
        rows.push_back(row);
        row.clear();
    }
    return row.isEmpty() ? std::optional(rows) : std::nullopt;
}

} // namespace linterna::test
