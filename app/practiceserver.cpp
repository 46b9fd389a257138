// SPDX-License-Identifier: GPL-3.0-or-later
// linterna-practice-server: the practice server as a program of its own, for tests and for people who write other
// clients of the Torch API.
#include "lib/sandbox/practiceserver.h"
#include "lib/base/log.h"
#include "lib/platform/process.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace linterna;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitFailed = 1;
constexpr int exitBadArguments = 2;

int complain(int exitCode, const QString &text)
{
    std::fprintf(stderr, "linterna-practice-server: %s\n", qUtf8Printable(text));
    return exitCode;
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {{u"h"_s, u"help"_s}, u"Show this and end."_s},
        {{u"v"_s, u"version"_s}, u"Show the version and end."_s},
        {u"port"_s, u"Listen on this port of 127.0.0.1; 0 takes a free one (default)."_s, u"number"_s, u"0"_s},
        {u"tps"_s, u"Case requests per second, each 1/tps s after the last; 0 for no limit (default 5)."_s, u"number"_s,
         u"5"_s},
        {u"quota"_s, u"Case requests a day, from midnight in New York; 0 for no limit (default 1000)."_s, u"number"_s,
         u"1000"_s},
        {u"token-lifetime"_s, u"Life of an access token in seconds (default 1799)."_s, u"seconds"_s, u"1799"_s},
        {u"client-auth"_s,
         u"Where the client credentials are looked for: post, in the form body (default), or basic, in the "
         "Authorization header as the plain pair id:secret in Base64."_s,
         u"post|basic"_s, u"post"_s},
        {u"tls-cert"_s, u"PEM file with the certificate; with it and --tls-key the server speaks https."_s, u"file"_s},
        {u"tls-key"_s, u"PEM file with the certificate's RSA or EC key, without passphrase."_s, u"file"_s},
        {u"log"_s, u"Append one line a request: UTC time, method, path with the receipt number masked, status."_s,
         u"file"_s},
        {u"delay"_s, u"Wait this long before each case reply (default 0)."_s, u"milliseconds"_s, u"0"_s},
    });
}

//! Reads the values of options, and keeps what is wrong with the first wrong one.
class OptionReader
{
public:
    explicit OptionReader(const QCommandLineParser &parser) : m_parser(parser) {}

    int whole(const QString &name, int lowest, int highest)
    {
        bool ok = false;
        const int value = m_parser.value(name).toInt(&ok);
        if (!ok || value < lowest || value > highest)
            refuse(name, u"a whole number from %1 to %2"_s.arg(lowest).arg(highest));
        return value;
    }
    double number(const QString &name, double lowest, double highest)
    {
        bool ok = false;
        const double value = m_parser.value(name).toDouble(&ok);
        if (!ok || !(value >= lowest && value <= highest)) // so that NaN is refused
            refuse(name, u"a number from %1 to %2"_s.arg(lowest).arg(highest));
        return value;
    }
    QString oneOf(const QString &name, const QStringList &allowed)
    {
        QString value = m_parser.value(name);
        if (!allowed.contains(value))
            refuse(name, allowed.join(u" or "));
        return value;
    }
    QString file(const QString &name)
    {
        QString value = m_parser.value(name);
        if (m_parser.isSet(name) && value.isEmpty())
            refuse(name, u"the name of a file"_s);
        return value;
    }
    [[nodiscard]] const QString &wrong() const { return m_wrong; }

private:
    void refuse(const QString &name, const QString &allowed)
    {
        if (m_wrong.isEmpty())
            m_wrong = u"--%1 cannot be \"%2\"; it takes %3"_s.arg(name, m_parser.value(name), allowed);
    }

    const QCommandLineParser &m_parser;
    QString m_wrong;
};

Result<PracticeServer::Options> readOptions(const QCommandLineParser &parser)
{
    constexpr int aDay = 24 * 60 * 60;
    OptionReader reader(parser);
    PracticeServer::Options options;
    options.port = quint16(reader.whole(u"port"_s, 0, 65'535));
    options.requestsPerSecond = reader.number(u"tps"_s, 0, 1'000);
    options.requestsPerDay = reader.whole(u"quota"_s, 0, 1'000'000);
    options.tokenLifetime = std::chrono::seconds(reader.whole(u"token-lifetime"_s, 1, aDay));
    const bool basic = reader.oneOf(u"client-auth"_s, {u"post"_s, u"basic"_s}) == u"basic";
    options.clientAuth = basic ? PracticeServer::ClientAuth::Basic : PracticeServer::ClientAuth::Post;
    options.tlsCertificate = reader.file(u"tls-cert"_s);
    options.tlsKey = reader.file(u"tls-key"_s);
    options.logFile = reader.file(u"log"_s);
    options.delay = std::chrono::milliseconds(reader.whole(u"delay"_s, 0, 600'000));
    QString wrong = reader.wrong();
    if (wrong.isEmpty() && options.tlsCertificate.isEmpty() != options.tlsKey.isEmpty())
        wrong = u"--tls-cert and --tls-key belong together; give both or neither"_s;
    if (wrong.isEmpty() && !parser.positionalArguments().isEmpty())
        wrong = u"\"%1\" is no option; see --help for those that there are"_s.arg(parser.positionalArguments().first());
    if (!wrong.isEmpty())
        return Error{.code = ErrorCode::Invalid, .detail = wrong};
    return options;
}

QString help(const QCommandLineParser &parser)
{
    const auto inLines = [](const QStringList &receipts) {
        QString lines;
        for (qsizetype i = 0; i < receipts.size(); i += 7)
            lines += u"  "_s + receipts.mid(i, 7).join(u' ') + u'\n';
        return lines;
    };
    return parser.helpText() + u"\nReceipt numbers that it knows:\n"_s + inLines(PracticeServer::receipts())
        + u"\nThose that give the error of their last three digits:\n"_s + inLines(PracticeServer::reservedReceipts());
}

} // namespace

int main(int argc, char *argv[])
{
    startSafely();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"linterna-practice-server"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LINTERNA_VERSION));
    installRedactingMessageHandler();
    quitOnSignals(application);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Stands in for the USCIS Torch Case Status API on 127.0.0.1, with invented cases.\n"
        "Prints its base URL, then the client ID and secret that it accepts."_s);
    addOptions(parser);
    if (!parser.parse(QCoreApplication::arguments()))
        return complain(exitBadArguments, parser.errorText() + u" See --help for the options that there are."_s);
    if (parser.isSet(u"version"_s))
        return std::printf("%s %s\n", "linterna-practice-server", LINTERNA_VERSION) > 0 ? 0 : exitFailed;
    if (parser.isSet(u"help"_s)) {
        std::fputs(qUtf8Printable(help(parser)), stdout);
        return 0;
    }
    const auto options = readOptions(parser);
    if (!options)
        return complain(exitBadArguments, options.error().detail);

    SystemClock clock;
    PracticeServer server(clock);
    if (const auto started = server.start(*options); !started) {
        const bool badFile = started.error().code == ErrorCode::Invalid;
        return complain(badFile ? exitBadArguments : exitFailed, started.error().detail);
    }
    std::printf("%s\nClient ID: %s\nClient secret: %s\n", qUtf8Printable(server.baseUrl().toString()),
                qUtf8Printable(PracticeServer::clientId()), qUtf8Printable(PracticeServer::clientSecret()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
