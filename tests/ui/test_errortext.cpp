// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "ui/words/errortext.h"

#include <QApplication>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_errortext {

namespace {

std::vector<ErrorCode> allCodes()
{
    std::vector<ErrorCode> codes;
    for (int i = 0; !errorCodeName(ErrorCode(i)).isEmpty(); ++i)
        codes.push_back(ErrorCode(i));
    return codes;
}

QStringList partsOf(const ErrorText &text)
{
    return {text.title, text.happened, text.meaning, text.todo};
}

} // namespace

class TestErrorText : public QObject
{
    Q_OBJECT
private:
    LanguageSwitcher m_languages;

private slots:
    void init() { m_languages.setLanguage(u"en"_s); }

    void everyCodeInBothLanguages()
    {
        QCOMPARE(allCodes().size(), std::size_t(ErrorCode::Invalid) + 1);
        QSet<QString> titles;
        for (const ErrorCode code : allCodes()) {
            const Error error{.code = code};
            m_languages.setLanguage(u"en"_s);
            const QStringList english = partsOf(errorText(error, samples::now()));
            m_languages.setLanguage(u"es"_s);
            const QStringList spanish = partsOf(errorText(error, samples::now()));
            for (int i = 0; i < english.size(); ++i) {
                QVERIFY2(!english[i].isEmpty(), qPrintable(errorCodeName(code)));
                QVERIFY2(english[i] != spanish[i], qPrintable(english[i]));
            }
            titles += english[0];
        }
        QCOMPARE(titles.size(), qsizetype(allCodes().size())); // no two sound the same
    }

    void saysWhatStays()
    {
        const QDateTime may(QDate(2026, 5, 3), QTime(14, 10), Qt::UTC);
        for (const ErrorCode code : allCodes()) {
            const ErrorText text = errorText(Error{.code = code}, samples::now(), may);
            QVERIFY2(text.meaning.contains(u"3 May"_s), qPrintable(text.meaning));
        }
    }

    void fault25_notRecognizedIsNeverCalledInvalid()
    {
        for (const QString &code : {u"en"_s, u"es"_s}) {
            m_languages.setLanguage(code);
            const QString all = partsOf(errorText(Error{.code = ErrorCode::NotRecognized}, samples::now())).join(u' ');
            QVERIFY(all.contains(u"8 U.S.C. 1367"_s));
            for (const QString &wrong : {u"invalid"_s, u"not exist"_s, u"inválid"_s, u"no existe"_s, u"wrong"_s})
                QVERIFY2(!all.contains(wrong, Qt::CaseInsensitive), qPrintable(all));
        }
    }

    void retryTimeIsSaid()
    {
        Error closed{.code = ErrorCode::Closed, .httpStatus = 503};
        closed.retryAt = QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
        QVERIFY(errorText(closed, samples::now()).todo.contains(u"Tuesday 24 November 12:00"_s));
        closed.retryAt = samples::now().addSecs(-1); // long over: nothing to wait for
        QVERIFY(!errorText(closed, samples::now()).todo.contains(u"your time"_s));
    }

    //! What is known here is told apart from what the service said.
    void whatWasNotAskedIsSaid()
    {
        for (const ErrorCode code : {ErrorCode::Closed, ErrorCode::QuotaSpent}) {
            for (const QString &language : {u"en"_s, u"es"_s}) {
                m_languages.setLanguage(language);
                const QString here = errorText(Error{.code = code}, samples::now()).happened;
                const QString there = errorText(Error{.code = code, .httpStatus = 503}, samples::now()).happened;
                const QString notAsked = language == u"en" ? u"nothing was asked"_s : u"no se consultó nada"_s;
                QVERIFY2(here.contains(notAsked), qPrintable(here));
                QVERIFY2(!there.contains(notAsked), qPrintable(there));
            }
        }
        m_languages.setLanguage(u"en"_s);
    }

