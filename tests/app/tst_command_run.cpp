// CommandRun: what the person at the terminal learns of servers that are out of reach, and of a stop that takes long.
#include "app/terminal/command_run.h"

#include "tests/support/fake_session.h"

#include <QSemaphore>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

// A session of genuine servers whose connection comes and goes as the test says.
class ServerSession : public test::FakeSession
{
public:
    ServerSession() { info.kind = DeploymentKind::Server; }
    ConnectionState connectionState() const override { return m_state; }
    void setState(const ConnectionState &state)
    {
        m_state = state;
        Q_EMIT connectionStateChanged();
    }
    void interrupt()
    {
        setState({ConnectionState::Kind::Interrupted,
                  {ErrorCategory::ResourceUnavailable, u"ConnectionLost"_s, u"The connection was lost."_s}});
    }

private:
    ConnectionState m_state;
};

// A person who never answers. The reading thread outlives its reader, and this test.
QByteArray nothingTyped(qsizetype)
{
    static auto *const answer = new QSemaphore;
    answer->acquire();
    return {};
}

struct World
{
    explicit World(DeploymentKind kind = DeploymentKind::Server)
        : command(u"Get-CsPool"_s)
    {
        session->info.kind = kind;
        run.start();
    }
    test::FakePipeline &pipeline() { return *session->pipelines.first(); }
    QString taken() { return QString::fromUtf8(std::exchange(written, {})); }

    QByteArray written; // to the standard error
    RecordPrinter printer{
        *findCmdlet(u"Get-CsPool"_s), {}, [this](StandardStream stream, const QByteArray &data, QString *) {
            if (stream == StandardStream::Error)
                written += data;
            return WriteResult::Written;
        }};
    LineReader reader{&nothingTyped};
    Interrupt interrupt;
    Command command;
    std::shared_ptr<ServerSession> session = std::make_shared<ServerSession>();
    CommandRun run{session, nullptr, command, &printer, &reader, &interrupt};
};

} // namespace

class TestCommandRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anInterruptionIsToldOnceAndItsEnd();
    void theOpenQuestionIsAskedAgainAfterIt();
    void anEndDuringAQuestionHasALineOfItsOwn();
    void whatIsLostIsToldByTheCommandAlone();
    void aStopThatTakesLongPromisesNothingOfServers();
};

void TestCommandRun::anInterruptionIsToldOnceAndItsEnd()
{
    World world;
    QTRY_COMPARE(world.session->pipelines.size(), 1);
    world.session->interrupt();
    world.session->interrupt();
    QCOMPARE(world.taken(),
             u"WARNING: The connection was lost. cspool keeps trying to connect again; what runs on the server may go "
             "on there.\n"_s);
    world.session->setState({});
    QCOMPARE(world.taken(), u"The connection is back.\n"_s);
    world.pipeline().end(Outcome::Succeeded);
}

void TestCommandRun::theOpenQuestionIsAskedAgainAfterIt()
{
    World world;
    QTRY_COMPARE(world.session->pipelines.size(), 1);
    PromptRequest prompt;
    prompt.kind = PromptKind::Credential;
    prompt.caption = u"Who?"_s;
    world.pipeline().write(prompt);
    QTRY_VERIFY(world.written.endsWith("User name: "));
    world.taken();
    world.session->interrupt();
    const QString told = world.taken();
    QVERIFY(told.startsWith("\nWARNING: The connection was lost."_L1));
    QVERIFY(told.endsWith(".\nUser name: "_L1));
    world.pipeline().end(Outcome::Succeeded);
}

void TestCommandRun::anEndDuringAQuestionHasALineOfItsOwn()
{
    World world;
    QTRY_COMPARE(world.session->pipelines.size(), 1);
    PromptRequest prompt;
    prompt.choices = {{u"&Yes"_s, {}}, {u"&No"_s, {}}};
    world.pipeline().write(prompt);
    QTRY_VERIFY(world.written.endsWith("[?] Help: "));
    world.taken();
    world.pipeline().fail({ErrorCategory::NotSpecified, u"Ended"_s, u"The server ended it."_s});
    QTRY_VERIFY(!world.written.isEmpty());
    QVERIFY(world.taken().startsWith("\nGet-CsPool : The server ended it.\n"_L1));
}

void TestCommandRun::whatIsLostIsToldByTheCommandAlone()
{
    World world;
    QTRY_COMPARE(world.session->pipelines.size(), 1);
    world.session->setState({ConnectionState::Kind::Lost, {}});
    QVERIFY(world.written.isEmpty());
    world.pipeline().end(Outcome::Failed);
}

void TestCommandRun::aStopThatTakesLongPromisesNothingOfServers()
{
    for (const DeploymentKind kind : {DeploymentKind::Server, DeploymentKind::Lab}) {
        World world(kind);
        QTRY_COMPARE(world.session->pipelines.size(), 1);
        world.pipeline().endsWhenCancelled = false;
        Q_EMIT world.interrupt.interrupted();
        Q_EMIT world.interrupt.interrupted();
        QCOMPARE(world.taken().contains(u"every store whole"_s), kind == DeploymentKind::Lab);
        world.pipeline().end(Outcome::Cancelled);
    }
}

QTEST_GUILESS_MAIN(TestCommandRun)

#include "tst_command_run.moc"
