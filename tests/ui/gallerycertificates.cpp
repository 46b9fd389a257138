// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallerycertificates.h"
#include "tests/support/patience.h"

#include "tests/support/fakeclock.h"
#include "tests/support/rawserver.h"
#include "tests/support/testcertificateauthority.h"
#include "tests/ui/samples.h"
#include "ui/certificates/certificatedialog.h"

#include <QFile>
#include <QPushButton>
#include <QTest>

#include <functional>
#include <map>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The servers, files and objects that the pictures show.
struct Booth {
    Booth()
    {
        const QString names = u"subjectAltName=DNS:gateway.county.example,DNS:api.county.example,IP:127.0.0.1"_s;
        const QString subject = u"/O=County Immigration Services/CN=gateway.county.example"_s;
        office.make(u"good"_s, {.subject = subject, .extensions = names});
        office.make(u"soon"_s, {.subject = subject, .extensions = names, .to = samples::now().addDays(11)});
        office.make(u"expired"_s, {.subject = subject, .extensions = names, .to = samples::now().addDays(-200)});
        office.make(u"elsewhere"_s, {.subject = subject, .extensions = u"subjectAltName=DNS:other.example"_s});
        office.make(u"root"_s,
                    {.subject = u"/CN=County Root CA 2025"_s, .extensions = test::TestCertificateAuthority::authority});
        office.make(u"signed"_s, {.subject = subject, .extensions = names, .issuer = u"root"_s});
        QStringList many{u"DNS:"_s + u"a"_s.repeated(240)};
        for (int i = 0; i < 12; ++i)
            many += u"DNS:very-long-name-of-a-host-%1.department.county.example"_s.arg(i);
        office.make(u"hostile"_s,
                    {.subject = u"/CN=<b>Trust me<\\/b> \u202Etxt.exe, signed by USCIS itself ok"_s,
                     .extensions = u"subjectAltName="_s + many.join(u',')});
        QFile chain(office.path(u"chain.pem"_s));
        if (chain.open(QIODevice::WriteOnly))
            chain.write(office.pem(u"signed"_s) + office.pem(u"root"_s));
    }
    [[nodiscard]] quint16 serve(const QStringList &names)
    {
        server = std::make_unique<test::RawServer>(std::vector<test::raw::Script>{{test::raw::ReadRequest{}}},
                                                   office.server(names));
        return server->port();
    }
    //! Takes the connection and says nothing.
    [[nodiscard]] quint16 serveNothing()
    {
        server = std::make_unique<test::RawServer>(std::vector<test::raw::Script>{{test::raw::ReadRequest{}}});
        return server->port();
    }
    test::TestCertificateAuthority office;
    std::unique_ptr<test::RawServer> server;
    test::FakeClock clock;
    CertificateProbe probe{clock};
};

using Arrange = std::function<void(Booth &, CertificateDialog &)>;

Arrange fromServer(const QStringList &names)
{
    return [names](Booth &b, CertificateDialog &d) { d.forServer(u"127.0.0.1"_s, b.serve(names)); };
}

Arrange fromFile(const QString &name)
{
    return [name](Booth &b, CertificateDialog &d) { d.forFile(b.office.certificate(name)); };
}

const std::map<QString, Arrange> &states()
{
    static const std::map<QString, Arrange> all{
        {u"certificate"_s, fromServer({u"good"_s})},
        {u"certificate-waiting"_s,
         [](Booth &b, CertificateDialog &d) { d.forServer(u"127.0.0.1"_s, b.serveNothing()); }},
        {u"certificate-chain"_s, fromServer({u"signed"_s, u"root"_s})},
        {u"certificate-no-root"_s, fromServer({u"signed"_s})},
        {u"certificate-wrong-host"_s, fromServer({u"elsewhere"_s})},
        {u"certificate-unreachable"_s, [](Booth &, CertificateDialog &d) { d.forServer(u"127.0.0.1"_s, 9); }},
        {u"certificate-file"_s, fromFile(u"good"_s)},
        {u"certificate-soon"_s, fromFile(u"soon"_s)},
        {u"certificate-expired"_s, fromFile(u"expired"_s)},
        {u"certificate-hostile"_s, fromFile(u"hostile"_s)},
        {u"certificate-file-refused"_s, [](Booth &b, CertificateDialog &d) { d.forFile(b.office.key(u"good"_s)); }},
        {u"certificate-not-stored"_s,
         [](Booth &b, CertificateDialog &d) {
             d.forFile(b.office.certificate(u"good"_s));
             d.findChild<QPushButton *>(u"trust"_s)->click();
         }},
    };
    return all;
}

} // namespace

QStringList certificateStates()
{
    QStringList names;
    for (const auto &[name, arrange] : states())
        names += name;
    return names;
}

void showCertificateDialog(QWidget *window, const QString &state)
{
    static Booth booth;
    auto *dialog = new CertificateDialog(booth.probe, {.now = samples::now, .openUrl = {}}, u"/proc/nowhere"_s, window);
    states().at(state)(booth, *dialog);
    dialog->open();
    if (state != u"certificate-waiting"_s)
        (void)test::waitFor([&] { return !dialog->isWaiting(); });
}

} // namespace linterna
