// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every state of the window, to be looked at: linterna_gallery DIR [--size 1024x640] [--font 2] [STATE …]
#include "lib/i18n/languageswitcher.h"
#include "tests/ui/gallerybackups.h"
#include "tests/ui/gallerycertificates.h"
#include "tests/ui/galleryconnections.h"
#include "tests/ui/galleryexport.h"
#include "tests/ui/gallerylists.h"
#include "tests/ui/galleryoffice.h"
#include "tests/ui/gallerypapers.h"
#include "tests/ui/galleryrecord.h"
#include "tests/ui/highcontrast.h"
#include "tests/ui/samples.h"
#include "ui/caseactions/casedeletion.h"
#include "ui/casecard/casecard.h"
#include "ui/casecard/linkconfirmation.h"
#include "ui/exchange/exportdialog.h"
#include "ui/list/listview.h"
#include "ui/lookup/lookupbar.h"
#include "ui/mainwindow/mainview.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/windowmenus.h"
#include "ui/style/focusring.h"
#include "ui/style/icons.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>

#include <cstdio>
#include <functional>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace {

const ViewEnvironment environment{.now = samples::now, .openUrl = [](const QUrl &) {}};

struct Scene {
    explicit Scene(bool practice)
        : view(new MainView(environment, practice)), status(new StatusLine(environment)),
          menus(new WindowMenus(window.menuBar(), practice, &window))
    {
        window.setCentralWidget(view);
        window.setStatusBar(status);
        connection.name = practice ? u"Practice"_s : u"USCIS sandbox"_s;
        connection.practice = practice;
        status->showConnection(connection);
        status->showQuota(388, 1000);
        status->showTokenExpiry(samples::now().addSecs(24 * 60));
        status->showRecordState({});
        view->lookup().setLanguage(QLocale().language() == QLocale::Spanish ? u"es"_s : u"en"_s);
        view->history().setPage(listRows(samples::casePage(214, 214)));
        view->lookup().focusEntry();
    }
    QMainWindow window;
    MainView *view;
    StatusLine *status;
    WindowMenus *menus;
    Connection connection;

    //! With the hours of USCIS's sandbox, which is closed on the Sunday of the pictures.
    void inHours()
    {
        connection.serviceHours = builtInConnections().front().serviceHours;
        status->showConnection(connection);
        status->showQuota(388, 1000);
    }

    void type(const QString &text) const { view->findChild<QLineEdit *>()->setText(text); }
    void show(const CheckOutcome &outcome) const
    {
        type(outcome.receipt.toString());
        view->card().showOutcome(outcome, true);
        view->history().select(outcome.id);
    }
};

void settle()
{
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
}

struct State {
    QString name;
    bool practice = true;
    std::function<void(Scene &)> arrange;
};

Error withMessage(ErrorCode code, int status, const QString &message)
{
    return {.code = code, .httpStatus = status, .serverMessage = message};
}

CheckOutcome withText(const QString &title, const QString &text)
{
    CaseStatus status = samples::affirmed();
    status.title = {title, {}};
    status.description = {text, {}};
    return samples::answered(status);
}

