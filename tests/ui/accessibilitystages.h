// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/connectionsbench.h"
#include "tests/ui/exportbench.h"
#include "tests/ui/samples.h"
#include "tests/ui/windowbench.h"
#include "ui/caseactions/casedetailsdialog.h"
#include "ui/casecard/linkconfirmation.h"
#include "ui/filter/namedialog.h"
#include "ui/filter/savedfiltersdialog.h"
#include "ui/list/listtable.h"
#include "ui/list/listview.h"
#include "ui/print/printquestion.h"
#include "ui/recordkeeping/erasedialog.h"
#include "ui/recordkeeping/passphrasedialog.h"
#include "ui/recordkeeping/persondialog.h"
#include "ui/recordkeeping/recordkeepingdialog.h"
#include "ui/recordkeeping/retentiondialog.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/textdialog.h"

#include <QComboBox>

namespace linterna::test {

using namespace Qt::Literals::StringLiterals;

//! A window on the screen, with the objects that it needs.
struct Stage {
    std::shared_ptr<void> parts;
    QWidget *window = nullptr;
    //! Lets work end that was begun and would not end by itself during the test.
    std::function<void()> finish = [] {};
};

struct StageMaker {
    QString name;
    std::function<Stage(const QString &language)> make;
};

//! A stage with one dialog over an empty window.
template<class Make>
StageMaker dialogOf(const QString &name, Make make)
{
    struct Parts {
        LanguageSwitcher languages;
        QWidget window;
        ~Parts() { qDeleteAll(window.findChildren<QDialog *>(QString(), Qt::FindDirectChildrenOnly)); }
    };
    return {name, [make](const QString &language) {
                auto parts = std::make_shared<Parts>();
                parts->languages.setLanguage(language);
                parts->window.resize(1024, 640);
                parts->window.show();
                QDialog *dialog = make(&parts->window);
                dialog->setAttribute(Qt::WA_DeleteOnClose, false);
                dialog->open();
                return Stage{parts, dialog};
            }};
}

inline Stage exportStage(const QString &language)
{
    auto bench = std::make_shared<ExportBench>(someCases(), language);
    bench->dialog->findChild<DisclosureButton *>()->click();
    return {bench, bench->dialog};
}

inline Stage connectionsStage(const QString &language)
{
    auto bench = std::make_shared<ConnectionsBench>();
    bench->languages.setLanguage(language);
    bench->choose(samples::gateway().name);
    for (DisclosureButton *each : bench->dialog->findChildren<DisclosureButton *>())
        each->click();
    for (QComboBox *box : bench->dialog->findChildren<QComboBox *>()) {
        if (box->count() == 2 && box->isVisible() && box->parentWidget()->findChildren<QLineEdit *>().size() >= 3) {
            box->setCurrentIndex(1);
            emit box->activated(1);
        }
    }
    settle();
    return {bench, bench->dialog};
}

inline Stage mainStage(const QString &language)
{
    auto bench = std::make_shared<WindowBench>();
    bench->settings.setLanguage(language);
    bench->languages.setLanguage(language);
    auto *entry = bench->window->findChild<QLineEdit *>();
    entry->setText(u"EAC9999103402, EAC9999103403"_s);
    QTest::keyClick(entry, Qt::Key_Return);
    const auto *table = bench->window->findChild<ListTable *>();
    if (!bench->until([&] { return table->model()->rowCount() == 2 && bench->network->seen().size() >= 3; }))
        qFatal("no answers");
    bench->window->findChild<ListView *>()->openFilter();
    settle();
    return {bench, bench->window.get(), [bench] {
                for (int i = 0; i < 3; ++i) { // what is read may ask for more
                    bench->clock.pass(std::chrono::seconds(1));
                    (void)resultOf(bench->history.checks({.pageSize = 1}));
                    settle();
                }
            }};
}

inline const std::vector<StageMaker> &stages()
{
    static const std::vector<StageMaker> all{
        {u"window"_s, mainStage},
        {u"export"_s, exportStage},
        {u"connections"_s, connectionsStage},
        dialogOf(u"passphrase"_s,
                 [](QWidget *w) { return new PassphraseDialog(PassphraseDialog::Purpose::Change, w); }),
        dialogOf(u"keeping"_s,
                 [](QWidget *w) {
                     RecordState state;
                     state.underPassphrase = true;
                     return new RecordKeepingDialog(state, w);
                 }),
        dialogOf(u"person"_s, [](QWidget *w) { return new PersonDialog({}, w); }),
        dialogOf(u"differences"_s,
                 [](QWidget *w) { return new DifferencesDialog(samples::differences(), samples::now(), w); }),
        dialogOf(u"retention"_s, [](QWidget *w) { return new RetentionDialog(24, w); }),
        dialogOf(u"details"_s,
                 [](QWidget *w) { return new CaseDetailsDialog(*ReceiptNumber::fromText(u"EAC9999103402"), {}, w); }),
        dialogOf(u"saved filters"_s,
                 [](QWidget *w) {
                     return new SavedFiltersDialog({{u"A1"_s, {.text = u"1"_s}}, {u"B2"_s, {.text = u"2"_s}}}, w);
                 }),
        dialogOf(u"name"_s,
                 [](QWidget *w) {
                     return new NameDialog({.heading = u"1"_s, .name = {}, .taken = {}, .mayReplace = true}, w);
                 }),
        dialogOf(u"erase"_s, [](QWidget *w) { return new EraseDialog({u"1"_s}, u"/tmp/1"_s, w); }),
        dialogOf(u"link"_s, [](QWidget *w) { return new LinkConfirmation(QUrl(u"https://www.uscis.gov/1"_s), w); }),
        dialogOf(u"text"_s,
                 [](QWidget *w) {
                     return new TextDialog({.title = u"1"_s, .purpose = u"2"_s, .facts = {}, .text = u"3"_s}, w);
                 }),
        dialogOf(u"print"_s,
                 [](QWidget *w) {
                     return new PrintQuestion(
                         {.heading = u"1"_s, .both = true, .checkBox = u"2"_s, .languages = {u"en"_s}}, w);
                 }),
    };
    return all;
}

} // namespace linterna::test
