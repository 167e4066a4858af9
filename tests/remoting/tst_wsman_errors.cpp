// Every failure says to an administrator what is wrong and what to do.
#include "backend/remoting/wsman/wsman_errors.h"

#include <QSet>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

class TestWsmanErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFailureHasSentencesOfItsOwn();
    void quotedWordsAreNotReadAsPlaces();
    void quotedWordsEndTheSentence();
    void faultsOfAKindAreOneFailure_data();
    void faultsOfAKindAreOneFailure();
    void faultsOfAReconnectionAreToldApart_data();
    void faultsOfAReconnectionAreToldApart();
    void faultWithoutWordsHasItsNumber();
};

void TestWsmanErrors::everyFailureHasSentencesOfItsOwn()
{
    const QUrl url(u"https://pool.example.com:5986/wsman"_s);
    QSet<QString> ids;
    QSet<QString> messages;
    for (int i = 0; i <= int(RemoteFailure::Fault); ++i) {
        const Error error = remoteError(RemoteFailure(i), url, u"Some detail"_s);
        const QByteArray what = error.id.toUtf8();
        QVERIFY2(error.message.contains(u"pool.example.com"_s), what.constData());
        QVERIFY2(error.message.endsWith(u'.') && error.recommendedAction.endsWith(u'.'), what.constData());
        QVERIFY2(!error.message.contains(u'%') && !error.recommendedAction.contains(u'%'), what.constData());
        QCOMPARE(error.target, u"pool.example.com"_s);
        ids.insert(error.id);
        messages.insert(error.message);
    }
    QCOMPARE(ids.size(), int(RemoteFailure::Fault) + 1);
    QCOMPARE(messages.size(), int(RemoteFailure::Fault) + 1);
}

void TestWsmanErrors::quotedWordsAreNotReadAsPlaces()
{
    const Error error = remoteError(RemoteFailure::Fault, QUrl(u"https://a.example.com/%254"_s), u"50%1 of %4"_s);
    QCOMPARE(error.message, u"a.example.com reports: 50%1 of %4."_s);
}

void TestWsmanErrors::quotedWordsEndTheSentence()
{
    const QUrl url(u"https://a.example.com/"_s);
    QCOMPARE(remoteError(RemoteFailure::Fault, url, u" No\r\n way. "_s).message, u"a.example.com reports: No way."_s);
    QCOMPARE(remoteError(RemoteFailure::Fault, url).message, u"a.example.com reports: it did not say why."_s);
    QVERIFY(remoteError(RemoteFailure::Fault, url, QString(1000000, u'x')).message.size() < 1100);
}

void TestWsmanErrors::faultsOfAKindAreOneFailure_data()
{
    QTest::addColumn<WsmanFault>("fault");
    QTest::addColumn<int>("failure");
    const auto row = [](const char *name, quint32 code, RemoteFailure failure, const QString &subcode = {}) {
        QTest::newRow(name) << WsmanFault{code, subcode, {}, {}} << int(failure);
    };
    row("shells of this user", 2150859173, RemoteFailure::TooManyShells);
    row("shells of this plug-in", 2150859238, RemoteFailure::TooManyShells);
    row("operations", 2150859174, RemoteFailure::TooManyOperations);
    row("load of the user", 2150859175, RemoteFailure::QuotaExceeded);
    row("load of the server", 2150859176, RemoteFailure::QuotaExceeded);
    row("no such shell", 2150858843, RemoteFailure::ShellGone);
    row("aborted", 995, RemoteFailure::ShellGone);
    row("timed out", 2150858793, RemoteFailure::NoAnswer);
    row("access denied", 5, RemoteFailure::AccessDenied);
    row("access denied as HRESULT", 2147942405, RemoteFailure::AccessDenied);
    row("access denied by subcode", 0, RemoteFailure::AccessDenied, u"w:AccessDenied"_s);
    row("resource", 2150858752, RemoteFailure::ConfigurationUnknown);
    row("unknown", 1, RemoteFailure::Fault);
}

void TestWsmanErrors::faultsOfAKindAreOneFailure()
{
    QFETCH(const WsmanFault, fault);
    QTEST(int(failureOf(fault)), "failure");
}

void TestWsmanErrors::faultsOfAReconnectionAreToldApart_data()
{
    QTest::addColumn<WsmanFault>("fault");
    QTest::addColumn<int>("meaning");
    const auto row = [](const char *name, quint32 code, ReconnectFault meaning, const QString &subcode = {}) {
        QTest::newRow(name) << WsmanFault{code, subcode, {}, {}} << int(meaning);
    };
    row("disconnected already", 2150859204, ReconnectFault::NotDisconnected);
    row("not gracefully", 2150859214, ReconnectFault::NotDisconnected);
    row("cannot be disconnected now", 2150859215, ReconnectFault::NotDisconnected);
    row("shell is connected", 2150859216, ReconnectFault::NotDisconnected);
    row("command is connected", 2150859219, ReconnectFault::NotDisconnected);
    row("invalid action", 2150858753, ReconnectFault::NotSupported);
    row("action", 2150858771, ReconnectFault::NotSupported);
    row("action by subcode", 0, ReconnectFault::NotSupported, u"wsa:ActionNotSupported"_s);
    row("feature", 2150858818, ReconnectFault::NotSupported);
    row("plug-in", 2150859205, ReconnectFault::NotSupported);
    row("no such shell", 2150858843, ReconnectFault::Gone);
    row("selectors", 2150858813, ReconnectFault::Gone);
    row("command terminated", 2150859212, ReconnectFault::Gone);
    row("another client", 2150859213, ReconnectFault::Taken);
    row("another session", 2150859206, ReconnectFault::Taken);
    row("timed out", 2150858793, ReconnectFault::Temporary);
    row("unavailable", 2150859026, ReconnectFault::Temporary);
    row("load", 2150859176, ReconnectFault::Temporary);
    row("internal error", 1, ReconnectFault::Other);
}

void TestWsmanErrors::faultsOfAReconnectionAreToldApart()
{
    QFETCH(const WsmanFault, fault);
    QTEST(int(reconnectFaultOf(fault)), "meaning");
}

void TestWsmanErrors::faultWithoutWordsHasItsNumber()
{
    QCOMPARE(faultError({4711, {}, {}, {}}, QUrl(u"https://a.example.com/"_s)).message,
             u"a.example.com reports: error 4711."_s);
}

QTEST_GUILESS_MAIN(TestWsmanErrors)
#include "tst_wsman_errors.moc"
