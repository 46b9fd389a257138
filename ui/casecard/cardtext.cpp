// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/cardtext.h"

#include "lib/i18n/languagescope.h"
#include "lib/text/characters.h"
#include "ui/casecard/casefacts.h"
#include "ui/words/dates.h"
#include "ui/words/errortext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <span>

namespace linterna {

namespace {

struct CardTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::CardText)
};

using Language = Settings::StatusLanguage;
using PartKind = CardText::Part::Kind;

//! Text in the language wanted, or in the other one where the wanted one was not given.
const QString &chosen(const BilingualText &text, bool spanish)
{
    const QString &first = spanish ? text.es : text.en;
    return first.trimmed().isEmpty() ? (spanish ? text.en : text.es) : first;
}

bool isMissing(const BilingualText &text, bool spanish)
{
    return (spanish ? text.es : text.en).trimmed().isEmpty() && !(spanish ? text.en : text.es).trimmed().isEmpty();
}

void addLinks(std::vector<SafeHtml::Link> &links, const std::vector<SafeHtml::Link> &more)
{
    for (const SafeHtml::Link &link : more) {
        const auto same = [&](const SafeHtml::Link &known) { return known.url == link.url; };
        if (std::ranges::none_of(links, same))
            links.push_back(link);
    }
}

void addDescription(CardText &card, const QString &untrusted)
{
    const SafeHtml safe = safeHtml(untrusted);
    if (safe.text.trimmed().isEmpty()) {
        card.parts.push_back({PartKind::Words, CardTexts::tr("USCIS gave no description.")});
        return;
    }
    card.parts.push_back({PartKind::Body, safe.html});
    addLinks(card.links, safe.links);
    if (!safe.refusedHosts.isEmpty())
        card.notes +=
            CardTexts::tr("A link in this text leads to %1, which is no address that USCIS uses. It cannot be "
                          "opened from here.")
                .arg(safe.refusedHosts.join(QStringLiteral(", ")));
}

QString titleOf(const BilingualText &title, bool spanish)
{
    const QString text = safeTitle(chosen(title, spanish));
    return text.isEmpty() ? CardTexts::tr("USCIS gave no title") : text;
}

void addMissingNote(CardText &card, const CaseStatus &status, bool spanish)
{
    if (isMissing(status.title, spanish) || isMissing(status.description, spanish))
        card.notes += spanish ? CardTexts::tr("USCIS gave no Spanish text. What is missing is shown in English.")
                              : CardTexts::tr("USCIS gave no English text. What is missing is shown in Spanish.");
}

//! Words for a field of the reply, "%1 in the English title" and the like; empty for a field that the card does not
//! show.
QString fieldWord(const QString &name)
{
    struct FieldWord {
        const char *name;
        const char *word;
    };
    static constexpr std::array words{
        FieldWord{"current_case_status_text_en", QT_TRANSLATE_NOOP("linterna::CardText", "%1 in the English title")},
        FieldWord{"current_case_status_text_es", QT_TRANSLATE_NOOP("linterna::CardText", "%1 in the Spanish title")},
        FieldWord{"current_case_status_desc_en", QT_TRANSLATE_NOOP("linterna::CardText", "%1 in the English text")},
        FieldWord{"current_case_status_desc_es", QT_TRANSLATE_NOOP("linterna::CardText", "%1 in the Spanish text")},
        FieldWord{"completed_text_en", QT_TRANSLATE_NOOP("linterna::CardText", "%1 in the English timeline")},
        FieldWord{"completed_text_es", QT_TRANSLATE_NOOP("linterna::CardText", "%1 in the Spanish timeline")},
    };
    const auto word =
        std::ranges::find_if(words, [&](const FieldWord &each) { return name == QLatin1StringView(each.name); });
    return word == words.end() ? QString() : CardTexts::tr(word->word);
}

QString mendedText(const std::vector<MendedField> &mended)
{
    QStringList parts;
    int elsewhere = 0;
    for (const MendedField &field : mended) {
        if (const QString word = fieldWord(field.name); !word.isEmpty())
            parts += word.arg(field.quotes);
        else
            elsewhere += field.quotes;
    }
    if (elsewhere > 0)
        parts += CardTexts::tr("%1 elsewhere", "quotation marks").arg(elsewhere);
    return parts.join(QStringLiteral(", "));
}

