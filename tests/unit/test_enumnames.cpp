// SPDX-License-Identifier: GPL-3.0-or-later
// Words for values of enumerations: found both ways, and never another word than the one that stands in people's files.
#include "lib/base/enumnames.h"
#include "lib/connections/connectionkinds.h"
#include "lib/domain/statuscategory.h"
#include "lib/record/storednames.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <functional>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_enumnames {

namespace {

enum class Colour { Red, Green, Blue };
constexpr auto colourNames = enumNames<Colour>({{Colour::Red, "red"}, {Colour::Blue, "blue"}});

//! The names of the values from the first on, up to the first value without one.
template<class Enum>
QString namesOf(const std::function<QString(Enum)> &nameOf)
{
    QStringList names;
    for (int i = 0; !nameOf(static_cast<Enum>(i)).isEmpty(); ++i)
        names << nameOf(static_cast<Enum>(i));
    return names.join(u' ');
}

} // namespace

class TestEnumNames : public QObject
{
    Q_OBJECT
private slots:
    void namesAndBack()
    {
        QCOMPARE(colourNames.name(Colour::Blue), u"blue"_s);
        QCOMPARE(colourNames.name(Colour::Green), QString());
        QCOMPARE(colourNames.value(u"red"_s), Colour::Red);
        for (const QString &unknown : {u"green"_s, u"Red"_s, u"re"_s, QString()})
            QVERIFY2(!colourNames.value(unknown), qPrintable(unknown));
    }
    void wordsInFilesStay()
    {
        QCOMPARE(namesOf<ErrorCode>(errorCodeName),
                 u"offline timeout tls redirected bad-credentials credentials-sent-wrongly unauthorized forbidden "
                 "not-recognized bad-receipt rate-limited quota-spent closed server unreadable mismatch too-large "
                 "interim-reply keychain-locked keychain-absent keychain-denied not-configured storage storage-busy "
                 "cancelled proxy-sign-in proxy-refused proxy-method proxy-denied proxy-unreachable proxy-closed "
                 "proxy-silent proxy-failed invalid"_s);
        QCOMPARE(namesOf<TlsProblem::Kind>(tlsProblemName),
                 u"certificate-file weak-protocol revoked expired not-yet-valid wrong-host self-signed "
                 "unknown-issuer other"_s);
        QCOMPARE(namesOf<StatusCategory>(statusCategoryName),
                 u"received in-review action-needed appointment approved card-on-its-way refused other"_s);
        QCOMPARE(namesOf<Change>(changeName), u"none first unchanged formatting wording timeline date status"_s);
        QCOMPARE(namesOf<AskedBy>(askedByName), u"person batch watch"_s);
        QCOMPARE(namesOf<ConnectionKind>([](auto kind) { return connectionKindNames.name(kind); }),
                 u"uscis-sandbox uscis-production wso2-3 wso2-4 ibm-verify ibm-verify-oidc ibm-verify-oauth2 other"_s);
        QCOMPARE(namesOf<ClientAuthentication>([](auto value) { return clientAuthenticationNames.name(value); }),
                 u"form-body basic-raw basic-form-encoded"_s);
    }
    //! A newer program's word means the value that says least.
    void unknownWords()
    {
        const QString newer = u"newer"_s;
        QVERIFY(!errorCodeFromName(newer));
        QCOMPARE(tlsProblemFromName(newer), TlsProblem::Kind::Other);
        QCOMPARE(categoryFromName(newer), StatusCategory::Other);
        QCOMPARE(changeFromName(newer), Change::None);
        QCOMPARE(askedByFromName(newer), AskedBy::Person);
        QVERIFY(!connectionKindNames.value(newer));
        QVERIFY(!clientAuthenticationNames.value(newer));
    }
};

LINTERNA_TEST(TestEnumNames)

} // namespace test_enumnames

#include "test_enumnames.moc"
