// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "lib/base/writetarget.h"
#include "lib/domain/receiptnearmiss.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <array>

namespace linterna {

using namespace Qt::StringLiterals;

namespace {

struct ActionOption {
    QString name;
    CommandLine::Action action;
};

const std::array actionOptions{
    ActionOption{u"import-connection"_s, CommandLine::Action::ImportConnection},
    ActionOption{u"set-secret"_s, CommandLine::Action::SetSecret},
    ActionOption{u"set-proxy-password"_s, CommandLine::Action::SetProxyPassword},
    ActionOption{u"export-history"_s, CommandLine::Action::ExportHistory},
    ActionOption{u"import-history"_s, CommandLine::Action::ImportHistory},
    ActionOption{u"backup"_s, CommandLine::Action::Backup},
    ActionOption{u"restore"_s, CommandLine::Action::Restore},
};

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Looks up USCIS case status by receipt number and keeps what was seen."_s);
    parser.addOptions({
        {{u"h"_s, u"help"_s}, u"Show this and end."_s},
        {{u"v"_s, u"version"_s}, u"Show the version and end."_s},
        {u"practice"_s, u"Practise: invented data from the program's own server, nothing is sent to USCIS."_s},
        {u"connection"_s, u"Ask through this connection."_s, u"name"_s},
        {u"data-dir"_s, u"Keep history, connections and settings in this folder."_s, u"dir"_s},
        {u"language"_s, u"Language of the program and of the status text: en or es."_s, u"en|es"_s},
        {u"import-connection"_s, u"Take a connection over from a file, and end."_s, u"file.json"_s},
        {u"set-secret"_s,
         u"Store a connection's client secret, one line from standard input, in the keychain, and end."_s, u"name"_s},
        {u"set-proxy-password"_s,
         u"Store the password for a connection's proxy, one line from standard input, in the keychain, and end."_s,
         u"name"_s},
        {u"export-history"_s,
         u"Write the history as CSV, or as JSON Lines where the name ends in .jsonl, and end; - is standard output."_s,
         u"file"_s},
        {u"cases"_s, u"Export one line for each case: its last good status, and what happened last."_s},
        {u"masked"_s, u"Export for other eyes: receipt numbers masked, without names and long texts."_s},
        {u"complete"_s, u"Export everything, so that it can be imported at another desk."_s},
        {u"import-history"_s, u"Take what a complete export holds into the history, beside what is there, and end."_s,
         u"file"_s},
        {u"backup"_s, u"Write the history into one file under a passphrase, a line from standard input, and end."_s,
         u"file"_s},
        {u"restore"_s, u"Take the history over from a backup, its passphrase from standard input, and end."_s,
         u"file"_s},
        {u"replace"_s, u"Restore also where there is a history, which is kept beside under a new name."_s},
    });
    parser.addPositionalArgument(u"receipt"_s, u"Receipt numbers to look up at start."_s, u"[RECEIPT…]"_s);
}

Error wrong(const QString &line)
{
    return Error{.code = ErrorCode::Invalid, .detail = line};
}

//! A text that a person typed, fit for one line of a terminal.
QString shown(QString text)
{
    text.truncate(40);
    for (QChar &c : text) {
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    }
    return u"\"%1\""_s.arg(text);
}

QString whyNoReceipt(const ReceiptNumber::Refusal &refusal)
{
    switch (refusal.problem) {
    case ReceiptNumber::Problem::Empty:
        return u"it is empty"_s;
    case ReceiptNumber::Problem::BadPrefix:
        return u"it does not begin with three letters"_s;
    case ReceiptNumber::Problem::BadCharacter:
        return u"%1 cannot stand after the three letters"_s.arg(shown(refusal.character));
    case ReceiptNumber::Problem::TooShort:
    case ReceiptNumber::Problem::TooLong:
    case ReceiptNumber::Problem::Telephone:
    case ReceiptNumber::Problem::NotFound:
    case ReceiptNumber::Problem::Unclear:
        break;
    }
    return u"it has %1 characters instead of 13"_s.arg(refusal.length);
}

//! Checks the name of the file: one that is to be written must not promise another format.
std::optional<Error> readTarget(CommandLine &line)
{
    using Action = CommandLine::Action;
    if (line.argument == u"-" && line.action == Action::Backup)
        return wrong(u"--backup reads what it wrote back, and needs a file for that, not standard output"_s);
    if (line.argument == u"-" && line.action == Action::ImportHistory)
        return wrong(u"--import-history needs a file: standard input is for the passphrase of the history"_s);
    if (line.argument == u"-" && line.action == Action::ExportHistory)
        line.argument = StandardOutputName.toString();
    const bool isTable = line.action == Action::ExportHistory;
    const FileFormat format = !isTable   ? FileFormat::Backup
        : isJsonLinesName(line.argument) ? FileFormat::JsonLines
                                         : FileFormat::Csv;
    if ((isTable || line.action == Action::Backup) && promisesOtherFormat(line.argument, format))
        return wrong(
            isTable ? u"%1 promises another format; what can be written is CSV (.csv) and JSON Lines (.jsonl)"_s.arg(
                line.argument)
                    : u"%1 promises another format; a backup's name ends in .linterna-backup"_s.arg(line.argument));
    return {};
}

//! Reads which one thing is to be done; an Error where several were named.
Result<CommandLine> readAction(const QCommandLineParser &parser)
{
    CommandLine line;
    QString chosen;
    for (const ActionOption &option : actionOptions) {
        if (!parser.isSet(option.name))
            continue;
        if (!chosen.isEmpty())
            return wrong(u"--%1 and --%2 cannot be done in one run"_s.arg(chosen, option.name));
        chosen = option.name;
        line.action = option.action;
        line.argument = parser.value(option.name);
        if (line.argument.isEmpty())
            return wrong(u"--%1 needs a value"_s.arg(chosen));
    }
    if (auto error = readTarget(line))
        return *error;
    const bool headless = !chosen.isEmpty();
    if (headless && !parser.positionalArguments().isEmpty())
        return wrong(u"--%1 looks no receipt numbers up: %2 is too much"_s.arg(
            chosen, shown(parser.positionalArguments().constFirst())));
    line.practice = parser.isSet(u"practice"_s);
    if (line.practice && headless
        && (line.action == CommandLine::Action::ImportConnection || line.action == CommandLine::Action::SetSecret
            || line.action == CommandLine::Action::SetProxyPassword))
        return wrong(u"--%1 does not go with --practice, which has a connection of its own"_s.arg(chosen));
    return line;
}

//! Reads the options that go with an export or a restoration alone.
std::optional<Error> readExportOptions(const QCommandLineParser &parser, CommandLine &line)
{
    for (const auto &[name, flag] : {std::pair(u"cases"_s, &line.cases), std::pair(u"masked"_s, &line.masked),
                                     std::pair(u"complete"_s, &line.complete)}) {
        *flag = parser.isSet(name);
        if (*flag && line.action != CommandLine::Action::ExportHistory)
            return wrong(u"--%1 goes with --export-history alone"_s.arg(name));
    }
    line.replace = parser.isSet(u"replace"_s);
    if (line.replace && line.action != CommandLine::Action::Restore)
        return wrong(u"--replace goes with --restore alone"_s);
    if (line.masked && line.complete)
        return wrong(u"--masked and --complete exclude each other: a complete export hides nothing"_s);
    if (line.cases && line.complete)
        return wrong(u"--cases and --complete exclude each other: a complete export has every check"_s);
    return {};
}

Result<QString> readDataDir(const QCommandLineParser &parser, bool practice)
{
    if (!parser.isSet(u"data-dir"_s)) {
        const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
        return base + (practice ? u"/linterna-practice"_s : u"/linterna"_s);
    }
    const QString given = parser.value(u"data-dir"_s);
    if (given.isEmpty())
        return wrong(u"--data-dir needs the name of a folder"_s);
    const QFileInfo info(given);
    if (info.exists() && !info.isDir())
        return wrong(u"--data-dir: %1 is not a folder"_s.arg(given));
    return info.absoluteFilePath();
}

} // namespace