//! Adds a note where the reply was damaged and mended. `current`: `status` is from the last reply, not from an earlier
//! one.
void addMendedNote(CardText &card, const CaseStatus &status, bool current)
{
    if (!status.repaired)
        return;
    if (!current)
        card.notes += CardTexts::tr("The last known status was read from a damaged reply that was mended. No word was "
                                    "changed.");
    else if (status.mended.empty()) // recorded before `mended` was kept
        card.notes +=
            CardTexts::tr("The reply was damaged on its way and was mended before reading. Only quotation marks "
                          "were mended; check again if a word matters.");
    else
        card.notes +=
            CardTexts::tr("The reply of the service was damaged and was mended before reading. Quotation marks "
                          "mended: %1. No word was changed. Technical details show the reply as it came.")
                .arg(mendedText(status.mended));
}

void addFacts(CardText &card, const CheckOutcome &outcome, const CaseStatus &status, const QDateTime &now)
{
    QString confirmed = CardTexts::tr("Last confirmed %1").arg(momentText(outcome.checkedAt, now));
    if (const QString change = changeSinceText(outcome, now); !change.isEmpty())
        confirmed += QStringLiteral(" · ") + change;
    card.facts += confirmed;
    QStringList dates;
    if (!status.submittedDate.trimmed().isEmpty())
        dates += CardTexts::tr("Submitted %1").arg(torchDateText(status.submittedDate));
    if (!status.modifiedDate.trimmed().isEmpty())
        dates += CardTexts::tr("Modified by USCIS %1").arg(torchDateText(status.modifiedDate));
    if (!dates.isEmpty())
        card.facts += dates.join(QStringLiteral(" · "));
}

//! Text of a timeline entry, cut only where it is far longer than any that USCIS writes; sets `shortened` then.
QString entryText(const QString &untrusted, bool &shortened)
{
    constexpr qsizetype most = 2000;
    const QString text = safeTitle(untrusted);
    shortened = shortened || text.size() > most;
    return oneLine(text, most);
}

void addTimeline(CardText &card, const CaseStatus &status, Language language)
{
    // USCIS sends two or three entries. Each takes two widgets: tens of thousands would freeze the window.
    constexpr std::size_t mostEntries = 200;
    bool shortened = status.history.size() > mostEntries;
    const bool spanish = language == Language::Spanish || (language == Language::Both && spokenSpanish());
    for (const TimelineEntry &entry : std::span(status.history).first(std::min(status.history.size(), mostEntries))) {
        QString text = entryText(chosen(entry.text, spanish), shortened);
        const QString other = entryText(spanish ? entry.text.en : entry.text.es, shortened);
        if (language == Language::Both && !other.isEmpty() && other != text)
            text += QChar(u'\n') + other;
        card.timeline.push_back({entry.date ? dateText(*entry.date) : shortField(entry.dateText), text});
    }
    if (shortened)
        card.notes +=
            CardTexts::tr("The timeline is unusually long, and only a part of it is shown here. Technical details "
                          "show the reply as it came.");
}

void addStatusParts(CardText &card, const CaseStatus &status, Language language)
{
    const bool both = language == Language::Both;
    const bool spanishFirst = both ? spokenSpanish() : language == Language::Spanish;
    addDescription(card, chosen(status.description, spanishFirst));
    addMissingNote(card, status, spanishFirst);
    if (!both)
        return;
    if (isMissing(status.title, !spanishFirst) && isMissing(status.description, !spanishFirst)) {
        addMissingNote(card, status, !spanishFirst);
        return;
    }
    card.parts.push_back({PartKind::Section, spanishFirst ? QStringLiteral("English") : QStringLiteral("Español")});
    card.parts.push_back({PartKind::Title, titleOf(status.title, !spanishFirst)});
    addDescription(card, chosen(status.description, !spanishFirst));
}

