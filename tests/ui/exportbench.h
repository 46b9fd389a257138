// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/i18n/languageswitcher.h"
#include "tests/support/buttons.h"
#include "tests/support/fakeclock.h"
#include "tests/support/files.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "ui/exchange/exportdialog.h"
#include "ui/style/theme.h"
#include "ui/widgets/notice.h"

#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace linterna::test {

using namespace Qt::Literals::StringLiterals;

//! Scope of a list of checks without filter or selection: only Part::All can be chosen.
inline ExportScope allChecks()
{
    return {.wish = {.list = ListKind::Checks}, .counts = {2}};
}
inline ExportScope someChecks()
{
    return {.wish = {.list = ListKind::Checks, .criteria = {.filter = {.text = u"x"_s}}},
            .selected = {7, 9},
            .counts = {2, 214, 12'345}};
}
inline ExportScope allCases()
{
    return {.counts = {1, 2}};
}
//! Scope of a filtered list of cases with a selection. `counts`: of cases and of checks in turn, for each part.
inline ExportScope someCases()
{
    return {.wish = {.criteria = {.filter = {.text = u"x"_s}, .sort = ListSort::Client, .reversed = true}},
            .selected = {7, 8, 9},
            .counts = {3, 12, 37, 412, 1'200, 12'345}};
}

//! The export dialog with a record of two checks of one case.
struct ExportBench {
    explicit ExportBench(const ExportScope &scope = allChecks(), const QString &language = u"en"_s)
        : settings(folder.filePath(u"settings.ini"_s))
    {
        languages.setLanguage(language);
        theme.apply(Settings::Theme::Light);
        window.resize(1024, 640);
        window.show();
        if (!resultOf(history.file().open({{}, Secret::copyOf("0123456789abcdef0123456789abcdef")})))
            qFatal("no record");
        for (int i = 0; i < 2; ++i)
            (void)resultOf(history.record(goodOutcome()));
        open(scope);
    }
    void open(const ExportScope &scope)
    {
        dialog = new ExportDialog(history, settings, clock, scope, &window);
        dialog->open();
    }
    [[nodiscard]] QPushButton *button(const QString &text) const { return test::buttonIn(dialog, text); }
    void press(const QString &text) const
    {
        QPushButton *found = button(text);
        QVERIFY2(found && found->isVisible() && found->isEnabled(), qPrintable(text));
        found->click();
    }
    [[nodiscard]] bool isVisible(const QString &text) const { return button(text) && button(text)->isVisible(); }
    //! Whether the dialog shows a text, alone or at the end of a longer one.
    [[nodiscard]] bool shows(const QString &text) const
    {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *each) { return each->isVisible() && each->text().endsWith(text); });
    }
    [[nodiscard]] QString said() const
    {
        QStringList all;
        for (const Notice *notice : dialog->findChildren<Notice *>()) {
            if (notice->isVisible())
                all << notice->text();
        }
        return all.join(u'\n');
    }
    [[nodiscard]] QString file(const QString &name = u"out.csv"_s) const { return folder.filePath(name); }
    [[nodiscard]] QByteArray bytes(const QString &name = u"out.csv"_s) const { return test::bytesOf(file(name)); }

    QTemporaryDir folder;
    Settings settings;
    LanguageSwitcher languages;
    Theme theme;
    FakeClock clock;
    LocalRecord history{clock};
    QWidget window;
    QPointer<ExportDialog> dialog;
};

} // namespace linterna::test
