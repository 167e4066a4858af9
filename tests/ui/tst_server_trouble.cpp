// The console's window in front of servers that go wrong: it shows one sentence and what to do, nothing hangs, and
// nothing is left behind on the server.
#include "model/job_model.h"
#include "tests/support/server_console.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30000; // milliseconds; nothing takes so long

using Answer = std::function<void(const Responder &)>;

Answer answering(const HttpReply &reply)
{
    return [reply](const Responder &responder) { responder.answer(reply); };
}

const HttpReply WebPage{200, "<html><body>Please sign in</body></html>", {}, false, "text/html"};
const HttpReply Unavailable{503, "<html>Service Unavailable</html>", {}, false, "text/html"};
const HttpReply Forbidden{403, "<html>Forbidden</html>", {}, false, "text/html"};

} // namespace

} // namespace cspool::test

Q_DECLARE_METATYPE(cspool::test::Answer)

namespace cspool::test {

class TestServerTrouble : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerConsole> m_console;

    WindowDriver &window() { return *m_console->driver; }
    WsmanServer &server() { return m_console->server; }
    void answerAll(const QString &action, bool ofPipelinesOnly, const Answer &answer);

private Q_SLOTS:
    void init() { m_console = std::make_unique<ServerConsole>(); }
    void cleanup() { m_console.reset(); }
    void aFailedAttemptSaysWhyAndAnotherSucceeds_data();
    void aFailedAttemptSaysWhyAndAnotherSucceeds();
    void aFailedCommandSaysWhyAndTheSessionGoesOn_data();
    void aFailedCommandSaysWhyAndTheSessionGoesOn();
    void aServerThatIsBusyForAWhileIsAskedAgain();
    void cancelGetsOutOfAnAttemptThatNobodyAnswers();
    void closingTheWindowDoesNotWaitForASilentServer();
};

void TestServerTrouble::answerAll(const QString &action, bool ofPipelinesOnly, const Answer &answer)
{
    server().rule = [=](const ReceivedRequest &request, const Responder &responder) {
        if (request.action != action || (ofPipelinesOnly && request.pipeline.isNull()))
            return false;
        answer(responder);
        return true;
    };
}

void TestServerTrouble::aFailedAttemptSaysWhyAndAnotherSucceeds_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QString>("start"); // of what the dialog says
    const Answer fault = answering(faultReply(2150858999, "The server is out of order."));
    QTest::newRow("fault") << fault << u"localhost reports: The server is out of order."_s;
    QTest::newRow("HTTP 503") << answering(Unavailable) << u"localhost is too busy to serve this connection now"_s;
    QTest::newRow("HTTP 403") << answering(Forbidden) << u"localhost knows you, but does not let you in"_s;
    QTest::newRow("web page") << answering(WebPage)
                              << u"What answers at \"/OcsPowershell\" on localhost is not PowerShell Remoting."_s;
    const Answer cut = [](const Responder &responder) { responder.cut(); };
    QTest::newRow("cut") << cut << u"The connection to localhost was lost."_s;
}

void TestServerTrouble::aFailedAttemptSaysWhyAndAnotherSucceeds()
{
    QFETCH(const Answer, answer);
    QFETCH(const QString, start);
    answerAll(u"Create"_s, false, answer);
    m_console->fillConnectDialog();
    window().press(Qt::Key_Return);
    m_console->trustCertificate();
    QTRY_VERIFY_WITH_TIMEOUT(!m_console->message().isEmpty(), Patience);
    QVERIFY2(m_console->message().startsWith(start), qPrintable(m_console->message()));
    QVERIFY(m_console->message().size() > start.size()); // and what to do
    QVERIFY(window().window().windowTitle().startsWith(u"Lab deployment"_s)); // nothing took the server's place
    server().rule = nullptr;
    window().tabTo(u"password"_s);
    window().replaceText(ServerConsole::Password);
    window().press(Qt::Key_Return);
    window().waitUntilGone(u"connectDialog"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->hasPools(), Patience);
    QTRY_COMPARE(server().shells(), 1); // of those that failed, none is left
}

