// decodeUserDocument and the values of model/user_data.h: what a reader sees of a user's document.
#include "backend/lab/user_document.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

Document documentOf(const QByteArray &data, const QByteArray &namespaces = {})
{
    Document document;
    document.name = u"urn:lcd:kenmyer@litwareinc.com"_s;
    document.homePool = u"atl-cs-001.litwareinc.com"_s;
    document.namespaces = namespaces;
    document.data = data;
    return document;
}

QByteArray base64(const QString &text)
{
    return text.toUtf8().toBase64();
}

QByteArray inResource(const QByteArray &content)
{
    return "\r\n<Data><HomedResource>" + content + "</HomedResource></Data>";
}

} // namespace

class TestUserDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsContactsAndContainersAreDecoded();
    void whatIsNotBase64OfUtf8IsShownAsItIs_data();
    void whatIsNotBase64OfUtf8IsShownAsItIs();
    void elementsAreKnownInAnyNamespaceAndOnlyInTheirPlace();
    void brokenXmlIsAnError_data();
    void brokenXmlIsAnError();
    void aUrnTellsItsKind_data();
    void aUrnTellsItsKind();
    void anObjectNamesTheGroups();
};

void TestUserDocument::groupsContactsAndContainersAreDecoded()
{
    const Result<UserData> user = decodeUserDocument(documentOf(
        inResource("<ContactGroups><ContactGroup Number='1' DisplayName='fg=='/><ContactGroup Number='7' DisplayName='"
                   + base64(u"Vertrieb Süd"_s) + "' ExternalUri='" + base64(u"sales@litwareinc.com"_s)
                   + "'/></ContactGroups><Contacts><Contact Buddy='pilar@litwareinc.com' DisplayName='"
                   + base64(u"Pilar Ackerman"_s)
                   + "' Groups='1 7' New='x'/><Contact DisplayName='' Groups=''/></Contacts><Containers><Container "
                     "ContainerNumber='400'>"
                     "<UserMember Member='pilar@litwareinc.com'/><UserMember Member='jo@litwareinc.com'/></Container>"
                     "<Container ContainerNumber='32000'/></Containers>")));
    QVERIFY(user.isOk());
    UserData expected;
    expected.identity = u"kenmyer@litwareinc.com"_s;
    expected.homePool = u"atl-cs-001.litwareinc.com"_s;
    expected.groups = {{1, u"Other Contacts"_s, {}}, {7, u"Vertrieb Süd"_s, u"sales@litwareinc.com"_s}};
    expected.contacts = {{u"pilar@litwareinc.com"_s, u"Pilar Ackerman"_s, {1, 7}}, {{}, {}, {}}};
    expected.containers = {{400, {u"pilar@litwareinc.com"_s, u"jo@litwareinc.com"_s}}, {32000, {}}};
    QVERIFY(*user == expected);
}

void TestUserDocument::whatIsNotBase64OfUtf8IsShownAsItIs_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("shown");
    QTest::newRow("Base64") << base64(u"Jo Berry"_s) << u"Jo Berry"_s;
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("plain text") << QByteArray("Jo Berry!") << u"Jo Berry!"_s;
    QTest::newRow("cut short") << QByteArray("Sm8gQmVycnk") + "=x" << u"Sm8gQmVycnk=x"_s;
    QTest::newRow("Base64 of something else") << QByteArray("\xFF\xFE\xFD").toBase64() << u"//79"_s;
}

void TestUserDocument::whatIsNotBase64OfUtf8IsShownAsItIs()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, shown);
    const Result<UserData> user = decodeUserDocument(
        documentOf(inResource("<Contacts><Contact Buddy='a@b.c' DisplayName='" + written + "'/></Contacts>")));
    QVERIFY(user.isOk());
    QCOMPARE(user->contacts.value(0).displayName, shown);
}

void TestUserDocument::elementsAreKnownInAnyNamespaceAndOnlyInTheirPlace()
{
    const Result<UserData> user = decodeUserDocument(documentOf(
        "<p:Data><p:HomedResource><p:Contacts><p:Contact Buddy='a@b.c'/></p:Contacts><Contact Buddy='stray@b.c'/>"
        "<Contacts xmlns='other'><Contact Buddy='b@b.c'/></Contacts></p:HomedResource></p:Data>",
        "xmlns:p=\"urn:p\""));
    QVERIFY(user.isOk());
    QCOMPARE(user->contacts.size(), 2);
    QCOMPARE(user->contacts.at(1).address, u"b@b.c"_s);
}

void TestUserDocument::brokenXmlIsAnError_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("not closed") << QByteArray("<Data>");
    QTest::newRow("closes more than it opened") << QByteArray("</Item><Item>");
    QTest::newRow("unbound prefix") << QByteArray("<p:Data/>");
    QTest::newRow("undefined entity") << QByteArray("<Data>&nbsp;</Data>");
}

void TestUserDocument::brokenXmlIsAnError()
{
    QFETCH(QByteArray, data);
    const Result<UserData> user = decodeUserDocument(documentOf(data));
    QVERIFY(!user.isOk());
    QVERIFY2(user.error().message.contains(u"kenmyer@litwareinc.com"_s), qUtf8Printable(user.error().message));
    QVERIFY(!user.error().recommendedAction.isEmpty());
}

void TestUserDocument::aUrnTellsItsKind_data()
{
    QTest::addColumn<QString>("urn");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("identity");
    QTest::newRow("user") << u"urn:lcd:a@b.c"_s << u"User"_s << u"a@b.c"_s;
    QTest::newRow("conference") << u"urn:hcd:dir:4"_s << u"Conference"_s << u"urn:hcd:dir:4"_s;
    QTest::newRow("other") << u"urn:x:y"_s << u"Other"_s << u"urn:x:y"_s;
}

void TestUserDocument::aUrnTellsItsKind()
{
    QFETCH(QString, urn);
    QFETCH(QString, kind);
    QFETCH(QString, identity);
    QCOMPARE(cspool::toString(documentKind(urn)), kind);
    QCOMPARE(documentIdentity(urn), identity);
    if (kind == u"User"_s) {
        QCOMPARE(userUrn(identity), urn);
        QCOMPARE(userUrn(u"SIP:"_s + identity), urn);
    }
}

void TestUserDocument::anObjectNamesTheGroups()
{
    UserData user;
    user.identity = u"a@b.c"_s;
    user.groups = {{1, u"Other Contacts"_s, {}}};
    user.contacts = {{u"b@b.c"_s, u"B"_s, {1, 9}}, {{}, {}, {}}};
    user.containers = {{300, {u"b@b.c"_s}}, {77, {}}};
    const Object object = user.toObject();
    const QVariantList contacts = object.list(u"Contacts");
    QCOMPARE(contacts.size(), 2);
    const Object first = contacts.at(0).value<Object>();
    QCOMPARE(first.text(), u"B <b@b.c>"_s);
    QCOMPARE(first.list(u"Groups"), (QVariantList{u"Other Contacts"_s, u"9"_s}));
    QCOMPARE(contacts.at(1).value<Object>().text(), u"(no address)"_s);
    QCOMPARE(object.list(u"Containers").at(0).value<Object>().text(), u"workgroup: b@b.c"_s);
    QCOMPARE(object.list(u"Containers").at(1).value<Object>().text(), u"77"_s);
}

QTEST_GUILESS_MAIN(TestUserDocument)
#include "tst_user_document.moc"