void addAnswers(std::vector<State> &states)
{
    states.push_back({u"answered"_s, true, [](Scene &s) { s.show(samples::answered(samples::affirmed())); }});
    states.push_back({u"answered-real"_s, false,
                      [](Scene &s) { s.show(samples::answered(samples::withHistory(), Change::Status)); }});
    states.push_back(
        {u"timeline"_s, true, [](Scene &s) { s.show(samples::answered(samples::withHistory(), Change::Unchanged)); }});
    states.push_back({u"both"_s, false, [](Scene &s) {
                          s.view->card().setStatusLanguage(Settings::StatusLanguage::Both);
                          s.show(samples::answered(samples::withHistory(), Change::Unchanged));
                      }});
    states.push_back(
        {u"repaired"_s, true, [](Scene &s) {
             CaseStatus status = samples::affirmed();
             status.repaired = true;
             status.mended = {{u"current_case_status_desc_en"_s, 2}, {u"current_case_status_desc_es"_s, 4}};
             s.show(samples::answered(status));
         }});
    states.push_back({u"no-spanish"_s, true, [](Scene &s) {
                          CaseStatus status = samples::affirmed();
                          status.title.es.clear();
                          status.description.es.clear();
                          s.show(samples::answered(status));
                      }});
    states.push_back({u"dateless"_s, true, [](Scene &s) {
                          CaseStatus status = samples::affirmed();
                          status.submittedDate.clear();
                          status.modifiedDate.clear();
                          s.show(samples::answered(status));
                      }});
    states.push_back({u"not-saved"_s, false, [](Scene &s) {
                          CheckOutcome outcome = samples::answered(samples::affirmed());
                          outcome.notRecorded = Error{.code = ErrorCode::Storage, .detail = u"disk full"_s};
                          s.show(outcome);
                      }});
    states.push_back({u"long-text"_s, true, [](Scene &s) {
                          s.show(withText(u"Request for Additional Evidence Was Sent"_s,
                                          u"On November 2, 2026, we sent a request. "_s.repeated(2000)));
                      }});
    states.push_back({u"hostile-text"_s, true, [](Scene &s) {
                          s.show(withText(u"<b>Case</b> <script>alert(1)</script> Approved &amp; \u202Edesrever"_s,
                                          u"<img src=http://127.0.0.1/x.png><a href=\"javascript:alert(1)\">click</a> "
                                          "<a href=\"https://uscis.gov@evil.example/\">uscis.gov</a> <h1>BIG</h1>"
                                          "<style>*{color:red}</style><table><tr><td>cell"_s));
                      }});
}

void addFailures(std::vector<State> &states)
{
    const auto fail = [&](const QString &name, const Error &error, bool previous, bool practice = false) {
        states.push_back({name, practice, [=](Scene &s) { s.show(samples::failed(error, previous)); }});
    };
    fail(u"not-recognized"_s,
         withMessage(ErrorCode::NotRecognized, 404,
                     u"Case Status Online does not recognize the receipt number entered. Please check your receipt "
                     "number and try again. If you need further assistance, please call the USCIS Contact Center at "
                     "1-800-375-5283."_s),
         false);
    Error closed =
        withMessage(ErrorCode::Closed, 503,
                    u"The Case Status API Sandbox is unavailable at this time. Please retry your API request "
                    "during normal operation hours M-F 7:00AM EST - 8:00 PM EST"_s);
    closed.retryAt = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    fail(u"closed"_s, closed, true);
    states.push_back({u"closed-not-asked"_s, false, [closed](Scene &s) {
                          CheckOutcome outcome =
                              samples::failed(Error{.code = ErrorCode::Closed, .retryAt = closed.retryAt}, true);
                          outcome.asked = false;
                          outcome.id = 0;
                          s.inHours();
                          s.show(outcome);
                      }});
    fail(u"offline"_s, Error{.code = ErrorCode::Offline, .detail = u"api-int.uscis.gov: host not found"_s}, true);
    fail(u"quota-spent"_s,
         Error{.code = ErrorCode::QuotaSpent,
               .httpStatus = 429,
               .retryAt = QDateTime(QDate(2026, 11, 23), QTime(5, 0), Qt::UTC),
               .serverMessage = u"Rate limit quota violation."_s},
         false);
    fail(u"quota-spent-here"_s,
         Error{.code = ErrorCode::QuotaSpent, .retryAt = QDateTime(QDate(2026, 11, 23), QTime(5, 0), Qt::UTC)}, true);
    fail(u"bad-credentials"_s, withMessage(ErrorCode::BadCredentials, 401, u"Client credentials are invalid"_s), false);
    states.push_back({u"keyring-locked"_s, false, [](Scene &s) {
                          const RecordState state{.mode = RecordState::Mode::CannotOpen,
                                                  .why = Error{.code = ErrorCode::KeychainLocked}};
                          s.view->showRecordState(state);
                          s.status->showRecordState(state);
                          s.status->showTokenExpiry({});
                          s.view->history().setPage({});
                          s.show(samples::failed(Error{.code = ErrorCode::KeychainLocked}, false));
                      }});
}

