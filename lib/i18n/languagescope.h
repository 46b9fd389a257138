// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

namespace linterna {

//! Within its life, everything that this thread says (tr() and spokenLocale()) is in a language of its own, whatever the
//! program's is: for paper and files, which are for somebody else. No view is told, and no other thread notices.
//! The program's translator must be a ProgramTranslator; a LanguageSwitcher installs one.
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
//! Whether that is Spanish.
[[nodiscard]] bool spokenSpanish();

//! The program's words, or those of this thread's LanguageScope where there is one.
class ProgramTranslator : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    [[nodiscard]] QString translate(const char *context, const char *sourceText, const char *disambiguation,
                                    int n) const override;
};

} // namespace linterna
