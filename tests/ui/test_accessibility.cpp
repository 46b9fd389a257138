// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"
#include "tests/ui/accessibilitystages.h"
#include "tests/ui/samples.h"
#include "ui/list/listtable.h"
#include "ui/widgets/scrollarea.h"

#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_accessibility {

namespace {

//! Everything that assistive technology finds, the visible part of it, in order.
void collect(QAccessibleInterface *at, std::vector<QAccessibleInterface *> &all)
{
    if (!at || !at->isValid() || at->state().invisible)
        return;
    all.push_back(at);
    for (int i = 0; i < at->childCount(); ++i)
        collect(at->child(i), all);
}

std::vector<QAccessibleInterface *> everything(const Stage &stage)
{
    std::vector<QAccessibleInterface *> all;
    collect(QAccessible::queryAccessibleInterface(stage.window), all);
    return all;
}

QString nameOf(QAccessibleInterface *at)
{
    return at->text(QAccessible::Name);
}

QString placeOf(QAccessibleInterface *at)
{
    const QObject *object = at->object();
    return u"%1 \"%2\" (%3)"_s.arg(QString::number(at->role()), nameOf(at),
                                   object ? QString::fromLatin1(object->metaObject()->className()) : u"part"_s);
}

bool isCell(QAccessibleInterface *at)
{
    return at->tableCellInterface() || at->role() == QAccessible::ColumnHeader || at->role() == QAccessible::RowHeader;
}

bool isControl(QAccessibleInterface *at)
{
    return at->state().focusable && !isCell(at);
}

//! What the window shows, as far as it is not painted: each widget with its words and what is chosen in it.
QStringList snapshot(const Stage &stage)
{
    QStringList all{stage.window->windowTitle()};
    for (const QWidget *each : stage.window->findChildren<QWidget *>()) {
        QString line = QString::fromLatin1(each->metaObject()->className())
            + (each->isVisibleTo(stage.window) ? u" shown "_s : u" hidden "_s)
            + (each->isEnabled() ? u"on "_s : u"off "_s);
        line += each->accessibleDescription(); // where what is painted is said
        if (const auto *label = qobject_cast<const QLabel *>(each))
            line += label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(each))
            line += button->text() + (button->isChecked() ? u" down"_s : u" up"_s);
        if (const auto *entry = qobject_cast<const QLineEdit *>(each))
            line += entry->text() + QString::number(entry->echoMode());
        if (const auto *box = qobject_cast<const QComboBox *>(each))
            line += box->currentText();
        if (const auto *tabs = qobject_cast<const QTabBar *>(each))
            line += QString::number(tabs->currentIndex());
        if (const auto *view = qobject_cast<const QAbstractItemView *>(each); view && view->selectionModel())
            line += u"%1 of %2"_s.arg(view->selectionModel()->selectedIndexes().size()).arg(view->model()->rowCount());
        all += line;
    }
    return all;
}

//! Once it stays as it is.
QStringList settled(const Stage &stage)
{
    stage.finish();
    QStringList before;
    QStringList now = snapshot(stage);
    (void)waitFor([&] {
        settle();
        before = std::exchange(now, snapshot(stage));
        return before == now;
    });
    return now;
}

QString firstDifference(const QStringList &one, const QStringList &other)
{
    for (qsizetype i = 0; i < std::min(one.size(), other.size()); ++i) {
        if (one[i] != other[i])
            return one[i] + u" | "_s + other[i];
    }
    return one == other ? QString() : u"%1 and %2 widgets"_s.arg(one.size()).arg(other.size());
}

//! Whether the window is the one that has the keyboard, which a window behind it may have at first.
bool takesTheKeyboard(const Stage &stage)
{
    return waitFor([&] {
        stage.window->activateWindow();
        return QApplication::activeWindow() == stage.window;
    });
}

void eachStage()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<QString>("language");
    for (int i = 0; i < int(stages().size()); ++i) {
        for (const QString &language : {u"en"_s, u"es"_s})
            QTest::addRow("%s, %s", qPrintable(stages()[std::size_t(i)].name), qPrintable(language)) << i << language;
    }
}