    void fault18_everyCheckInBothLanguages()
    {
        QSet<QString> said;
        int kinds = 0;
        for (; !tlsProblemName(TlsProblem::Kind(kinds)).isEmpty(); ++kinds) {
            for (const QStringList &names : {QStringList(), QStringList{u"gateway.example"_s}}) {
                const Error error{.code = ErrorCode::Tls,
                                  .tls = TlsProblem{.kind = TlsProblem::Kind(kinds), .names = names}};
                m_languages.setLanguage(u"en"_s);
                const QStringList english = partsOf(errorText(error, samples::now()));
                m_languages.setLanguage(u"es"_s);
                const QStringList spanish = partsOf(errorText(error, samples::now()));
                for (int i = 0; i < english.size(); ++i) {
                    QVERIFY2(!english[i].isEmpty() && english[i] != spanish[i], qPrintable(english[i]));
                    QVERIFY2(!english[i].contains(u'%') && !spanish[i].contains(u'%'), qPrintable(english[i]));
                }
                QVERIFY(english[1].endsWith(u"Nothing was sent."_s));
                if (names.isEmpty())
                    said += english[1];
            }
        }
        QCOMPARE(said.size(), kinds); // no two sound the same
    }

    void fault18_saysWhichCheckFailed_data()
    {
        QTest::addColumn<TlsProblem>("problem");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("spanish");
        using Kind = TlsProblem::Kind;
        const QDateTime end(QDate(2026, 5, 3), QTime(12, 0), Qt::UTC);
        QTest::newRow("expired") << TlsProblem{.kind = Kind::Expired, .date = end}
                                 << u"The certificate of the server expired on 3 May 2026."_s
                                 << u"El certificado del servidor venció el 3 de mayo de 2026."_s;
        QTest::newRow("not yet valid") << TlsProblem{.kind = Kind::NotYetValid, .date = end}
                                       << u"The certificate of the server is not valid before 3 May 2026."_s
                                       << u"El certificado del servidor no es válido antes del 3 de mayo de 2026."_s;
        QTest::newRow("wrong host") << TlsProblem{.kind = Kind::WrongHost,
                                                  .names = {u"gateway.example"_s, u"10.1.2.3"_s}}
                                    << u"was issued for “gateway.example”, “10.1.2.3”, not for this address."_s
                                    << u"se emitió para «gateway.example», «10.1.2.3», no para esta dirección."_s;
        QTest::newRow("many names") << TlsProblem{.kind = Kind::WrongHost,
                                                  .names = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}}
                                    << u"issued for “a”, “b”, “c” and 2 more, not"_s
                                    << u"para «a», «b», «c» y 2 más, no"_s;
        QTest::newRow("one name more") << TlsProblem{.kind = Kind::WrongHost, .names = {u"a"_s, u"b"_s, u"c"_s, u"d"_s}}
                                       << u"“c” and 1 more, not"_s << u"«c» y 1 más, no"_s;
        QTest::newRow("unknown issuer") << TlsProblem{.kind = Kind::UnknownIssuer, .names = {u"County Root"_s}}
                                        << u"certificate, “County Root”, is not known to this computer."_s
                                        << u"servidor, «County Root», no es conocido en esta computadora."_s;
        QTest::newRow("self-signed") << TlsProblem{.kind = Kind::SelfSigned, .names = {u"gateway"_s}}
                                     << u"nobody else signed its certificate, issued for “gateway”."_s
                                     << u"nadie más firmó su certificado, emitido para «gateway»."_s;
    }
    void fault18_saysWhichCheckFailed()
    {
        QFETCH(TlsProblem, problem);
        QFETCH(QString, english);
        QFETCH(QString, spanish);
        const Error error{.code = ErrorCode::Tls, .tls = problem};
        const QString said = errorText(error, samples::now()).happened;
        QVERIFY2(said.contains(english), qPrintable(said));
        QVERIFY(errorLine(error).startsWith(said));
        m_languages.setLanguage(u"es"_s);
        const QString dicho = errorText(error, samples::now()).happened;
        QVERIFY2(dicho.contains(spanish), qPrintable(dicho));
    }

    void fault18_namesSayNothingInOurName()
    {
        const QString name = u"x\u201D. All is well \u201C\u202E%1 <b>"_s + u"y"_s.repeated(500);
        const QString said = tlsProblemText({.kind = TlsProblem::Kind::UnknownIssuer, .names = {name}});
        QCOMPARE(said.count(u'\u201C'), 1);
        QCOMPARE(said.count(u'\u201D'), 1);
        QVERIFY(!said.contains(QChar(0x202E)));
        QVERIFY(said.contains(u"%1 <b>"_s)); // as it is: labels show plain text
        QVERIFY(said.size() < 200);
        QVERIFY(said.endsWith(u"is not known to this computer."_s));
    }

    void receiptProblems_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << u""_s << u"13 characters, as on the receipt notice: three letters and ten digits"_s;
        QTest::newRow("short") << u"EAC 99 991 0340"_s << u"12 of 13 characters"_s;
        QTest::newRow("long") << u"EAC99991034021"_s << u"14 characters: a receipt number has 13"_s;
        QTest::newRow("prefix") << u"9AC"_s << u"A receipt number begins with three letters; “9” cannot stand there"_s;
        QTest::newRow("letter") << u"EAC99X"_s << u"“X” cannot stand here: after the three letters come ten digits"_s;
        QTest::newRow("fault54: a letter that looks like ours")
            << u"\u0415AC9999103402"_s
            << u"A receipt number begins with three letters from A to Z; this “\u0415” is another character"_s;
        QTest::newRow("fault54: turned round")
            << u"\u202EEAC9999103402"_s << u"A receipt number begins with three letters; “U+202E” cannot stand there"_s;
        QTest::newRow("fault54: cannot be seen")
            << u"EAC9\u0301999103402"_s << u"“U+0301” cannot stand here: after the three letters come ten digits"_s;
        QTest::newRow("fault54: NUL") << u"EAC9\0"_s
                                      << u"“U+0000” cannot stand here: after the three letters come ten digits"_s;
    }
    void receiptProblems()
    {
        QFETCH(QString, typed);
        QFETCH(QString, said);
        const auto parsed = ReceiptNumber::parse(typed);
        QCOMPARE(receiptProblemText(std::get<ReceiptNumber::Refusal>(parsed)), said);
    }
    void noReceiptAmongWords()
    {
        QCOMPARE(receiptProblemText({.problem = ReceiptNumber::Problem::NotFound}),
                 u"No receipt number in this text: three letters and ten digits"_s);
        QCOMPARE(receiptProblemText({.problem = ReceiptNumber::Problem::Telephone}),
                 u"This looks like a telephone number: type a receipt number in one run"_s);
    }

    void recordStates()
    {
        QVERIFY(recordStateText({}).isEmpty());
        using Mode = RecordState::Mode;
        RecordState memory{.mode = Mode::InMemory}; // asked for: nothing to say
        QVERIFY(recordStateText(memory).isEmpty());
        QSet<QString> texts;
        memory.mode = Mode::CannotOpen;
        for (const ErrorCode code : {ErrorCode::KeychainLocked, ErrorCode::KeychainAbsent, ErrorCode::KeychainDenied,
                                     ErrorCode::NotConfigured, ErrorCode::Unreadable, ErrorCode::Storage}) {
            memory.why = Error{.code = code, .detail = u"where"_s};
            texts += recordStateText(memory);
            QVERIFY(recordStateText(memory).contains(u"until the program ends"_s));
            QVERIFY(recordStateText(memory).endsWith(u"(where)"_s));
        }
        QCOMPARE(texts.size(), 6);
        memory = {.mode = Mode::AwaitsPassphrase, .underPassphrase = true};
        QVERIFY(recordStateText(memory).contains(u"passphrase"_s));
        memory.mode = Mode::NothingKept;
        QVERIFY(recordStateText(memory).isEmpty());
        RecordState damaged;
        damaged.damagedKeptAs = u"record.db.damaged"_s;
        QVERIFY(recordStateText(damaged).contains(u"record.db.damaged"_s));
    }
};

LINTERNA_TEST(TestErrorText)

} // namespace test_errortext

#include "test_errortext.moc"
