// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of errortext.h about the record.
#include "ui/words/errortext.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

namespace linterna {

namespace {

struct RecordRow {
    ErrorCode code;
    const char *text;
};

struct RecordStateTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::ErrorText)
public:
    static constexpr RecordRow recordRows[] = {
        {ErrorCode::KeychainLocked,
         QT_TR_NOOP("The keyring is locked, so the saved history cannot be opened. Nothing in it was "
                    "changed. What you look up now goes into it when it opens, and is otherwise kept until the "
                    "program ends. Unlock the keyring, then try again.")},
        {ErrorCode::KeychainAbsent,
         QT_TR_NOOP("This computer has no keyring. History and client secret are kept until the program "
                    "ends and are not written to disk. The history can be kept under a passphrase instead.")},
        {ErrorCode::KeychainDenied,
         QT_TR_NOOP("The keyring did not let Linterna in, so the saved history cannot be opened. Nothing "
                    "in it was changed. What you look up now is kept until the program ends.")},
        {ErrorCode::NotConfigured,
         QT_TR_NOOP("The key to the saved history is no longer in the keyring, so the history cannot be "
                    "read. The file is left as it is. What you look up now is kept until the program "
                    "ends.")},
        {ErrorCode::Unreadable,
         QT_TR_NOOP("The file with the key to the saved history is damaged, so the history cannot be opened. "
                    "Nothing was changed. Put a copy of this file in its place, then try again. What you look up "
                    "now is kept until the program ends.")},
        {ErrorCode::StorageBusy,
         QT_TR_NOOP(
             "Another program holds the history, so it cannot be opened yet. Linterna opens it by itself as soon as "
             "that program lets it go. What you look up now goes into it then, and is otherwise kept until the "
             "program ends.")},
        {ErrorCode::Storage,
         QT_TR_NOOP("The saved history could not be opened. The file is left as it is. What you look up "
                    "now is kept until the program ends.")},
    };

    static constexpr RecordRow problemRows[] = {
        {ErrorCode::Unreadable,
         QT_TR_NOOP("The file with the key to the history is damaged. Nothing was changed. Put a copy of this file in "
                    "its place, then try again.")},
        {ErrorCode::NotConfigured,
         QT_TR_NOOP("There is a history in this folder already, and its key is another one. Nothing was changed.")},
        {ErrorCode::StorageBusy,
         QT_TR_NOOP("Another program holds the history. Nothing was changed. Try again when it has finished.")},
        {ErrorCode::Cancelled, QT_TR_NOOP("Linterna is still opening the history. Try again in a moment.")},
        {ErrorCode::Storage, QT_TR_NOOP("The disk could not be read or written. What was there stays as it is.")},
    };
};

//! Text of the row with the error's code, else of the last row, followed by the error's detail in brackets.
QString inWords(std::span<const RecordRow> rows, const Error &error)
{
    const auto found = std::ranges::find(rows, error.code, &RecordRow::code);
    QString text = RecordStateTexts::tr((found == rows.end() ? rows.back() : *found).text);
    if (!error.detail.isEmpty())
        text += QStringLiteral(" (%1)").arg(error.detail);
    return text;
}

} // namespace

QString recordStateText(const RecordState &state)
{
    if (!state.why) {
        if (state.mode == RecordState::Mode::AwaitsPassphrase)
            return RecordStateTexts::tr(
                "The history is closed until its passphrase is entered. What you look up now goes into it "
                "then, and is otherwise kept until the program ends.");
        return state.damagedKeptAs.isEmpty()
            ? QString()
            : RecordStateTexts::tr(
                  "The saved history was damaged, and a new one was begun. The damaged file is kept as %1. If you have a "
                  "backup, choose File, Restore a backup.")
                  .arg(state.damagedKeptAs);
    }
    return inWords(RecordStateTexts::recordRows, *state.why);
}

QString recordProblemText(const Error &error)
{
    return inWords(RecordStateTexts::problemRows, error);
}

} // namespace linterna
