// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/importwords.h"

#include "lib/connections/connectionfields.h"
#include "lib/connections/connectionfile.h"
#include "lib/connections/connectionimport.h"
#include "lib/connections/fieldrules.h"
#include "lib/text/characters.h"
#include "ui/connections/fieldwords.h"
#include "ui/connections/hiddenwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostFields = 6;
constexpr qsizetype longestName = 60;
constexpr qsizetype longestShownPath = 120;

struct ImportTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::ImportWords)
};

//! Message about an invisible character in a wrong value; empty where there is none. A message about the value alone
//! would not help a person who looks at the file.
QString hiddenIn(const FieldProblem &problem, const QJsonValue &value)
{
    const QJsonValue text = value.isObject() ? value.toObject().value(problem.below) : value;
    auto hidden = hiddenCharacterIn(text.toString());
    if (!hidden && value.isObject())
        hidden = hiddenCharacterIn(problem.below);
    return hidden ? hiddenCharacterText(*hidden) : QString();
}

QString lineFor(const FieldProblem &problem, const QJsonValue &value)
{
    const QString path = u"$."_s + oneLine(problem.field, longestName);
    const auto known = std::ranges::find_if(connectionFields(),
                                            [&](const ConnectionField &each) { return problem.field == each.name; });
    if (known == connectionFields().end())
        return namesASecret(problem.field)
            ? ImportTexts::tr(
                  "%1: secrets do not belong in a connection file. Take it out of the file; each person enters the "
                  "client secret on their own desk.")
                  .arg(path)
            : ImportTexts::tr("%1: there is no such field. Perhaps it is misspelled.").arg(path);
    if (const QString hidden = hiddenIn(problem, value); !hidden.isEmpty())
        return path + u": "_s + hidden;
    if (known->name == "token_url"_L1 || known->name == "api_url"_L1) {
        if (!problem.below.isEmpty())
            return path + u": "_s
                + ImportTexts::tr("It would be sent as %1. If that is meant, write it so.")
                      .arg(oneLine(problem.below, longestShownPath));
    }
    const QString allowed = wordsOfField(known->name, ConnectionKind::Other).allowed;
    return path + u": "_s + (allowed.contains("%1"_L1) ? allowed.arg(oneLine(problem.below, longestName)) : allowed);
}

QString nameRefusal(const QString &name, const ConnectionStore &connections)
{
    if (builtInLookalike(name))
        return ImportTexts::tr(
            "Its name is that of a built-in connection, or looks like it. Give it another name in the file.");
    return ImportTexts::tr(
               "Its name looks like “%1”, which is here already. Give it the same name to replace that one, "
               "or quite another.")
        .arg(lookalikeOf(name, connections).value_or(QString()));
}

QString contentRefusal(const ConnectionFileContent &content)
{
    using Problem = ConnectionFileContent::Problem;
    switch (content.problem) {
    case Problem::TooLarge:
        return ImportTexts::tr("It is larger than 64 kB, which no connection file is.");
    case Problem::Utf16:
        return ImportTexts::tr("It is written as UTF-16, which Windows calls “Unicode”. Save it as UTF-8.");
    case Problem::NotUtf8:
        return ImportTexts::tr("It is not written as UTF-8. Save it as UTF-8.");
    case Problem::HiddenMark:
        return hiddenCharacterText(*hiddenCharacterIn(QString(QChar::ByteOrderMark)));
    case Problem::NotJson:
        return ImportTexts::tr("It is no JSON: line %1 cannot be read.").arg(content.line);
    case Problem::NotToTheLetter:
        return ImportTexts::tr("It is no JSON to the letter: a line break or a tab stands inside a text, say.");
    case Problem::NameTwice:
        return ImportTexts::tr("%1 stands there twice. Take out the one that does not count.")
            .arg(oneLine(content.path, longestShownPath));
    case Problem::NotAnObject:
        return ImportTexts::tr("It holds no connection: one begins with “{” and its fields.");
    case Problem::None:
        break;
    }
    return {};
}

QString namesOf(const NamedValues &values)
{
    QStringList names;
    for (const auto &[name, value] : values)
        names += QString::fromLatin1(name);
    return names.join(u", "_s);
}

} // namespace

ImportRefusal importRefusal(const QByteArray &json, const ConnectionStore &connections)
{
    const ConnectionFileContent content = connectionFileContent(json);
    if (content.problem != ConnectionFileContent::Problem::None)
        return {contentRefusal(content), {}};
    auto problems = problemsIn(content.object);
    if (problems.empty()) // then the name clashes with other connections
        return {nameRefusal(content.object.value("name"_L1).toString(), connections), {}};
    ImportRefusal refusal;
    const auto count = problems.size();
    refusal.sentence = ImportTexts::tr("%n field(s) cannot stay as they are:", nullptr, int(count));
    for (const FieldProblem &each : problems) {
        if (refusal.fields.size() == mostFields)
            break;
        refusal.fields += lineFor(each, content.object.value(each.field));
    }
    if (count > std::size_t(mostFields))
        refusal.fields += ImportTexts::tr("… and %n more", nullptr, int(count) - int(mostFields));
    return refusal;
}

Facts importFacts(const Connection &connection)
{
    Facts facts{{ImportTexts::tr("Kind"), kindName(connection.kind)},
                {ImportTexts::tr("Access tokens from"), connection.tokenUrl.toString(QUrl::FullyEncoded)},
                {ImportTexts::tr("Case status from"), connection.apiUrl.toString(QUrl::FullyEncoded)},
                {ImportTexts::tr("Client ID"),
                 connection.clientId.isEmpty() ? ImportTexts::tr("to be entered afterwards") : connection.clientId},
                {ImportTexts::tr("Credentials"), authenticationName(connection.clientAuthentication)}};
    if (!connection.headers.empty())
        facts.emplace_back(ImportTexts::tr("Further header fields"), namesOf(connection.headers));
    if (!connection.tokenParameters.empty())
        facts.emplace_back(ImportTexts::tr("Further parameters"), namesOf(connection.tokenParameters));
    if (!connection.caFile.isEmpty())
        facts.emplace_back(ImportTexts::tr("Trusts the certificate in"), connection.caFile);
    if (connection.proxy.kind == ProxyChoice::Kind::Manual)
        facts.emplace_back(ImportTexts::tr("Proxy"),
                           connection.proxy.user.isEmpty()
                               ? connection.proxy.place()
                               : ImportTexts::tr("%1, as %2", "a proxy, and the user name there")
                                     .arg(connection.proxy.place(), connection.proxy.user));
    return facts;
}

} // namespace linterna
