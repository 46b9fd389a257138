// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casecard/cardtext.h"
#include "common/factsgrid.h"
#include "history/caserecord.h"

namespace linterna {

//! What a page about one case is made of.
struct CasePaper {
    CheckOutcome outcome;
    //! Of the office; the note and the tags never go on paper, because they are not for everybody.
    CaseDetails details = {};
    //! "en", "es", or both, each beginning on a page of its own.
    QStringList languages = {QStringLiteral("en")};
    bool practice = false;
};

//! Everything that such a page says in one language, in the order of reading.
struct CaseWords {
    QString language;
    //! Above everything: that all of this is invented. Empty but in practice.
    QString practice;
    //! What kind of paper this is.
    QString kind;
    QString title;
    //! What must be known before it is read: the last check got no answer. Empty where it got one.
    QString warning;
    Facts facts;
    std::vector<CardText::Part> parts;
    std::vector<SafeHtml::Link> links;
    QString linksHeading;
    QString timelineHeading;
    std::vector<CardText::Entry> timeline;
    QStringList notes;
    //! At the foot of every page; who made this paper, and what counts.
    QString foot;
    QString closing;
};

//! `language`: "en" or "es", whatever the program's is.
[[nodiscard]] CaseWords caseWordsOf(const CasePaper &paper, const QString &language);

//! A moment on paper: date with year, time, and the zone in which that is meant ("3 May 2026 10:42, UTC−04:00").
[[nodiscard]] QString paperMoment(const QDateTime &utc);
//! What every paper says of the program.
[[nodiscard]] QString paperClosing();
//! That all of it is invented, for papers from practice.
[[nodiscard]] QString paperPractice();

} // namespace linterna
