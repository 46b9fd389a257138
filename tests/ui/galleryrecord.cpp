// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/galleryrecord.h"

#include "tests/ui/samples.h"
#include "ui/caseactions/casedeletion.h"
#include "ui/connections/secretentry.h"
#include "ui/mainwindow/mainview.h"
#include "ui/mainwindow/statusline.h"
#include "ui/recordkeeping/erasecontroller.h"
#include "ui/recordkeeping/erasedialog.h"
#include "ui/recordkeeping/passphrasedialog.h"
#include "ui/recordkeeping/persondialog.h"
#include "ui/recordkeeping/recordkeepingdialog.h"
#include "ui/recordkeeping/retentiondialog.h"
#include "ui/widgets/question.h"

#include <QLineEdit>
#include <QPushButton>

#include <functional>
#include <utility>
#include <vector>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

using Purpose = PassphraseDialog::Purpose;

RecordState closed(ErrorCode why, bool underPassphrase = false, const QString &detail = {})
{
    return {.mode = RecordState::Mode::CannotOpen,
            .why = Error{.code = why, .detail = detail},
            .underPassphrase = underPassphrase};
}

RecordState locked()
{
    return {.mode = RecordState::Mode::AwaitsPassphrase, .underPassphrase = true};
}

RecordState open(bool underPassphrase)
{
    return {.underPassphrase = underPassphrase};
}

RecordState byChoice()
{
    return {.mode = RecordState::Mode::NothingKept};
}

PassphraseDialog *ask(QWidget *window, Purpose purpose, const QStringList &texts)
{
    auto *dialog = new PassphraseDialog(purpose, window);
    const auto entries = dialog->findChildren<SecretEntry *>();
    for (qsizetype i = 0; i < texts.size(); ++i)
        entries[i]->entry()->setText(texts[i]);
    dialog->open();
    return dialog;
}

void askName(QWidget *window, const QString &name)
{
    auto *dialog = new PersonDialog(name, window);
    dialog->setSystemName(u"Ana García"_s);
    dialog->open();
}

void pressPrimary(PassphraseDialog *dialog)
{
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->isDefault())
            button->click();
    }
}

struct State {
    QString name;
    RecordState record;
    std::function<void(QWidget *)> dialog = [](QWidget *) {};
};

void askDeletion(QWidget *window, const CaseDeletion::DeletionRequest &wish, const Deletion &count)
{
    CaseDeletion::newQuestion(wish, count, {}, window)->open();
}

void reportErased(QWidget *window, const Erased &erased)
{
    const ErasedWords words = erasedWords(erased);
    auto *report = new Question(words.heading, words.text, window);
    report->addChoice(EraseController::tr("Close Linterna"));
    report->open();
}

Erased erased(bool all)
{
    Erased what;
    what.files = {u"connections.json"_s, u"history.db"_s, u"requests.db"_s, u"settings.ini"_s};
    if (all) {
        what.secrets = {u"record/data-key"_s, u"connection/USCIS sandbox/client-secret"_s};
    } else {
        what.filesLeft = QStringList{u"history.key"_s};
        what.secretsLeft = {{u"record/data-key"_s, Error{.code = ErrorCode::KeychainLocked}},
                            {u"connection/USCIS sandbox/client-secret"_s, Error{.code = ErrorCode::KeychainLocked}}};
    }
    return what;
}