//! Rows that cannot be trusted.
void addDamaged(std::vector<State> &states)
{
    const auto damaged = [&](const QString &name, const CheckInspection &check) {
        states.push_back({name, false, [check](Scene &s) {
                              CasePage page = samples::casePage(214, 214);
                              page.rows[2].unreadable = true;
                              s.view->history().setPage(listRows(page));
                              s.view->history().select(check.id);
                              s.view->card().showDamaged(check);
                          }});
    };
    damaged(u"damaged-row"_s,
            {.id = 212,
             .damage = CheckDamage::NotOpened,
             .checkedAt = samples::now().addDays(-3),
             .receipt = samples::receipt(u"SRC9999133404")});
    damaged(u"damaged-part"_s,
            {.id = 212,
             .damage = CheckDamage::PartDiffers,
             .checkedAt = samples::now().addDays(-3),
             .receipt = samples::receipt(u"SRC9999133404")});
    damaged(u"damaged-older"_s, {.id = 212, .damage = CheckDamage::OlderFile});
}

//! What the line below the entry says: practice for the sandbox's numbers, so that the banner is there too.
void addTyping(std::vector<State> &states)
{
    const auto typing = [&](const QString &name, const QString &text) {
        states.push_back({name, true, [text](Scene &s) { s.type(text); }});
    };
    typing(u"typing"_s, u"eac 99 991 03"_s);
    typing(u"typing-letter"_s, u"eac 99O"_s);
    typing(u"typing-wrong"_s, u"EAC 99X9"_s);
    typing(u"typing-whole"_s, u"eac-99-991-03402"_s);
    typing(u"typing-year"_s, u"MSC 21 902 12345"_s);
    typing(u"typing-electronic"_s, u"IOE0912345678"_s);
    typing(u"typing-letters"_s, u"MSC2I9O212345"_s);
    typing(u"typing-unknown"_s, u"ZLA2101250960"_s);
    typing(u"typing-text"_s, u"Receipt Number MSC2190212345 Case Type I-485"_s);
    typing(u"typing-words"_s, u"Dear Sir or Madam"_s);
    typing(u"typing-alphabet"_s, u"\u0415AC"_s);
    typing(u"several"_s, u"EAC9999103402, WAC0000000001, LIN99991"_s);
    typing(u"several-letters"_s, u"EAC9999103402, WACO00000000I, LIN9999106501, thank you"_s);
}

std::vector<State> allStates()
{
    std::vector<State> states;
    states.push_back({u"empty"_s, true, [](Scene &s) { s.view->history().setPage({}); }});
    states.push_back({u"empty-real"_s, false, [](Scene &) {}});
    states.push_back({u"empty-sandbox"_s, false, [](Scene &s) { s.view->card().setStartGuide(StartGuide::Sandbox); }});
    states.push_back({u"first-steps"_s, false, [](Scene &s) {
                          s.view->history().setPage({});
                          s.view->card().setStartGuide(StartGuide::FirstSteps);
                      }});
    addTyping(states);
    states.push_back(
        {u"asking"_s, true, [](Scene &s) {
             s.type(u"EAC9999103402"_s);
             s.view->card().showProgress(samples::receipt(u"EAC9999103402"), {CheckProgress::Phase::Asking, {}, {}});
         }});
    states.push_back(
        {u"asking-again"_s, true, [](Scene &s) {
             s.show(samples::answered(samples::affirmed()));
             s.view->card().showProgress(samples::receipt(u"EAC9999103402"), {CheckProgress::Phase::Asking, {}, {}});
         }});
    states.push_back({u"waiting"_s, false, [](Scene &s) {
                          s.show(samples::answered(samples::affirmed()));
                          s.view->card().showProgress(
                              samples::receipt(u"EAC9999103402"),
                              {CheckProgress::Phase::Waiting, samples::now().addSecs(12), ErrorCode::RateLimited});
                      }});
    addAnswers(states);
    addFailures(states);
    states.push_back({u"exported"_s, false, [](Scene &s) {
                          s.view->history().setMessage(ExportDialog::tr("%Ln check(s) exported to %1", nullptr, 214)
                                                           .arg(u"/home/ana/linterna-history.csv"_s));
                          s.show(samples::answered(samples::affirmed()));
                      }});
    states.push_back({u"deleted"_s, false, [](Scene &s) {
                          s.view->history().setMessage(
                              CaseDeletion::tr("Case %1 deleted (%2)")
                                  .arg(u"EAC9999103402"_s, CaseDeletion::tr("%Ln check(s)", nullptr, 3)),
                              false, true);
                      }});
    addDamaged(states);
    states.push_back({u"link"_s, true, [](Scene &s) {
                          s.show(samples::answered(samples::affirmed()));
                          (new LinkConfirmation(QUrl(u"https://www.uscis.gov/addresschange"_s), &s.window))->open();
                      }});
    for (const QString &name : officeStates())
        states.push_back({name, false, [name](Scene &s) { showOffice(*s.view, name); }});
    for (const QString &name : listStates())
        states.push_back({name, false, [name](Scene &s) { showList(s.view->history(), name); }});
    for (const QString &name : connectionStates())
        states.push_back({name, false, [name](Scene &s) { showConnectionsDialog(&s.window, name); }});
    for (const QString &name : recordStates())
        states.push_back({name, false, [name](Scene &s) { showRecord(&s.window, *s.view, *s.status, name); }});
    for (const QString &name : backupStates())
        states.push_back({name, false, [name](Scene &s) { showBackup(&s.window, name); }});
    for (const QString &name : certificateStates())
        states.push_back({name, false, [name](Scene &s) { showCertificateDialog(&s.window, name); }});
    for (const QString &name : exportStates())
        states.push_back({name, false, [name](Scene &s) { showExportDialog(&s.window, name); }});
    return states;
}