bool isJsonLinesName(const QString &name)
{
    return name.endsWith(u".jsonl"_s, Qt::CaseInsensitive) || name.endsWith(u".ndjson"_s, Qt::CaseInsensitive);
}

Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    CommandLine line;
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s)) {
        line.action = parser.isSet(u"help"_s) ? CommandLine::Action::ShowHelp : CommandLine::Action::ShowVersion;
        return line;
    }
    Result<CommandLine> action = readAction(parser);
    if (!action.ok())
        return action;
    line = *action;
    if (const auto error = readExportOptions(parser, line))
        return *error;
    line.language = parser.value(u"language"_s);
    if (parser.isSet(u"language"_s) && line.language != u"en" && line.language != u"es")
        return wrong(u"--language: %1 is not known; en and es are"_s.arg(shown(line.language)));
    line.connection = parser.value(u"connection"_s);
    if (parser.isSet(u"connection"_s) && line.connection.isEmpty())
        return wrong(u"--connection needs the name of a connection"_s);
    if (line.practice && !line.connection.isEmpty())
        return wrong(u"--connection does not go with --practice, which has a connection of its own"_s);
    const QStringList words = parser.positionalArguments();
    for (const QString &word : words) {
        const auto parsed = ReceiptNumber::parse(word);
        if (const auto *refusal = std::get_if<ReceiptNumber::Refusal>(&parsed))
            return wrong(
                u"%1 is no receipt number (like EAC9999103402): %2"_s.arg(shown(word), whyNoReceipt(*refusal)));
        if (hasSmallLForI(word))
            return wrong(u"%1 begins with a small L; where an I is meant, write I"_s.arg(shown(word)));
        line.receipts.push_back(std::get<ReceiptNumber>(parsed));
    }
    const Result<QString> dataDir = readDataDir(parser, line.practice);
    if (!dataDir.ok())
        return dataDir.error();
    line.dataDir = *dataDir;
    return line;
}

QString commandLineHelp()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

} // namespace linterna