void TestServerTrouble::aFailedCommandSaysWhyAndTheSessionGoesOn_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QString>("start"); // of the job's message
    const Answer fault = answering(faultReply(2150858999, "The server is out of order."));
    const QString notRemoting = u"What answers at \"/OcsPowershell\" on localhost is not PowerShell Remoting."_s;
    for (const QString &action : {u"Command"_s, u"Receive"_s}) {
        const QByteArray name = action.toLatin1();
        QTest::addRow("%s, fault", name.constData()) << action << fault << u"localhost reports: The server is out"_s;
        QTest::addRow("%s, web page", name.constData()) << action << answering(WebPage) << notRemoting;
    }
    QTest::newRow("Command, HTTP 503") << u"Command"_s << answering(Unavailable) << u"localhost is too busy"_s;
}

void TestServerTrouble::aFailedCommandSaysWhyAndTheSessionGoesOn()
{
    QFETCH(const QString, action);
    QFETCH(const Answer, answer);
    QFETCH(const QString, start);
    m_console->connect();
    QTRY_VERIFY_WITH_TIMEOUT(!m_console->world.workspace().monitor()->isReading(), Patience);
    answerAll(action, true, answer);
    window().backUp(PoolA, m_console->reportPath());
    window().waitForJobState(u"Failed"_s);
    const QString message = window().text(u"jobMessage"_s);
    QVERIFY2(message.startsWith(start), qPrintable(message));
    QVERIFY2(message.contains(u"is not known"_s), qPrintable(message)); // whether it runs there
    server().rule = nullptr;
    m_console->goOn = nullptr; // of the first one, which may run on
    QVERIFY(!window().has(u"connectionLine"_s));
    window().backUp(PoolB, m_console->reportPath());
    m_console->waitForPause();
    m_console->goOn();
    window().waitForJobState(u"Succeeded with warnings"_s);
}

void TestServerTrouble::aServerThatIsBusyForAWhileIsAskedAgain()
{
    m_console->connect();
    QTRY_VERIFY_WITH_TIMEOUT(!m_console->world.workspace().monitor()->isReading(), Patience);
    int refused = 0;
    answerAll(u"Receive"_s, true, [&refused](const Responder &responder) {
        ++refused;
        responder.answer(Unavailable);
    });
    window().backUp(PoolA, m_console->reportPath());
    QTRY_VERIFY_WITH_TIMEOUT(refused > 0, Patience);
    QTRY_COMPARE(window().jobState(), u"Running"_s);
    server().rule = nullptr;
    m_console->waitForPause();
    m_console->goOn();
    window().waitForJobState(u"Succeeded with warnings"_s);
    QTRY_VERIFY(!window().has(u"connectionLine"_s));
}

void TestServerTrouble::cancelGetsOutOfAnAttemptThatNobodyAnswers()
{
    answerAll(u"Create"_s, false, [](const Responder &) {});
    m_console->fillConnectDialog();
    window().press(Qt::Key_Return);
    m_console->trustCertificate();
    QTRY_VERIFY_WITH_TIMEOUT(server().actions().contains(u"Create"_s), Patience);
    window().press(Qt::Key_Escape);
    QTRY_VERIFY(m_console->message().contains(u"cancelled"_s));
    QVERIFY(window().has(u"connectDialog"_s));
    window().press(Qt::Key_Escape);
    window().waitUntilGone(u"connectDialog"_s);
}

void TestServerTrouble::closingTheWindowDoesNotWaitForASilentServer()
{
    m_console->connect();
    answerAll(u"Delete"_s, false, [](const Responder &) {});
    window().press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!window().window().isVisible()); // the session is closed behind it
    m_console->driver.reset();
    m_console->world.restart();
    QTRY_VERIFY_WITH_TIMEOUT(server().actions().contains(u"Delete"_s), Patience);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestServerTrouble)
#include "tst_server_trouble.moc"
