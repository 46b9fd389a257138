// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/importwords.h"

#include "connections/connectionfields.h"
#include "connections/connectionfile.h"
#include "connections/fieldrules.h"
#include "settings/fieldwords.h"
#include "text/characters.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostFields = 6;
constexpr qsizetype longestName = 60;

struct ImportTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::ImportWords)
};

QString lineFor(const FieldProblem &problem)
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
    const QString allowed = wordsOfField(known->name, ConnectionKind::Other).allowed;
    return path + u": "_s + (allowed.contains("%1"_L1) ? allowed.arg(oneLine(problem.below, longestName)) : allowed);
}

QString namesOf(const NamedValues &values)
{
    QStringList names;
    for (const auto &[name, value] : values)
        names += QString::fromLatin1(name);
    return names.join(u", "_s);
}

} // namespace

ImportRefusal importRefusal(const QByteArray &json)
{
    if (json.size() > LargestConnectionFile)
        return {ImportTexts::tr("It is larger than 64 kB, which no connection file is."), {}};
    QJsonParseError problem;
    const QJsonDocument document =
        QJsonDocument::fromJson(json.startsWith("\xEF\xBB\xBF") ? json.sliced(3) : json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const auto line = json.left(problem.offset).count('\n') + 1;
        return {ImportTexts::tr("It is no JSON: line %1 cannot be read.").arg(line), {}};
    }
    if (!document.isObject())
        return {ImportTexts::tr("It holds no connection: one begins with “{” and its fields."), {}};
    auto problems = problemsIn(document.object());
    if (problems.empty()) // the one thing that a field alone does not tell
        return {ImportTexts::tr("Its name is that of a built-in connection. Give it another name in the file."), {}};
    ImportRefusal refusal;
    const auto count = problems.size();
    refusal.sentence = ImportTexts::tr("%n field(s) cannot stay as they are:", nullptr, int(count));
    for (const FieldProblem &each : problems) {
        if (refusal.fields.size() == mostFields)
            break;
        refusal.fields += lineFor(each);
    }
    if (count > std::size_t(mostFields))
        refusal.fields += ImportTexts::tr("… and %n more", nullptr, int(count) - int(mostFields));
    return refusal;
}

Facts importFacts(const Connection &connection)
{
    Facts facts{{ImportTexts::tr("Kind"), kindName(connection.kind)},
                {ImportTexts::tr("Access tokens from"), connection.tokenUrl.toDisplayString()},
                {ImportTexts::tr("Case status from"), connection.apiUrl.toDisplayString()},
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
