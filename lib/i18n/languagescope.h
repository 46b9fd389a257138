// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

namespace linterna {

//! Within its life, everything that this thread says (tr() and spokenLocale()) is in a language of its own, whatever
//! the program's is: for paper and files that are for somebody else. Views and other threads are not affected. The
//! program's translator must be a ProgramTranslator; a LanguageSwitcher installs one.
class LanguageScope
{
public:
    //! "en" or "es"; anything else counts as "en".
    explicit LanguageScope(const QString &code);
    ~LanguageScope();
    Q_DISABLE_COPY_MOVE(LanguageScope)

private:
    friend class ProgramTranslator;
    friend QLocale spokenLocale();

    QTranslator m_words;
    QLocale m_locale;
    const LanguageScope *m_outer;
};

//! The locale of the language in which this thread speaks now: that of a LanguageScope, else the program's.
[[nodiscard]] QLocale spokenLocale();
//! Whether spokenLocale() is Spanish.
[[nodiscard]] bool spokenSpanish();

//! Translates into the program's language or, where this thread has a LanguageScope, into that one's.
class ProgramTranslator : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    [[nodiscard]] QString translate(const char *context, const char *sourceText, const char *disambiguation,
                                    int n) const override;
};

} // namespace linterna
