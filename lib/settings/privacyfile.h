// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/filetrouble.h"
#include "lib/base/result.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace linterna {

//! What a person chose about privacy, and what else must outlive a broken settings file.
struct PrivacyChoices {
    bool keepNothing = false;
    //! Nobody knows any more what was chosen: nothing is kept until the person chooses anew.
    bool inDoubt = false;
    int retentionMonths = 0;
    //! The last export was masked.
    bool maskedExport = false;
    //! The last start at which the clock was in no doubt (lib/record/deletionrules.h). UTC.
    std::optional<QDateTime> lastStart = {};
    //! This program's files that were there, and held something, at `lastStart`.
    QStringList files = {};

    bool operator==(const PrivacyChoices &) const = default;
};

//! The file of these choices, privacy.json: written whole, for its owner alone, with a checksum of its own, so that it
//! is either what was written or known to be damaged. settings.ini holds the choices too; where the two differ the
//! stricter one counts.
struct PrivacyFile {
    enum class State { Missing, Sound, Damaged };
    State state = State::Missing;
    PrivacyChoices choices;
    //! Why it is Damaged.
    FileTrouble::What what = FileTrouble::What::Damaged;

    [[nodiscard]] static PrivacyFile read(const QString &path);
    //! Error: Storage.
    [[nodiscard]] static Result<Nothing> write(const QString &path, const PrivacyChoices &choices);
};

} // namespace linterna
