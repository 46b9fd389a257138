// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/galleryoffice.h"

#include "tests/support/fakeclock.h"
#include "tests/ui/samples.h"
#include "ui/caseactions/casedetailsdialog.h"
#include "ui/casecard/casecard.h"
#include "ui/mainwindow/mainview.h"
#include "ui/print/printing.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QTemporaryDir>

#include <map>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

using Arrange = void (*)(MainView &);

CaseDetails details()
{
    return {.client = u"García, file 00017"_s,
            .note =
                u"Asked for the marriage certificate on 3 November. Call the daughter first: the client hears badly."_s,
            .tags = {u"family"_s, u"evidence due 4 December"_s},
            .onHold = true};
}

void edit(MainView &view, const CaseDetails &stored)
{
    auto *dialog = new CaseDetailsDialog(samples::receipt(u"SRC9999102777"), stored, view.window());
    dialog->setEarlierValues(3);
    dialog->open();
}

Printing *printing(MainView &view)
{
    static QTemporaryDir folder;
    static test::FakeClock clock;
    static Settings settings(folder.filePath(u"settings.ini"_s));
    settings.setLanguage(QLocale().language() == QLocale::Spanish ? u"es"_s : u"en"_s);
    return new Printing(settings, clock, false, view.window());
}

const std::map<QString, Arrange> &states()
{
    static const std::map<QString, Arrange> all{
        {u"office"_s, [](MainView &) {}},
        {u"office-none"_s, [](MainView &view) { view.card().setDetails({}); }},
        {u"office-saved"_s,
         [](MainView &view) {
             view.card().say(
                 QCoreApplication::translate("linterna::CaseEdits", "Details of %1 saved").arg(u"SRC9999102777"), true);
         }},
        {u"office-edit"_s, [](MainView &view) { edit(view, details()); }},
        {u"office-edit-long"_s,
         [](MainView &view) {
             edit(view, details());
             view.window()->findChild<CaseDetailsDialog *>()->findChild<QLineEdit *>()->setText(
                 u"Name "_s.repeated(50));
         }},
        {u"print-case"_s,
         [](MainView &view) { printing(view)->askCase(*view.card().outcome(), details(), PrintWay::Printer); }},
        {u"print-list"_s,
         [](MainView &view) {
             printing(view)->askList({.rows = samples::caseRows(214), .total = 214, .at = samples::now()},
                                     PrintWay::Pdf);
         }},
    };
    return all;
}

} // namespace

QStringList officeStates()
{
    QStringList names;
    for (const auto &[name, arrange] : states())
        names += name;
    return names;
}

void showOffice(MainView &view, const QString &name)
{
    view.card().showOutcome(samples::answered(samples::withHistory(), Change::Status), true);
    view.card().setDetails(details());
    states().at(name)(view);
}

} // namespace linterna
