// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"
#include "history/historymodel.h"
#include "history/historyview.h"
#include "i18n/languageswitcher.h"
#include "ui/samples.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

class TestHistoryView : public QObject
{
    Q_OBJECT
private:
    struct View {
        View()
        {
            languages.setLanguage(u"en"_s);
            theme.apply(Settings::Theme::Light);
            view.resize(400, 560);
            view.show();
        }
        QTableView *table() { return view.findChild<QTableView *>(); }
        QPushButton *button(const QString &name)
        {
            for (QPushButton *each : view.findChildren<QPushButton *>()) {
                if (each->text() == name)
                    return each;
            }
            return nullptr;
        }
        QString labels()
        {
            QString all;
            for (const QLabel *label : view.findChildren<QLabel *>())
                all += label->text() + u'\n';
            return all;
        }
        LanguageSwitcher languages;
        Theme theme;
        HistoryView view{{.now = samples::now, .openUrl = {}}};
    };

private slots:
    //! A row is measured each time it is painted.
    void fault61_aTitleOfAMegabyteIsCut()
    {
        HistoryRow row = samples::historyPage(1, 1).rows.front();
        row.title = {QString(1'000'000, u'w'), u"título "_s.repeated(100'000)};
        row.formType = QString(1'000'000, u'f');
        QVERIFY(wordsOf(row, samples::now()).detail.size() < 700);
        QVERIFY(wordsOf(row, samples::now()).detail.endsWith(u"w…"_s));
    }

    void rowsAreReadWhole()
    {
        View v;
        v.view.setPage(samples::historyPage(10, 10), 0);
        const QAbstractItemModel *model = v.table()->model();
        QCOMPARE(model->rowCount(), 10);
        const auto spoken = [&](int row, int column) {
            return model->index(row, column).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(spoken(1, 0), u"IOE1234563403, Changed · I-765 · Request for Additional Evidence Was Sent"_s);
        QCOMPARE(spoken(1, 1), u"Action needed, today 12:12"_s);
        QCOMPARE(spoken(2, 1), u"Not recognized, today 9:42"_s);
        QCOMPARE(spoken(6, 1), u"No answer, yesterday 23:42"_s);
        v.languages.setLanguage(u"es"_s); // words are made when asked for
        QCOMPARE(spoken(1, 0), u"IOE1234563403, Cambió · I-765 · Se Envió Solicitud De Evidencia Adicional"_s);
        QCOMPARE(spoken(1, 1), u"Acción requerida, hoy 12:12"_s);
    }

    void rowsHaveTwoLinesOf48Pixels()
    {
        View v;
        v.view.setPage(samples::historyPage(3, 3), 0);
        QCOMPARE(v.table()->rowHeight(0), 48);
    }

    void fault62_tableHasRoleAndName()
    {
        View v;
        v.view.setPage(samples::historyPage(3, 3), 0);
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(v.table());
        QCOMPARE(table->role(), QAccessible::Table);
        QCOMPARE(table->text(QAccessible::Name), u"History"_s);
        QCOMPARE(table->tableInterface()->rowCount(), 3);
    }

    void choosingEmitsOnceAndIsKept()
    {
        View v;
        QSignalSpy chosen(&v.view, &HistoryView::checkChosen);
        v.view.setPage(samples::historyPage(10, 10), 0);
        QCOMPARE(chosen.size(), 0); // nobody chose
        v.table()->setFocus();
        QTest::keyClick(v.table(), Qt::Key_Down);
        QTest::keyClick(v.table(), Qt::Key_Down);
        QVERIFY(!chosen.isEmpty());
        const qint64 id = chosen.last()[0].toLongLong();
        chosen.clear();
        v.view.setPage(samples::historyPage(11, 11), 0); // one more came
        QCOMPARE(chosen.size(), 0);
        const auto *model = qobject_cast<const HistoryModel *>(v.table()->model());
        QCOMPARE(model->row(v.table()->currentIndex())->id, id);
        v.view.select(5);
        QCOMPARE(model->row(v.table()->currentIndex())->id, 5);
        QCOMPARE(chosen.size(), 0);
    }

    void pagesOnlyWhereThereAreMore()
    {
        View v;
        v.view.setPage(samples::historyPage(214, 214), 0);
        QVERIFY(v.labels().contains(u"1–214 of 214"_s));
        QVERIFY(!v.button(u"Earlier"_s)->isVisible() && !v.button(u"Newest"_s)->isVisible());
        QSignalSpy wanted(&v.view, &HistoryView::pageWanted);
        v.view.setPage(samples::historyPage(2000, 123456), 2000);
        QVERIFY(v.labels().contains(u"2,001–4,000 of 123,456"_s));
        v.button(u"Earlier"_s)->click();
        v.button(u"Newest"_s)->click();
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[0][0].toLongLong(), 123456 - 1999);
        QCOMPARE(wanted[1][0].toLongLong(), 0);
    }

    void unreadableRowSaysSo()
    {
        View v;
        CheckPage page;
        page.total = 1;
        page.rows.push_back({});
        page.rows.back().id = 7;
        page.rows.back().checkedAt = samples::now();
        page.rows.back().unreadable = true;
        v.view.setPage(page, 0);
        QVERIFY(v.table()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"Cannot be read"_s));
        QVERIFY(!v.view.grab().isNull());
    }

    void emptyCannotBeExported()
    {
        View v;
        v.view.setPage({}, 0);
        QVERIFY(!v.button(u"Export history"_s)->isEnabled());
        QVERIFY(!v.table()->isVisible());
    }
};

QTEST_MAIN(TestHistoryView)
#include "test_historyview.moc"
