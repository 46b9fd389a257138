// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordkeeping/protectioncontroller.h"

#include "ui/widgets/question.h"
#include "ui/words/errortext.h"

#include <QDir>

namespace linterna {

using Way = RecordKeepingDialog::Way;

namespace {

//! Why the history could not be opened.
QString whyClosed(const Error &error)
{
    const bool keyring = error.code == ErrorCode::KeychainLocked || error.code == ErrorCode::KeychainAbsent
        || error.code == ErrorCode::KeychainDenied;
    return keyring ? errorLine(error) : recordProblemText(error);
}

} // namespace

ProtectionController::ProtectionController(RecordLifecycle &record, Settings &settings, QWidget *window)
    : QObject(window), m_record(record), m_settings(settings), m_window(window)
{
    connect(&m_record, &RecordLifecycle::changed, this, &ProtectionController::stateChanged);
}

void ProtectionController::stateChanged(const RecordState &state)
{
    if (m_settled)
        return;
    if (state.mode == RecordState::Mode::AwaitsPassphrase)
        askForPassphrase();
    else if (!m_dialog) // an open dialog must be answered first
        settle();
}

void ProtectionController::settle()
{
    if (m_settled)
        return;
    m_settled = true;
    emit settled();
}

void ProtectionController::remedy()
{
    switch (recordRemedy(m_record.state())) {
    case RecordRemedy::EnterPassphrase:
        return askForPassphrase();
    case RecordRemedy::Choose:
        return choose();
    case RecordRemedy::TryAgain:
        return tryAgain();
    case RecordRemedy::FindKey:
        return askAboutKey();
    case RecordRemedy::None:
        break;
    }
}

void ProtectionController::choose()
{
    if (m_dialog || m_record.isBusy())
        return;
    auto *dialog = new RecordKeepingDialog(m_record.state(), m_window);
    connect(dialog, &RecordKeepingDialog::chosen, this, &ProtectionController::use);
    connect(dialog, &RecordKeepingDialog::passphraseChangeRequested, this, &ProtectionController::askForChange);
    follow(dialog);
    dialog->open();
}

void ProtectionController::use(Way way)
{
    const RecordState &state = m_record.state();
    if (way == Way::Nothing) {
        m_settings.setKeepNothing(true);
        m_record.keepNothing();
    } else if (way == Way::Passphrase) {
        if (!state.underPassphrase)
            askForNewPassphrase();
        else if (state.isForThisRunOnly())
            askForPassphrase();
    } else if (state.underPassphrase && !state.isForThisRunOnly()) {
        moveToKeychain();
    } else if (state.underPassphrase) { // a closed record must be opened first
        askForPassphrase();
    } else if (state.isForThisRunOnly()) {
        m_settings.setKeepNothing(false);
        tryAgain();
    }
}

void ProtectionController::tryAgain()
{
    emit busy(true);
    m_record.tryAgain()->onFinished(this, [this](const Result<Nothing> &tried) {
        emit busy(false);
        if (!m_record.state().isForThisRunOnly())
            emit told(tr("The history is open. What you looked up meanwhile is in it."), false);
        else if (!tried)
            emit told(tr("The history is still closed. %1").arg(whyClosed(tried.error())), true);
    });
}

void ProtectionController::moveToKeychain()
{
    emit busy(true);
    m_record.moveToKeychain()->onFinished(this, [this](const Result<Nothing> &moved) {
        emit busy(false);
        if (moved)
            emit told(tr("The key to the history is in the keyring now. The passphrase is not needed any more."),
                      false);
        else if (moved.error().code == ErrorCode::Invalid)
            emit told(tr("The keyring already holds the key to the history of another folder. The passphrase stays."),
                      true);
        else
            emit told(tr("The passphrase stays. %1").arg(errorLine(moved.error())), true);
    });
}

void ProtectionController::askAboutKey()
{
    if (m_dialog || m_record.isBusy())
        return;
    auto *question = new Question(
        tr("The key to the history is missing"),
        tr("The history on this computer is encrypted, and nobody can open it without its key, which is not in "
           "the keyring. If you can bring the key back there, do that and try again.\nOtherwise begin a new "
           "history: the old file stays as it is, under another name, and a backup can be restored into the new "
           "history (File, Restore a backup)."),
        m_window);
    question->addChoice(tr("Try again"), [this] { tryAgain(); });
    question->addChoice(tr("Begin a new history"), [this] { beginAnew(); });
    question->addChoice(tr("Cancel"));
    follow(question);
    question->open();
}

void ProtectionController::askToBeginAnew()
{
    if (m_dialog || m_record.isBusy())
        return;
    auto *question = new Question(
        tr("Begin a new history?"),
        tr("Nobody can recover the passphrase. The old history stays as it is, in a file under another name, and "
           "a backup can be restored into the new one (File, Restore a backup).\nWhat you looked up since the "
           "start goes into the new history."),
        m_window);
    question->addChoice(tr("Begin a new history"), [this] { beginAnew(); });
    question->addChoice(tr("Cancel"));
    connect(question, &QDialog::finished, this, &ProtectionController::settle);
    follow(question);
    question->open();
}

void ProtectionController::beginAnew()
{
    emit busy(true);
    m_record.beginAnew()->onFinished(this, [this](const Result<QString> &kept) {
        emit busy(false);
        if (kept)
            emit told(tr("The old history is kept as %1.").arg(QDir::toNativeSeparators(*kept)), false);
        else
            emit told(tr("The history stays as it was. (%1)").arg(kept.error().detail), true);
    });
}

PassphraseDialog *ProtectionController::newDialog(PassphraseDialog::Purpose purpose)
{
    auto *dialog = new PassphraseDialog(purpose, m_window);
    follow(dialog);
    return dialog;
}

void ProtectionController::follow(QDialog *dialog)
{
    m_dialog = dialog;
    connect(dialog, &QDialog::finished, this, [this] { m_dialog = nullptr; });
}

void ProtectionController::askForPassphrase()
{
    if (m_dialog || m_record.isBusy())
        return;
    PassphraseDialog *dialog = newDialog(PassphraseDialog::Purpose::Open);
    connect(dialog, &QDialog::finished, this, [this](int result) {
        if (result != PassphraseDialog::Forgotten)
            return settle();
        QMetaObject::invokeMethod(this, &ProtectionController::askToBeginAnew, Qt::QueuedConnection);
    });
    connect(dialog, &PassphraseDialog::submitted, this, [this, dialog](const Secret &passphrase) {
        m_record.unlock(passphrase)->onFinished(dialog, [this, dialog](const Result<bool> &opened) {
            if (opened && *opened) {
                m_settings.setKeepNothing(false);
                dialog->accept();
            } else if (opened) {
                dialog->sayWrong();
            } else {
                dialog->say(recordProblemText(opened.error()));
            }
        });
    });
    dialog->open();
}

void ProtectionController::askForNewPassphrase()
{
    if (m_dialog || m_record.isBusy())
        return;
    PassphraseDialog *dialog = newDialog(PassphraseDialog::Purpose::Create);
    connect(dialog, &PassphraseDialog::submitted, this, [this, dialog](const Secret &, const Secret &fresh) {
        m_record.protect(fresh)->onFinished(dialog, [this, dialog](const Result<Nothing> &kept) {
            if (!kept)
                return dialog->say(recordProblemText(kept.error()));
            m_settings.setKeepNothing(false);
            dialog->accept();
            emit told(tr("The history is kept, under its passphrase. What you looked up meanwhile is in it."), false);
        });
    });
    dialog->open();
}

void ProtectionController::askForChange()
{
    if (m_dialog || m_record.isBusy())
        return;
    PassphraseDialog *dialog = newDialog(PassphraseDialog::Purpose::Change);
    connect(dialog, &PassphraseDialog::submitted, this, [this, dialog](const Secret &present, const Secret &fresh) {
        m_record.changePassphrase(present, fresh)->onFinished(dialog, [this, dialog](const Result<bool> &changed) {
            if (!changed)
                return dialog->say(recordProblemText(changed.error()));
            if (!*changed)
                return dialog->sayWrong();
            dialog->accept();
            emit told(tr("The passphrase is changed."), false);
        });
    });
    dialog->open();
}

} // namespace linterna
