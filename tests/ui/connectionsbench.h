// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/i18n/languageswitcher.h"
#include "tests/support/buttons.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakesecretstore.h"
#include "tests/ui/samples.h"
#include "ui/connections/connectionform.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/secretentry.h"
#include "ui/style/theme.h"
#include "ui/widgets/question.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace linterna::test {

using namespace Qt::Literals::StringLiterals;

inline const QString benchSandbox = u"USCIS sandbox"_s;
inline const QString benchSecret = u"p:%+/&=ñ"_s;

//! The connections dialog with a FakeSecretStore and one connection of an office.
struct ConnectionsBench {
    ConnectionsBench()
    {
        languages.setLanguage(u"en"_s);
        theme.apply(Settings::Theme::Light);
        (void)connections.load();
        (void)connections.put(samples::gateway());
        dialog =
            new ConnectionsDialog({connections, secrets, tester}, {.now = samples::now, .openUrl = {}}, benchSandbox);
        dialog->open();
        form = dialog->findChild<ConnectionForm *>();
        settle();
    }
    ~ConnectionsBench() { delete dialog; }

    [[nodiscard]] QPushButton *button(const QString &text) const { return test::visibleButtonIn(dialog, text); }
    //! Presses the button `text` of the question in front.
    void answer(const QString &text)
    {
        auto *question = dialog->findChild<Question *>();
        QVERIFY(question);
        QPushButton *chosen = test::buttonIn(question, text);
        QVERIFY2(chosen, qPrintable(text));
        chosen->click();
        settle();
    }
    void press(const QString &text)
    {
        QVERIFY2(button(text), qPrintable(text));
        button(text)->click();
        settle();
    }
    void enter(const QString &id = u"my-id"_s)
    {
        form->setValue("client_id"_L1, id);
        dialog->findChild<SecretEntry *>()->entry()->setText(benchSecret);
        settle();
    }
    void choose(const QString &name)
    {
        auto *list = dialog->findChild<QListWidget *>();
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->text() == name)
                list->setCurrentRow(row);
        }
        settle();
    }
    [[nodiscard]] QString shown() const { return form->draft().value("name"_L1).toString(); }
    //! All texts of the dialog that can be seen or heard.
    [[nodiscard]] QString everything() const
    {
        QString all;
        for (const QWidget *each : dialog->findChildren<QWidget *>()) {
            all += each->accessibleName() + u'\n' + each->accessibleDescription() + u'\n' + each->toolTip() + u'\n';
            if (const auto *label = qobject_cast<const QLabel *>(each); label && label->isVisible())
                all += label->text() + u'\n';
            if (const auto *text = qobject_cast<const QPlainTextEdit *>(each))
                all += text->toPlainText() + u'\n';
            if (const auto *entry = qobject_cast<const QLineEdit *>(each))
                all += entry->displayText() + u'\n';
        }
        return all;
    }
    [[nodiscard]] bool says(const QString &text) const { return everything().contains(text); }

    QTemporaryDir folder;
    FakeClock clock;
    LanguageSwitcher languages;
    Theme theme;
    ConnectionStore connections{folder.filePath(u"connections.json"_s)};
    FakeSecretStore secrets;
    RateLimiters limiters{clock};
    ConnectionTester tester{secrets, limiters, clock};
    QPointer<ConnectionsDialog> dialog;
    ConnectionForm *form;
};

} // namespace linterna::test