Stage madeStage()
{
    const QFETCH(int, stage);
    const QFETCH(QString, language);
    Stage made = stages()[std::size_t(stage)].make(language);
    settle();
    return made;
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT
private slots:
    void fault103_everyControlHasItsOwnName_data() { eachStage(); }
    void fault103_everyControlHasItsOwnName()
    {
        const Stage stage = madeStage();
        QStringList wrong;
        QSet<QString> seen;
        int controls = 0;
        for (QAccessibleInterface *each : everything(stage)) {
            if (!isControl(each))
                continue;
            ++controls;
            const QString name = nameOf(each).trimmed();
            if (name.isEmpty())
                wrong += u"no name: "_s + placeOf(each);
            const QString key = QString::number(each->role()) + name;
            if (!name.isEmpty() && seen.contains(key))
                wrong += u"twice: "_s + placeOf(each);
            seen.insert(key);
        }
        QVERIFY(controls >= 2);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    //! What is not translated is a name in itself, or both languages say it so.
    void fault103_namesAreInTheLanguageShown_data()
    {
        QTest::addColumn<int>("stage");
        for (int i = 0; i < int(stages().size()); ++i)
            QTest::addRow("%s", qPrintable(stages()[std::size_t(i)].name)) << i;
    }
    void fault103_namesAreInTheLanguageShown()
    {
        QFETCH(int, stage);
        static const QSet<QString> same{u"English"_s,     u"Español"_s, u"USCIS sandbox"_s,
                                        u"Proxy"_s,       u"No"_s,      u"WSO2 API Manager 4"_s,
                                        u"token 30 min"_s};
        const auto namesIn = [&](const QString &language) {
            const Stage made = stages()[std::size_t(stage)].make(language);
            settle();
            QStringList names;
            for (QAccessibleInterface *each : everything(made)) {
                if (isControl(each))
                    names += nameOf(each);
            }
            return names;
        };
        const QStringList english = namesIn(u"en"_s);
        const QStringList spanish = namesIn(u"es"_s);
        QCOMPARE(spanish.size(), english.size());
        QStringList wrong;
        for (qsizetype i = 0; i < english.size(); ++i) {
            const bool hasWord = std::ranges::any_of(english[i], [](QChar c) { return c.isLower(); });
            const bool isAddress = english[i].contains(u"://"_s) || english[i].contains(u".example"_s);
            if (english[i] == spanish[i] && hasWord && !isAddress && !same.contains(english[i]))
                wrong += english[i];
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void fault96_atMostOneControlIsFocused_data() { eachStage(); }
    void fault96_atMostOneControlIsFocused()
    {
        const Stage stage = madeStage();
        QVERIFY(takesTheKeyboard(stage));
        QList<QWidget *> stops{stage.window->focusWidget()};
        for (QWidget *each : stage.window->findChildren<QWidget *>()) {
            if (each->isVisible() && each->isEnabled() && (each->focusPolicy() & Qt::TabFocus) && !each->focusProxy())
                stops += each;
        }
        int seen = 0;
        for (QWidget *stop : std::as_const(stops)) {
            if (!stop)
                continue;
            stop->setFocus(Qt::TabFocusReason);
            settle();
            QStringList focused;
            for (QAccessibleInterface *each : everything(stage)) {
                if (each->state().focused)
                    focused += placeOf(each);
            }
            QVERIFY2(focused.size() <= 1, qPrintable(focused.join(u'\n')));
            seen += int(focused.size());
        }
        QVERIFY(seen >= 1);
    }

    //! A control that has the keyboard lies where it can be seen, in every pane that scrolls.
    void fault97_theFocusIsInView_data() { eachStage(); }
    void fault97_theFocusIsInView()
    {
        const Stage stage = madeStage();
        QVERIFY(takesTheKeyboard(stage));
        stage.window->resize(stage.window->minimumSizeHint().expandedTo({480, 320}));
        settle();
        for (ScrollArea *area : stage.window->findChildren<ScrollArea *>()) {
            QList<QPointer<QWidget>> controls; // the frame around the focus is among them, and goes with it
            for (QWidget *each : area->widget()->findChildren<QWidget *>())
                controls << each;
            for (const QPointer<QWidget> &each : controls) {
                if (!each || !each->isVisible() || !each->isEnabled() || !(each->focusPolicy() & Qt::TabFocus)
                    || each->focusProxy())
                    continue;
                area->verticalScrollBar()->setValue(
                    each->y() > area->widget()->height() / 2 ? 0 : area->verticalScrollBar()->maximum());
                stage.window->setFocus();
                each->setFocus(Qt::OtherFocusReason);
                settle();
                const QRect place(each->mapTo(area->viewport(), QPoint()), each->size());
                int room = area->viewport()->height(); // panes between the two may have less
                for (const QWidget *at = each; at != area->widget(); at = at->parentWidget()) {
                    if (const auto *pane = qobject_cast<const ScrollArea *>(at))
                        room = std::min(room, pane->viewport()->height());
                }
                const bool fits = place.height() <= room;
                QVERIFY2(fits ? area->viewport()->rect().contains(
                             QRect(area->viewport()->rect().left(), place.top(), 1, place.height()))
                              : area->viewport()->rect().intersects(place),
                         qPrintable(placeOf(QAccessible::queryAccessibleInterface(each))));
            }
        }
    }

    //! What assistive technology toggles ends as what the mouse clicks.
    void fault94_toggleDoesWhatAClickDoes_data() { eachStage(); }
    void fault94_toggleDoesWhatAClickDoes()
    {
        const auto checkable = [](const Stage &stage) {
            std::vector<QAccessibleInterface *> found;
            for (QAccessibleInterface *each : everything(stage)) {
                if (each->state().checkable && !each->state().disabled
                    && qobject_cast<QAbstractButton *>(each->object()))
                    found.push_back(each);
            }
            return found;
        };
        const std::size_t count = checkable(madeStage()).size();
        for (std::size_t i = 0; i < count; ++i) {
            QStringList clicked;
            {
                const Stage stage = madeStage();
                static_cast<QAbstractButton *>(checkable(stage)[i]->object())->click();
                clicked = settled(stage);
            }
            const Stage stage = madeStage();
            QAccessibleInterface *control = checkable(stage)[i];
            const QString name = placeOf(control);
            QVERIFY2(control->actionInterface()->actionNames().contains(QAccessibleActionInterface::toggleAction()),
                     qPrintable(name));
            control->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
            const QStringList toggled = settled(stage);
            QVERIFY2(toggled == clicked, qPrintable(name + u": "_s + firstDifference(clicked, toggled)));
        }
    }

    //! A row that is toggled is chosen, and what depends on it follows.
    void fault94_rowsAndTabs_data() { eachStage(); }
    void fault94_rowsAndTabs()
    {
        const auto parts = [](const Stage &stage) {
            std::vector<QAccessibleInterface *> found;
            for (QAccessibleInterface *each : everything(stage)) {
                const bool isRow = each->tableCellInterface() && each->tableCellInterface()->columnIndex() == 0
                    && each->role() != QAccessible::ColumnHeader && each->role() != QAccessible::RowHeader;
                if ((isRow || each->role() == QAccessible::PageTab) && !each->state().selected
                    && each->actionInterface() && !each->actionInterface()->actionNames().isEmpty())
                    found.push_back(each);
            }
            return found;
        };
        const std::size_t count = parts(madeStage()).size();
        for (std::size_t i = 0; i < count; ++i) {
            QStringList clicked;
            {
                const Stage stage = madeStage();
                QAccessibleInterface *part = parts(stage)[i];
                QAccessibleInterface *around = part->parent();
                auto *holder = qobject_cast<QWidget *>(around->object());
                const auto *view = qobject_cast<QAbstractItemView *>(holder);
                if (view)
                    holder = view->viewport();
                const QPoint middle = holder->mapFromGlobal(part->rect().center());
                const bool several = view && view->selectionMode() != QAbstractItemView::SingleSelection;
                QTest::mouseClick(holder, Qt::LeftButton, several ? Qt::ControlModifier : Qt::NoModifier, middle);
                clicked = settled(stage);
            }
            const Stage stage = madeStage();
            QAccessibleInterface *part = parts(stage)[i];
            const QString name = placeOf(part);
            part->actionInterface()->doAction(part->actionInterface()->actionNames().constFirst());
            const QStringList acted = settled(stage);
            QVERIFY2(acted == clicked, qPrintable(name + u": "_s + firstDifference(clicked, acted)));
        }
    }

    //! Opening a menu answers at once, and the menu is there.
    void fault94_showMenuDoesNotWait_data() { eachStage(); }
    void fault94_showMenuDoesNotWait()
    {
        const Stage stage = madeStage();
        for (QPushButton *button : stage.window->findChildren<QPushButton *>()) {
            if (!button->menu() || !button->isVisible() || !button->isEnabled())
                continue;
            QAccessibleInterface *at = QAccessible::queryAccessibleInterface(button);
            QCOMPARE(at->role(), QAccessible::ButtonMenu);
            for (const QString &name :
                 {QAccessibleActionInterface::showMenuAction(), QAccessibleActionInterface::pressAction()}) {
                QVERIFY2(at->actionInterface()->actionNames().contains(name), qPrintable(placeOf(at)));
                // If it waited, nobody would be there to close it: this ends the wait, and is seen.
                bool waited = false;
                QTimer::singleShot(0, button, [&] {
                    waited = true;
                    button->menu()->close();
                });
                at->actionInterface()->doAction(name);
                QVERIFY2(!waited, qPrintable(placeOf(at)));
                QVERIFY2(button->menu()->isVisible(), qPrintable(placeOf(at)));
                settle();
                button->menu()->close();
                settle();
                QVERIFY(!button->isDown());
            }
        }
    }

    //! A choice in the list that a box opens is made, as by a click in it.
    void fault94_choicesOfABox()
    {
        const Stage stage = connectionsStage(u"en"_s);
        int tried = 0;
        for (QComboBox *box : stage.window->findChildren<QComboBox *>()) {
            if (!box->isVisible() || !box->isEnabled() || box->count() < 2)
                continue;
            QSignalSpy activated(box, &QComboBox::activated);
            const int wanted = box->currentIndex() == 0 ? 1 : 0;
            QAccessibleInterface *list = QAccessible::queryAccessibleInterface(box->view());
            list->child(wanted)->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
            QCOMPARE(box->currentIndex(), wanted);
            QCOMPARE(activated.size(), 1);
            ++tried;
            break; // what follows may be hidden by it
        }
        QCOMPARE(tried, 1);
    }

    //! An answer makes its row the current one; the keyboard stays where it is, and so does what is said of it.
    void fault95_anAnswerTakesNoFocus()
    {
        const Stage stage = mainStage(u"en"_s);
        auto *entry = stage.window->findChild<QLineEdit *>();
        entry->setFocus();
        settle();
        QVERIFY(stage.window->findChild<ListTable *>()->currentIndex().isValid());
        QStringList focused;
        for (QAccessibleInterface *each : everything(stage)) {
            if (each->state().focused)
                focused += nameOf(each);
        }
        QCOMPARE(focused, QStringList{u"Receipt number"_s});
    }

    //! The current row stays in view when the list gets smaller.
    void fault97_theCurrentRowStaysInView()
    {
        ListState state;
        ListTable table({.now = samples::now, .openUrl = {}}, state);
        ListRows page = listRows(samples::casePage(214, 214));
        table.setRows(ListKind::Cases, page.rows, false, true);
        table.resize(400, 600);
        table.show();
        QVERIFY(takesTheKeyboard({nullptr, &table}));
        const int rows = 600 / table.verticalHeader()->defaultSectionSize();
        table.setCurrentIndex(table.model()->index(rows - 3, 0));
        table.resize(400, 300);
        settle();
        QVERIFY(table.viewport()->rect().contains(table.visualRect(table.currentIndex()).center()));
        table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum());
        table.clearFocus();
        table.setFocus(Qt::TabFocusReason);
        settle();
        QVERIFY(table.viewport()->rect().contains(table.visualRect(table.currentIndex()).center()));
    }
};

LINTERNA_TEST(TestAccessibility)

} // namespace test_accessibility

#include "test_accessibility.moc"
