// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/galleryconnections.h"

#include "lib/secrets/memorysecretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/ui/samples.h"
#include "ui/connections/connectionform.h"
#include "ui/connections/connectionlist.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/secretentry.h"
#include "ui/connections/testpanel.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/question.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString sandbox = u"USCIS sandbox"_s;

//! A keyring that is locked for writing; a read finds nothing stored, so that pictures show the usual form.
class LockedStore : public MemorySecretStore
{
public:
    [[nodiscard]] JobOf<Nothing> *write(const QString &, const Secret &) override { return locked(); }
    [[nodiscard]] JobOf<Nothing> *remove(const QString &) override { return locked(); }

private:
    static JobOf<Nothing> *locked() { return JobOf<Nothing>::finished(Error{.code = ErrorCode::KeychainLocked}); }
};

//! The connections of a desk with a gateway of its own, as they are before anything was done.
struct Office {
    Office()
    {
        (void)connections.load();
        (void)connections.remove(sandbox);
        (void)connections.put(samples::gateway());
    }
    QTemporaryDir folder;
    ConnectionStore connections{folder.filePath(u"connections.json"_s)};
    LockedStore secrets;
    test::FakeClock clock;
    RateLimiters limiters{clock};
    ConnectionTester tester{secrets, limiters, clock};
};

void enterCredentials(ConnectionsDialog &dialog)
{
    dialog.findChild<ConnectionForm *>()->setValue("client_id"_L1, u"Kd8fJw2mPq"_s);
    dialog.findChild<SecretEntry *>()->entry()->setText(u"Kd8fJw2mPq"_s);
}

void removeWhatIsShown(ConnectionsDialog &dialog)
{
    emit dialog.findChild<ConnectionList *>()->removeRequested();
    test::settle();
    auto *question = dialog.findChild<Question *>();
    question->findChildren<QPushButton *>().last()->click();
}

void showTest(ConnectionsDialog &dialog, const ConnectionTestReport &report)
{
    auto *panel = dialog.findChild<TestPanel *>();
    panel->begin(true);
    for (const ConnectionTestStep &step : report.steps)
        panel->showStep(step);
    panel->showResult(report);
    test::settle();
    auto *scroll = dialog.findChild<ConnectionEditor *>()->findChild<QScrollArea *>();
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
}

using Arrange = std::function<void(ConnectionsDialog &dialog)>;

const std::vector<std::pair<QString, Arrange>> &states()
{
    static const std::vector<std::pair<QString, Arrange>> all{
        {u"connection"_s, [](ConnectionsDialog &) {}},
        {u"connection-gateway"_s,
         [](ConnectionsDialog &dialog) {
             dialog.show(samples::gateway().name);
             for (Disclosure *each : dialog.findChildren<Disclosure *>())
                 each->setOpen(true);
         }},
        {u"connection-limits"_s,
         [](ConnectionsDialog &dialog) {
             auto *limits = dialog.findChildren<Disclosure *>().at(3);
             limits->setOpen(true);
             test::settle();
             auto *scroll = dialog.findChild<ConnectionEditor *>()->findChild<QScrollArea *>();
             scroll->verticalScrollBar()->setValue(limits->mapTo(scroll->widget(), QPoint()).y());
         }},
        {u"connection-new"_s,
         [](ConnectionsDialog &dialog) {
             emit dialog.findChild<ConnectionList *>()->newRequested();
             auto *form = dialog.findChild<ConnectionForm *>();
             form->setValue("kind"_L1, u"wso2-4"_s);
             form->setValue("host"_L1, u"gate way"_s);
             form->showProblems();
         }},
        {u"connection-locked"_s,
         [](ConnectionsDialog &dialog) {
             enterCredentials(dialog);
             dialog.findChild<ConnectionEditor *>()->save();
         }},
        {u"connection-leaving"_s,
         [](ConnectionsDialog &dialog) {
             enterCredentials(dialog);
             dialog.show(samples::gateway().name);
         }},
        {u"connection-reset-locked"_s, [](ConnectionsDialog &dialog) { removeWhatIsShown(dialog); }},
        {u"connection-removed-locked"_s,
         [](ConnectionsDialog &dialog) {
             dialog.show(samples::gateway().name);
             removeWhatIsShown(dialog);
         }},
        {u"connection-works"_s, [](ConnectionsDialog &dialog) { showTest(dialog, samples::testThatWorks()); }},
        {u"connection-refused"_s, [](ConnectionsDialog &dialog) { showTest(dialog, samples::testThatWasRefused()); }},
    };
    return all;
}

} // namespace

QStringList connectionStates()
{
    QStringList names;
    for (const auto &[name, arrange] : states())
        names += name;
    return names;
}

void showConnectionsDialog(QWidget *window, const QString &state)
{
    static std::unique_ptr<Office> office;
    office = std::make_unique<Office>(); // the dialog over the one before is closed, and gone with its window
    auto *dialog = new ConnectionsDialog({office->connections, office->secrets, office->tester},
                                         {.now = samples::now, .openUrl = [](const QUrl &) {}}, sandbox, window);
    dialog->open();
    test::settle();
    for (const auto &[name, arrange] : states()) {
        if (name == state)
            arrange(*dialog);
    }
    test::settle();
}

} // namespace linterna
