// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languagescope.h"

namespace linterna {

namespace {

thread_local const LanguageScope *current = nullptr;

} // namespace

LanguageScope::LanguageScope(const QString &code) : m_outer(current)
{
    const bool spanish = code == QLatin1StringView("es");
    m_locale = QLocale(spanish ? QLocale::Spanish : QLocale::English, QLocale::UnitedStates);
    (void)m_words.load(spanish ? QStringLiteral("linterna_es") : QStringLiteral("linterna_en"),
                       QStringLiteral(":/translations"));
    current = this;
}

LanguageScope::~LanguageScope()
{
    current = m_outer;
}

QLocale spokenLocale()
{
    return current ? current->m_locale : QLocale();
}

bool spokenSpanish()
{
    return spokenLocale().language() == QLocale::Spanish;
}

QString ProgramTranslator::translate(const char *context, const char *sourceText, const char *disambiguation,
                                     int n) const
{
    if (!current)
        return QTranslator::translate(context, sourceText, disambiguation, n);
    const QString words = current->m_words.translate(context, sourceText, disambiguation, n);
    // Returning null would have Qt ask the next translator, which speaks the program's language.
    return words.isNull() ? QString::fromUtf8(sourceText) : words;
}

} // namespace linterna
