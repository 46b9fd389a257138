// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/changedetector.h"
#include "lib/record/storednames.h"

#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_changedetector {

namespace {

using Edit = std::function<void(CaseStatus &)>;

} // namespace

class TestChangeDetector : public QObject
{
    Q_OBJECT
private slots:
    void theFirst() { QCOMPARE(detectChange({}, caseStatus()), Change::First); }
    void names_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, Change change, Edit edit) { QTest::newRow(name) << edit << change; };
        row("nothing", Change::Unchanged, [](CaseStatus &) {});
        row("only the echo", Change::Unchanged, [](CaseStatus &s) { s.message = u"other"_s; });
        row("only repaired", Change::Unchanged, [](CaseStatus &s) { s.repaired = true; });

        row("another title", Change::Status, [](CaseStatus &s) { s.title.en = u"Case Was Denied"_s; });
        row("another title in Spanish alone", Change::Wording,
            [](CaseStatus &s) { s.title.es = u"Caso Reafirmado"_s; });
        row("no title any more", Change::Status, [](CaseStatus &s) { s.title = {}; });
        row("English title no longer given", Change::Wording, [](CaseStatus &s) { s.title.en.clear(); });
        row("another form", Change::Status, [](CaseStatus &s) { s.formType = u"I-131"_s; });
        row("title in other case", Change::Formatting,
            [](CaseStatus &s) { s.title.en = u"CASE approval was affirmed"_s; });
        row("title with entities and spaces", Change::Formatting,
            [](CaseStatus &s) { s.title.en = u" Case&nbsp;Approval  Was&#32;Affirmed "_s; });

        row("modified on another day", Change::Date, [](CaseStatus &s) { s.modifiedDate = u"10-01-2023 08:00:00"_s; });
        row("submitted on another day", Change::Date,
            [](CaseStatus &s) { s.submittedDate = u"01-01-2023 08:00:00"_s; });
        row("date no longer given", Change::Date, [](CaseStatus &s) { s.modifiedDate.clear(); });
        row("date with a space", Change::Formatting, [](CaseStatus &s) { s.modifiedDate.prepend(u' '); });

        row("one more entry", Change::Timeline, [](CaseStatus &s) {
            s.history.insert(s.history.begin(), TimelineEntry{u"2023-10-01"_s, QDate(2023, 10, 1), {u"New."_s, {}}});
        });
        row("one entry less", Change::Timeline, [](CaseStatus &s) { s.history.pop_back(); });
        row("an entry in other words", Change::Timeline, [](CaseStatus &s) { s.history[0].text.es = u"Otra cosa."_s; });
        row("an entry on another day", Change::Timeline,
            [](CaseStatus &s) { s.history[0].dateText = u"2023-09-04"_s; });
        row("entries in another order", Change::Formatting,
            [](CaseStatus &s) { std::swap(s.history[0], s.history[1]); });
        row("an entry with a tag", Change::Formatting,
            [](CaseStatus &s) { s.history[0].text.en = u"<b>We approved your Form I-130.</b>"_s; });

        row("other words", Change::Wording,
            [](CaseStatus &s) { s.description.en.replace(u"affirmed"_s, u"approved"_s); });
        row("other words in Spanish", Change::Wording, [](CaseStatus &s) { s.description.es += u" Fin."_s; });
        row("a letter raised", Change::Wording,
            [](CaseStatus &s) { s.description.es.replace(u"la reaf"_s, u"La reaf"_s); });
        row("quotes of an attribute", Change::Formatting, [](CaseStatus &s) { s.description.en.replace(u'"', u'\''); });
        row("case of a tag", Change::Formatting, [](CaseStatus &s) { s.description.en.replace(u"<a "_s, u"<A "_s); });
        row("paragraphs", Change::Formatting,
            [](CaseStatus &s) { s.description.es = u"<p>"_s + s.description.es + u"</p>\n"_s; });
        row("two spaces", Change::Formatting, [](CaseStatus &s) { s.description.en.replace(u". "_s, u".  "_s); });
        row("entities", Change::Formatting,
            [](CaseStatus &s) { s.description.es.replace(u" de "_s, u"&nbsp;de&#32;"_s); });

        row("status beats all", Change::Status, [](CaseStatus &s) {
            s = {.receipt = s.receipt,
                 .formType = s.formType,
                 .submittedDate = {},
                 .modifiedDate = {},
                 .title = {u"New"_s, {}},
                 .description = {},
                 .history = {},
                 .message = {},
                 .repaired = true};
        });
        row("date beats timeline", Change::Date, [](CaseStatus &s) { s.modifiedDate.clear(), s.history.clear(); });
        row("timeline beats wording", Change::Timeline, [](CaseStatus &s) { s.history.clear(), s.description = {}; });
        row("wording beats formatting", Change::Wording,
            [](CaseStatus &s) { s.description.es.clear(), s.title.en.prepend(u' '); });
    }
    void names()
    {
        QFETCH(Edit, edit);
        QFETCH(Change, change);
        CaseStatus now = caseStatus();
        edit(now);
        QCOMPARE(changeName(detectChange(caseStatus(), now)), changeName(change));
    }
    void fault37_aLoneSurrogateIsNoChange()
    {
        CaseStatus before = caseStatus();
        before.description.en += QChar(0xd800);
        before.title.es += QChar(0xdc00);
        QCOMPARE(detectChange(before, before), Change::Unchanged);
    }
    void spanishDecidesWhereThereIsNoEnglish()
    {
        CaseStatus before = caseStatus();
        before.title.en.clear();
        CaseStatus now = before;
        now.title.es = u"Caso Negado"_s;
        QCOMPARE(detectChange(before, now), Change::Status);
    }
    void everyChangeHasItsOwnName()
    {
        QSet<QString> seen;
        for (int i = 0; i <= static_cast<int>(Change::Status); ++i)
            seen << changeName(static_cast<Change>(i));
        QCOMPARE(seen.size(), 8);
        QVERIFY(!seen.contains(QString()));
    }
};

LINTERNA_TEST(TestChangeDetector)

} // namespace test_changedetector

#include "test_changedetector.moc"