void fillAnswer(CardText &card, const CheckOutcome &outcome, Language language, const Colors &colors,
                const QDateTime &now)
{
    const CaseStatus &status = outcome.result.value();
    const bool spanish = language == Language::Spanish || (language == Language::Both && spokenSpanish());
    card.title = titleOf(status.title, spanish);
    card.look = lookOf(statusCategory(safeTitle(status.title.en)), colors);
    card.formType = shortField(status.formType);
    addFacts(card, outcome, status, now);
    addStatusParts(card, status, language);
    addTimeline(card, status, language);
    addMendedNote(card, status, true);
}

void fillError(CardText &card, const CheckOutcome &outcome, Language language, const Colors &colors,
               const QDateTime &now)
{
    const Error &error = outcome.result.error();
    const ErrorText words = errorText(error, now, outcome.previousAt);
    card.title = words.title;
    card.look = lookOf(error.code, colors);
    card.facts += outcome.asked
        ? CardTexts::tr("Asked %1 · this is not a status from USCIS").arg(momentText(outcome.checkedAt, now))
        : CardTexts::tr("Not asked · this is not a status from USCIS");
    card.parts.push_back({PartKind::Words, words.happened + QChar(u' ') + words.meaning});
    card.parts.push_back({PartKind::Words, words.todo});
    if (!error.serverMessage.isEmpty()) {
        card.parts.push_back({PartKind::Section, CardTexts::tr("What the service said")});
        card.parts.push_back({PartKind::Quote, error.serverMessage});
    }
    QStringList technical;
    if (error.httpStatus > 0)
        technical += QStringLiteral("HTTP %1").arg(error.httpStatus);
    if (!error.detail.isEmpty())
        technical += error.detail;
    if (!technical.isEmpty())
        card.facts += CardTexts::tr("Detail: %1").arg(technical.join(QStringLiteral(" · ")));
    if (!outcome.previous)
        return;
    card.parts.push_back({PartKind::Section,
                          outcome.previousAt
                              ? CardTexts::tr("Last known status, from %1").arg(momentText(*outcome.previousAt, now))
                              : CardTexts::tr("Last known status")});
    const bool spanish = language == Language::Spanish || (language == Language::Both && spokenSpanish());
    card.parts.push_back({PartKind::Title, titleOf(outcome.previous->title, spanish)});
    card.formType = shortField(outcome.previous->formType);
    addStatusParts(card, *outcome.previous, language);
    addTimeline(card, *outcome.previous, language);
    addMendedNote(card, *outcome.previous, false);
}

} // namespace

CardText cardTextOf(const CheckOutcome &outcome, Settings::StatusLanguage language, const Colors &colors,
                    const QDateTime &now)
{
    if (language == Language::AsProgram)
        language = spokenSpanish() ? Language::Spanish : Language::English;
    CardText card;
    card.receipt = outcome.receipt.toString();
    if (outcome.result.ok())
        fillAnswer(card, outcome, language, colors, now);
    else
        fillError(card, outcome, language, colors, now);
    if (outcome.notRecorded)
        card.notes +=
            CardTexts::tr("This answer is not saved in the history yet: %1").arg(errorLine(*outcome.notRecorded));
    return card;
}

QString plainTextOf(const CardText &card, const CheckOutcome &outcome, bool practice)
{
    QStringList lines{card.receipt + (card.formType.isEmpty() ? QString() : QStringLiteral(" · ") + card.formType),
                      card.title, QString()};
    for (const CardText::Part &part : card.parts)
        lines << (part.kind == PartKind::Body ? safeHtml(part.text).text : part.text) << QString();
    for (const CardText::Entry &entry : card.timeline)
        lines << QStringList{entry.date, entry.text}.join(QStringLiteral(": "));
    if (!card.timeline.empty())
        lines << QString();
    lines << card.notes;
    if (practice)
        lines << CardTexts::tr("PRACTICE: invented data, not from USCIS.");
    else
        lines << CardTexts::tr("From USCIS through “%1”, retrieved %2.")
                     .arg(outcome.connection, outcome.checkedAt.toUTC().toString(Qt::ISODate));
    lines << CardTexts::tr(
        "Linterna is an independent program, not made or endorsed by USCIS. The official notice is what "
        "counts.");
    return lines.join(QChar(u'\n'));
}

} // namespace linterna
