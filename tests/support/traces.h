// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QStringEncoder>

#include <utility>
#include <vector>

namespace linterna::test {

//! Looks for words in the bytes of files, in all usual encodings.
class Traces
{
public:
    //! A word in one encoding.
    struct Spelling {
        QByteArray name;
        QByteArray bytes; //!< The bytes to look for; with A to Z in small letters, unless `exact`.
        bool exact = false;
    };

    explicit Traces(const QStringList &words)
    {
        for (const QString &word : words) {
            for (Spelling &spelling : spellingsOf(word))
                m_sought.emplace_back(word, std::move(spelling));
        }
    }

    [[nodiscard]] static std::vector<Spelling> spellingsOf(const QString &word)
    {
        const QByteArray utf8 = word.toUtf8();
        const QString small = QString::fromUtf8(utf8.toLower());
        std::vector<Spelling> all{{"UTF-8", small.toUtf8()},
                                  {"UTF-16LE", encoded(small, QStringConverter::Utf16LE)},
                                  {"UTF-16BE", encoded(small, QStringConverter::Utf16BE)},
                                  {"hexadecimal", utf8.toHex()},
                                  {"percent-encoded", small.toUtf8().toPercentEncoding().toLower()}};
        // Base64 turns three bytes into four letters: a word's letters depend on its position. Letters that depend on
        // neighbouring bytes too are left out.
        for (int before = 0; before < 3; ++before) {
            constexpr QByteArray::Base64Options bare = QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals;
            const qsizetype whole = (before + utf8.size()) / 3 * 4;
            const qsizetype begin = before == 0 ? 0 : before + 1;
            all.push_back(
                {"base64", (QByteArray(before, '\0') + utf8).toBase64(bare).first(whole).sliced(begin), true});
        }
        if (const QString escaped = withEscapes(small); escaped != small) {
            all.push_back({"JSON escapes",
                           QString(escaped).replace(QLatin1StringView("\\x"), QLatin1StringView("\\u00")).toLatin1()});
            all.push_back({"settings' escapes", escaped.toLatin1()});
        }
        if (isReceipt(word)) {
            all.push_back({"with hyphens", printed(small, u'-')});
            all.push_back({"with spaces", printed(small, u' ')});
            all.push_back({"digits alone", small.sliced(3).toUtf8()});
        }
        return all;
    }

    //! What is found in files below these folders, each as "file: word (spelling)". `read`: gets the files that were
    //! read.
    [[nodiscard]] QStringList in(const QStringList &folders, QStringList *read = nullptr) const
    {
        QStringList found;
        for (const QString &folder : folders) {
            QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                found += inBytes(path.toUtf8(), path); // a file's name may hold the word too
                QFile file(path);
                if (!file.open(QIODevice::ReadOnly))
                    continue; // a socket
                const QByteArray bytes = file.readAll();
                found += inBytes(bytes, path);
                if (read && !bytes.isEmpty())
                    *read += path;
            }
        }
        return found;
    }

private:
    [[nodiscard]] QStringList inBytes(const QByteArray &bytes, const QString &path) const
    {
        const QByteArray small = bytes.toLower();
        QStringList found;
        for (const auto &[word, spelling] : m_sought) {
            if ((spelling.exact ? bytes : small).contains(spelling.bytes))
                found += QStringLiteral("%1: %2 (%3)").arg(path, word, QString::fromLatin1(spelling.name));
        }
        return found;
    }
    static QByteArray encoded(const QString &text, QStringConverter::Encoding encoding)
    {
        return QStringEncoder(encoding)(text);
    }
    static QString withEscapes(const QString &text)
    {
        QString escaped;
        for (const QChar c : text)
            escaped += c.unicode() < 0x80 ? QString(c) : QStringLiteral("\\x") + QString::number(c.unicode(), 16);
        return escaped;
    }
    static bool isReceipt(const QString &word) { return word.size() == 13 && word.sliced(3).toLongLong() > 0; }
    //! A receipt number as on a notice: EAC-99-991-03402.
    static QByteArray printed(const QString &receipt, QChar between)
    {
        return QStringList{receipt.first(3), receipt.sliced(3, 2), receipt.sliced(5, 3), receipt.sliced(8)}
            .join(between)
            .toUtf8();
    }

    std::vector<std::pair<QString, Spelling>> m_sought;
};

} // namespace linterna::test
