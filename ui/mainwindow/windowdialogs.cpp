// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/windowdialogs.h"

#include "ui/style/icons.h"
#include "ui/widgets/question.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace linterna {

namespace {

struct WindowDialogTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::WindowDialogs)
};

} // namespace

void showAbout(QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, WindowDialogTexts::tr("About Linterna"),
                                WindowDialogTexts::tr("Linterna %1").arg(QCoreApplication::applicationVersion()),
                                QMessageBox::Close, window);
    box->setInformativeText(
        WindowDialogTexts::tr("Looks up USCIS case status by receipt number and keeps what was seen.\n\n"
                              "Independent program, not made or endorsed by USCIS. The official notice is what counts."
                              "\n\nFree software under the GNU General Public License, version 3 or later."));
    box->setIconPixmap(lanternIcon().pixmap(64, 64));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void showHowPracticeEnds(QWidget *window)
{
    const QStringList sentences{
        WindowDialogTexts::tr("This run is practice: it cannot reach USCIS, and its history is apart."),
        WindowDialogTexts::tr("For real cases, close this window and start Linterna without “--practice”. Then choose "
                              "Connection, Settings and enter your organization's client ID and client secret.")};
    auto *box =
        new Question(WindowDialogTexts::tr("Use a real connection"), sentences.join(QStringLiteral("\n\n")), window);
    box->addChoice(WindowDialogTexts::tr("Close"));
    box->open();
}

} // namespace linterna
