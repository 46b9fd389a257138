// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/casewords.h"

#include "lib/i18n/languagescope.h"
#include "lib/text/characters.h"
#include "ui/casecard/casefacts.h"
#include "ui/style/theme.h"
#include "ui/words/dates.h"
#include "ui/words/errortext.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace linterna {

namespace {

struct CaseTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::CaseSheet)
};

QString askedByText(AskedBy askedBy)
{
    switch (askedBy) {
    case AskedBy::Person:
        return CaseTexts::tr("a person, for this case");
    case AskedBy::Batch:
        return CaseTexts::tr("a person, as part of a list");
    case AskedBy::Watch:
        break;
    }
    return CaseTexts::tr("the program, because the case is watched");
}

//! A failed check's last good answer in the form of an outcome of its own.
CheckOutcome lastGoodOf(const CheckOutcome &failed)
{
    CheckOutcome good = failed;
    good.result = *failed.previous;
    good.change = Change::None;
    if (failed.previousAt)
        good.checkedAt = *failed.previousAt;
    return good;
}

void addFact(Facts &facts, const QString &name, const QString &value)
{
    if (!value.trimmed().isEmpty())
        facts.emplace_back(name, value);
}

//! Paragraph about a check that got no answer.
QString failureText(const CheckOutcome &outcome)
{
    const Error &error = outcome.result.error();
    const ErrorText words = errorText(error, {}, outcome.previousAt);
    QString text = outcome.asked ? CaseTexts::tr("The last check, on %1, got no answer: %2.")
                                 : CaseTexts::tr("On %1 nothing was asked: %2.");
    text = text.arg(paperMoment(outcome.checkedAt), words.title) + u' ' + words.happened + u' ' + words.meaning;
    if (!error.serverMessage.isEmpty())
        text += u' ' + CaseTexts::tr("The service said: “%1”").arg(oneLine(error.serverMessage, 2000));
    return text;
}

void addStatusFacts(CaseWords &words, const CheckOutcome &good, bool isLastKnown)
{
    const CaseStatus &status = good.result.value();
    const auto language = words.language == QLatin1StringView("es") ? Settings::StatusLanguage::Spanish
                                                                    : Settings::StatusLanguage::English;
    CardText card = cardTextOf(good, language, lightColors(), {});
    words.title = card.title;
    words.parts = std::move(card.parts);
    words.links = std::move(card.links);
    words.timeline = std::move(card.timeline);
    words.notes = std::move(card.notes);
    addFact(words.facts, CaseTexts::tr("Form"), card.formType);
    addFact(words.facts, CaseTexts::tr("Category"), card.look->word);
    addFact(words.facts, CaseTexts::tr("Submitted"), torchDateText(status.submittedDate));
    addFact(words.facts, CaseTexts::tr("Modified by USCIS"), torchDateText(status.modifiedDate));
    addFact(words.facts, isLastKnown ? CaseTexts::tr("Last known status of") : CaseTexts::tr("Confirmed"),
            paperMoment(good.checkedAt));
    addFact(words.facts, CaseTexts::tr("Against the check before"), changeSinceText(good, {}));
}

void addSource(CaseWords &words, const CheckOutcome &outcome, bool practice)
{
    if (!outcome.result.ok())
        addFact(words.facts, CaseTexts::tr("Last check"), paperMoment(outcome.checkedAt));
    addFact(words.facts, CaseTexts::tr("Asked through"),
            practice ? CaseTexts::tr("practice") : oneLine(outcome.connection, 200));
    if (outcome.asked)
        addFact(words.facts, CaseTexts::tr("Asked by"), askedByText(outcome.askedBy));
}

} // namespace

QString paperMoment(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    return CaseTexts::tr("%1, %2", "a moment, its time zone")
        .arg(momentText(utc, {}), local.timeZone().displayName(local, QTimeZone::OffsetName, QLocale::c()));
}

QString paperClosing()
{
    return CaseTexts::tr(
        "Checked with Linterna, an independent program, not made or endorsed by USCIS. The official notice is "
        "what counts.");
}

QString paperPractice()
{
    return CaseTexts::tr("PRACTICE: invented data, not from USCIS");
}

CaseWords caseWordsOf(const CasePaper &paper, const QString &language)
{
    const LanguageScope scope(language);
    const CheckOutcome &outcome = paper.outcome;
    CaseWords words;
    words.language = language;
    words.kind = CaseTexts::tr("Case status");
    if (paper.practice)
        words.practice = paperPractice();
    const QString receipt = outcome.receipt.toString();
    addFact(words.facts, CaseTexts::tr("Receipt number"), receipt);
    addFact(words.facts, CaseTexts::tr("Client or file number"),
            oneLine(paper.details.client, CaseDetails::LongestClient));
    const bool answered = outcome.result.ok();
    if (!answered)
        words.warning = failureText(outcome);
    if (answered || outcome.previous)
        addStatusFacts(words, answered ? outcome : lastGoodOf(outcome), !answered);
    else
        words.title = CaseTexts::tr("No status is known");
    addSource(words, outcome, paper.practice);
    words.linksHeading = CaseTexts::tr("Links in this text");
    words.timelineHeading = CaseTexts::tr("Timeline");
    words.closing = paperClosing();
    words.foot = receipt;
    if (paper.practice)
        words.foot += QStringLiteral(" · ") + words.practice;
    return words;
}

} // namespace linterna