void picture(const State &state, const QDir &folder, const QString &suffix, const QSize &size)
{
    Scene scene(state.practice);
    scene.window.resize(size);
    scene.window.show();
    scene.window.activateWindow();
    settle();
    state.arrange(scene);
    settle();
    const QString file = folder.filePath(state.name + suffix + u".png"_s);
    QPixmap image = scene.window.grab();
    for (QWidget *menu : scene.window.findChildren<QMenu *>()) {
        if (menu->isVisible())
            menu->grab().save(folder.filePath(state.name + u"-menu"_s + suffix + u".png"_s));
        menu->close();
    }
    for (QWidget *dialog : scene.window.findChildren<QDialog *>()) {
        if (!dialog->isVisible())
            continue;
        dialog->grab().save(folder.filePath(state.name + u"-dialog"_s + suffix + u".png"_s));
        dialog->close();
    }
    image.save(file);
    std::printf("%s\n", qPrintable(file));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption size(u"size"_s, u"Size of the window."_s, u"WxH"_s, u"1120x720"_s);
    const QCommandLineOption font(u"font"_s, u"Factor of the system's font."_s, u"factor"_s, u"1"_s);
    const QCommandLineOption language(u"language"_s, u"en or es; both without."_s, u"code"_s);
    const QCommandLineOption theme(u"theme"_s, u"light, dark, contrast or contrast-white; light and dark without."_s,
                                   u"name"_s);
    parser.addOptions({size, font, language, theme});
    parser.process(app);
    QStringList names = parser.positionalArguments();
    if (names.isEmpty())
        return 2;
    const QDir folder(names.takeFirst());
    folder.mkpath(u"."_s);
    QFont base = app.font();
    base.setPointSizeF(base.pointSizeF() * parser.value(font).toDouble());
    app.setFont(base);
    const QStringList wh = parser.value(size).split(u'x');
    Theme colors;
    FocusRing ring;
    LanguageSwitcher languages;
    languages.setLanguage(u"en"_s); // papers speak a language of their own
    for (const QString &name : paperStates()) {
        if (names.isEmpty() || names.contains(name))
            writePaper(name, folder);
    }
    for (const QString &code :
         parser.isSet(language) ? QStringList{parser.value(language)} : QStringList{u"en"_s, u"es"_s}) {
        languages.setLanguage(code);
        for (const QString &name :
             parser.isSet(theme) ? QStringList{parser.value(theme)} : QStringList{u"light"_s, u"dark"_s}) {
            colors.apply(name == u"dark"_s ? Settings::Theme::Dark : Settings::Theme::Light);
            if (name.startsWith(u"contrast"_s))
                QApplication::setPalette(highContrast(name == u"contrast-white"_s));
            for (const State &state : allStates()) {
                if (names.isEmpty() || names.contains(state.name))
                    picture(state, folder, u"-%1-%2"_s.arg(code, name), {wh.value(0).toInt(), wh.value(1).toInt()});
            }
        }
    }
    return 0;
}
