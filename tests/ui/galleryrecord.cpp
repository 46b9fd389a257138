// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/galleryrecord.h"

#include "mainwindow/mainview.h"
#include "mainwindow/statusline.h"
#include "settings/passphrasedialog.h"
#include "settings/recordkeepingdialog.h"
#include "settings/secretentry.h"

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
    RecordState state;
    state.forThisRunOnly = true;
    state.underPassphrase = underPassphrase;
    state.why = Error{.code = why, .detail = detail};
    return state;
}

RecordState locked()
{
    RecordState state = closed(ErrorCode::Storage, true);
    state.why.reset();
    return state;
}

RecordState open(bool underPassphrase)
{
    RecordState state;
    state.underPassphrase = underPassphrase;
    return state;
}

RecordState byChoice()
{
    RecordState state = locked();
    state.underPassphrase = false;
    state.byChoice = true;
    return state;
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

std::vector<State> states()
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
        {u"passphrase-busy"_s, locked(),
         [words](QWidget *w) { ask(w, Purpose::Open, {words})->setBusy(true); }},
        {u"passphrase-wrong"_s, locked(),
         [words](QWidget *w) { ask(w, Purpose::Open, {words})->sayWrong(); }},
        {u"passphrase-new"_s, closed(ErrorCode::KeychainAbsent), [](QWidget *w) { ask(w, Purpose::Create, {}); }},
        {u"passphrase-new-good"_s, closed(ErrorCode::KeychainAbsent),
         [words](QWidget *w) { ask(w, Purpose::Create, {words, words}); }},
        {u"passphrase-new-unlike"_s, closed(ErrorCode::KeychainAbsent),
         [words](QWidget *w) { pressPrimary(ask(w, Purpose::Create, {u"nine here"_s, words})); }},
        {u"passphrase-change"_s, open(true), [](QWidget *w) { ask(w, Purpose::Change, {}); }},
    };
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
