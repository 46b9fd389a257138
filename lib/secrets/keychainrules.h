// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"
#include "lib/base/secret.h"

namespace linterna {

//! How the keychain library answered.
enum class KeychainReply {
    Done,
    NotFound,  //!< Also what a locked keyring answers to a read (libsecret).
    Denied,    //!< By the person or by the keyring.
    NoService, //!< No keychain to talk to.
    Failed,    //!< Anything else; on Linux also: no keyring service.
};

//! What the keyring service says about itself.
struct KeyringState {
    enum class Service {
        NotAsked,     //!< The keychain library's own answers are to be believed (KWallet, other systems than Linux).
        Absent,       //!< No program offers the service, and none can be started to.
        Silent,       //!< The service is there and does not answer.
        NoCollection, //!< The keyring has no collection yet to put secrets in.
        Locked,
        Open,
    };
    Service service = Service::NotAsked;
    //! The keyring holds an entry of the name that was asked for.
    bool holdsEntry = false;
    //! All entries of that name are in a locked collection.
    bool entryLocked = false;
    //! More than one entry has that name: other programs may have given theirs other attributes.
    bool holdsSeveral = false;

    bool operator==(const KeyringState &) const = default;
};

//! What is true of an entry after the library answered a read with anything but Done, or a removal with anything.
enum class EntryMeaning {
    NotThere,     //!< The keyring is open and was really searched.
    Contradicted, //!< The library says that it is not there, the keyring says that it is.
};
//! What the answers of library and keyring mean together. Errors: KeychainLocked, KeychainAbsent, KeychainDenied (with
//! `detail`).
[[nodiscard]] Result<EntryMeaning> entryMeaning(KeychainReply reply, const KeyringState &state, const QString &detail);

//! The secret as text for a keychain, which cuts text at a NUL byte: UTF-8 text as it is, so that an administrator can
//! put a client secret there with other tools; any other bytes (and text that begins with "base64:") as "base64:" and
//! base64. The text is secret too: wipe it.
[[nodiscard]] QString keychainText(const Secret &secret);
//! The inverse of keychainText(). Error Storage when what follows "base64:" is no base64.
[[nodiscard]] Result<Secret> secretFromKeychain(QByteArray &&text);

} // namespace linterna
