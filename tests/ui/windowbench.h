// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/localrecord.h"
#include "lib/recordkeeping/recordlifecycle.h"
#include "lib/secrets/memorysecretstore.h"
#include "lib/settings/settings.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/patience.h"
#include "tests/support/testconnection.h"
#include "tests/support/testrecord.h"
#include "ui/mainwindow/mainwindow.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace linterna::test {

//! The whole window with a simulated network and clock, a record in memory and a folder of its own.
class WindowBench
{
public:
    explicit WindowBench(bool practice = false) : WindowBench(officeConnection(), practice) {}
    explicit WindowBench(Connection connection, bool practice = false)
    {
        using namespace Qt::Literals::StringLiterals;
        (void)connections.load();
        openInMemory(history);
        settings.setLanguage(u"en"_s);
        settings.setTheme(Settings::Theme::Light);
        languages.setLanguage(u"en"_s);
        window = std::make_unique<MainWindow>(WindowParts{checks, active, history, record, settings, languages,
                                                          connections, secrets, tester, clock,
                                                          folder.filePath(u"certificates"_s), practice, folder.path()});
        (void)secrets.write(connection.secretKey(), Secret::copyOf("s"));
        auto fake =
            std::make_shared<FakeNetwork>(clock, [this](const SeenRequest &request) { return answer(request); });
        network = fake.get();
        access = accessTo(fake);
        active.use(connection);
        window->showRecordState({});
        window->show();
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get(), patience);
        settle();
    }
    ~WindowBench() { window.reset(); }

    //! Connection to a service that is always open, without a noticeable rate limit.
    [[nodiscard]] static Connection officeConnection()
    {
        Connection connection = testConnection("USCIS sandbox");
        connection.requestsPerSecond = 1000;
        return connection;
    }
    //! Lets time pass until `condition` holds; false where it did not.
    template<class Condition>
    [[nodiscard]] bool until(Condition condition)
    {
        return waitFor([&] {
            clock.pass(std::chrono::milliseconds(5));
            return condition();
        });
    }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        for (QPushButton *each : window->findChildren<QPushButton *>()) {
            if (each->isVisibleTo(window.get()) && (each->accessibleName() == name || each->text() == name))
                return each;
        }
        return nullptr;
    }

    FakeReply answer(const SeenRequest &request) const
    {
        if (request.url.path().contains(QLatin1StringView("token")))
            return {.body = "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":\"1799\"}"};
        const QByteArray receipt = request.url.fileName().toLatin1();
        if (unknown.contains(receipt))
            return {.status = 404, .body = "{\"message\":\"does not recognize\"}", .held = held};
        return {.body = "{\"case_status\":{\"receiptNumber\":\"" + receipt
                    + "\",\"formType\":\"I-130\",\"current_case_status_text_en\":\"Case Was Received\","
                      "\"current_case_status_text_es\":\"Caso Fue Recibido\",\"current_case_status_desc_en\":\"We have "
                    + receipt + ".\",\"current_case_status_desc_es\":\"Tenemos " + receipt + ".\"}}",
                .headers = serverDate.isEmpty() ? std::vector<std::pair<QByteArray, QByteArray>>()
                                                : std::vector{std::pair(QByteArray("Date"), serverDate)},
                .held = held};
    }

    QTemporaryDir folder;
    FakeClock clock;
    MemorySecretStore secrets;
    LocalRecord history{clock};
    RecordLifecycle record{history, secrets, {}};
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    ConnectionStore connections{folder.filePath(QStringLiteral("connections.json"))};
    LanguageSwitcher languages;
    RateLimiters limiters{clock};
    ConnectionTester tester{secrets, limiters, clock};
    //! The network of the next connection that is used.
    NetworkAccess access;
    LayeredSecretStore layered{secrets};
    ActiveConnection active{connections, layered, limiters, clock, [this](const Connection &) { return access; }};
    CheckService checks{history, active, clock};
    FakeNetwork *network = nullptr;
    QSet<QByteArray> unknown;
    bool held = false;
    QByteArray serverDate;
    std::unique_ptr<MainWindow> window;
};

} // namespace linterna::test
