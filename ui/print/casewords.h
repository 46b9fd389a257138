// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/caserecord.h"
#include "ui/casecard/cardtext.h"
#include "ui/widgets/factsgrid.h"

namespace linterna {

//! Content of the paper about one case.
struct CasePaper {
    CheckOutcome outcome;
    //! The office's own details. Note and tags are never printed, because they are not for everybody.
    CaseDetails details = {};
    //! Languages of the paper: "en", "es", or both, each beginning on a page of its own.
    QStringList languages = {QStringLiteral("en")};
    bool practice = false;
};

//! All texts of a paper about one case in one language, in the order of reading.
struct CaseWords {
    QString language;
    //! First line: that all of this is invented; empty except in practice.
    QString practice;
    //! Name of the kind of paper.
    QString kind;
    QString title;
    //! Warning above the text that the last check got no answer; empty where it got one.
    QString warning;
    Facts facts;
    std::vector<CardText::Part> parts;
    std::vector<SafeHtml::Link> links;
    QString linksHeading;
    QString timelineHeading;
    std::vector<CardText::Entry> timeline;
    QStringList notes;
    //! Text at the foot of every page, and below it `closing`: which program made this paper, and that only the
    //! official notice counts.
    QString foot;
    QString closing;
};

//! `language`: "en" or "es", whatever the program's is.
[[nodiscard]] CaseWords caseWordsOf(const CasePaper &paper, const QString &language);

//! A moment on paper: date with year, time, and the local zone's offset ("3 May 2026 10:42, UTC−04:00").
[[nodiscard]] QString paperMoment(const QDateTime &utc);
//! Closing text of every paper: see CaseWords::closing.
[[nodiscard]] QString paperClosing();
//! Text for papers from practice: that all of it is invented.
[[nodiscard]] QString paperPractice();

} // namespace linterna
