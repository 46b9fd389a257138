// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/exportchoices.h"

#include "lib/exchange/exportcolumns.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView jsonLinesWord("json-lines");
constexpr QLatin1StringView completeWord("complete");
constexpr QLatin1StringView englishWord("english");
constexpr QLatin1StringView spanishWord("spanish");
constexpr QLatin1StringView maskedWord("masked");
constexpr QLatin1StringView columnWord("column:");
constexpr QLatin1StringView caseColumnWord("case-column:");

} // namespace

QStringList wordsOfChoices(const ExportOptions &options)
{
    QStringList words;
    if (options.format == ExportOptions::Format::JsonLines)
        words << jsonLinesWord;
    if (options.kind == ExportOptions::Kind::Complete)
        words << completeWord;
    if (options.languages != ExportOptions::Languages::Both)
        words << (options.languages == ExportOptions::Languages::English ? englishWord : spanishWord);
    if (options.masked)
        words << maskedWord;
    for (const QString &column : options.columns)
        words << columnWord + column;
    for (const QString &column : options.caseColumns)
        words << caseColumnWord + column;
    return words;
}

ExportOptions choicesFromWords(const QStringList &words)
{
    ExportOptions options;
    if (words.contains(jsonLinesWord))
        options.format = ExportOptions::Format::JsonLines;
    if (words.contains(completeWord))
        options.kind = ExportOptions::Kind::Complete;
    if (words.contains(englishWord))
        options.languages = ExportOptions::Languages::English;
    else if (words.contains(spanishWord))
        options.languages = ExportOptions::Languages::Spanish;
    options.masked = words.contains(maskedWord);
    for (const ExportColumn &column : exportColumns()) {
        if (words.contains(columnWord + column.name))
            options.columns << column.name;
        if (words.contains(caseColumnWord + column.name))
            options.caseColumns << column.name;
    }
    return options;
}

} // namespace linterna