std::vector<State> forgettingStates()
{
    const CaseDeletion::DeletionRequest one{.receipts = {samples::receipt(u"EAC9999103402")},
                                            .client = u"García, file 00017"_s};
    const CaseDeletion::DeletionRequest client{
        .receipts = {samples::receipt(u"EAC9999103402"), samples::receipt(u"LIN9999106501")},
        .client = u"García, file 00017"_s,
        .all = true};
    const QStringList things{
        EraseController::tr("The history: %1 of %2")
            .arg(EraseController::tr("%Ln check(s)", nullptr, 1214), EraseController::tr("%Ln case(s)", nullptr, 214)),
        EraseController::tr("How much was asked on which day"),
        EraseController::tr("Connections: %1").arg(u"USCIS sandbox, Office"_s), EraseController::tr("All settings"),
        EraseController::tr("In the keyring: the key to the history, all client secrets and passwords for proxies")};
    return {
        {u"delete-case"_s, open(false), [one](QWidget *w) { askDeletion(w, one, {.checks = 3, .cases = 1}); }},
        {u"delete-several"_s, open(false),
         [](QWidget *w) {
             CaseDeletion::DeletionRequest several;
             for (int i = 0; i < 1204; ++i)
                 several.receipts.push_back(samples::receipt(u"EAC999910%1"_s.arg(3402 + i)));
             askDeletion(w, several, {.checks = 12'345, .cases = 1204});
         }},
        {u"delete-client"_s, open(false), [client](QWidget *w) { askDeletion(w, client, {.checks = 7, .cases = 2}); }},
        {u"person"_s, open(false), [](QWidget *w) { askName(w, {}); }},
        {u"person-wrong"_s, open(false), [](QWidget *w) { askName(w, u"Ana\u200b García"_s); }},
        {u"retention"_s, open(false), [](QWidget *w) { (new RetentionDialog(0, w))->open(); }},
        {u"retention-on"_s, open(false), [](QWidget *w) { (new RetentionDialog(36, w))->open(); }},
        {u"erase"_s, open(false),
         [things](QWidget *w) { (new EraseDialog(things, u"/home/ana/.local/share/linterna"_s, w))->open(); }},
        {u"erased"_s, open(false), [](QWidget *w) { reportErased(w, erased(true)); }},
        {u"erased-not-all"_s, closed(ErrorCode::KeychainLocked), [](QWidget *w) { reportErased(w, erased(false)); }},
    };
}

std::vector<State> recordKeepingStates()
{
    const auto keeping = [](const RecordState &state) {
        return [state](QWidget *window) { (new RecordKeepingDialog(state, window))->open(); };
    };
    const QString words = u"lantern in the window"_s;
    return {
        {u"record-absent"_s, closed(ErrorCode::KeychainAbsent)},
        {u"record-closed"_s, locked()},
        {u"record-damaged-key"_s,
         closed(ErrorCode::Unreadable, true, u"/home/ana/.local/share/linterna/history.key: damaged"_s)},
        {u"record-by-choice"_s, byChoice()},
        {u"record-keeping"_s, open(false), keeping(open(false))},
        {u"record-keeping-absent"_s, closed(ErrorCode::KeychainAbsent), keeping(closed(ErrorCode::KeychainAbsent))},
        {u"record-keeping-passphrase"_s, open(true), keeping(open(true))},
        {u"passphrase"_s, locked(), [](QWidget *w) { ask(w, Purpose::Open, {}); }},
        {u"passphrase-busy"_s, locked(), [words](QWidget *w) { ask(w, Purpose::Open, {words})->setBusy(true); }},
        {u"passphrase-wrong"_s, locked(), [words](QWidget *w) { ask(w, Purpose::Open, {words})->sayWrong(); }},
        {u"passphrase-new"_s, closed(ErrorCode::KeychainAbsent), [](QWidget *w) { ask(w, Purpose::Create, {}); }},
        {u"passphrase-new-good"_s, closed(ErrorCode::KeychainAbsent),
         [words](QWidget *w) {
             ask(w, Purpose::Create, {words, words});
         }},
        {u"passphrase-new-unlike"_s, closed(ErrorCode::KeychainAbsent),
         [words](QWidget *w) {
             pressPrimary(ask(w, Purpose::Create, {u"nine here"_s, words}));
         }},
        {u"passphrase-change"_s, open(true), [](QWidget *w) { ask(w, Purpose::Change, {}); }},
    };
}

std::vector<State> states()
{
    std::vector<State> all = recordKeepingStates();
    const std::vector<State> more = forgettingStates();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace

QStringList recordStates()
{
    QStringList names;
    for (const State &state : states())
        names += state.name;
    return names;
}

void showRecord(QWidget *window, MainView &view, StatusLine &status, const QString &name)
{
    for (const State &state : states()) {
        if (state.name != name)
            continue;
        view.showRecordState(state.record);
        status.showRecordState(state.record);
        state.dialog(window);
    }
}

} // namespace linterna
