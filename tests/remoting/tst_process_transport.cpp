// ProcessTransport against a program of ours that plays PowerShell, well or badly.
#include "backend/remoting/process/process_transport.h"
#include "backend/remoting/psrp/psrp_client.h"
#include "tests/remoting/played_state.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A client without a session on top: what the server says becomes a list of states and objects.
class World
{
public:
    explicit World(const QStringList &arguments = {})
        : program{QStringLiteral(CSPOOL_PROCESS_SERVER), QStringList{u"--log"_s, logFile()} + arguments}
    {
        settings.url = QUrl(u"ssh://pool-a.contoso.com"_s);
        times.answer = 10s;
        times.leaving = 10s;
        times.dying = 10s;
    }

    ProcessTransport &transport()
    {
        if (!m_transport) {
            m_transport = std::make_unique<ProcessTransport>(settings, program, times);
            ready = std::make_unique<QSignalSpy>(m_transport.get(), &PsrpTransport::ready);
            failed = std::make_unique<QSignalSpy>(m_transport.get(), &PsrpTransport::failed);
            closed = std::make_unique<QSignalSpy>(m_transport.get(), &PsrpTransport::closed);
            pipelineClosed = std::make_unique<QSignalSpy>(m_transport.get(), &PsrpTransport::pipelineClosed);
            QObject::connect(m_transport.get(), &PsrpTransport::received, m_transport.get(),
                             [this](const QUuid &pipeline, const QByteArray &bytes) { take(pipeline, bytes); });
        }
        return *m_transport;
    }
    void destroyTransport() { m_transport.reset(); }
    void start() { transport().open(client.pool(), client.open()); }
    bool open()
    {
        start();
        return test::waitUntil([this] { return client.state() == RunspacePoolState::Opened; }, 20'000);
    }
    QUuid run(const QString &cmdlet, const QList<PsrpParameter> &parameters = {})
    {
        const QUuid pipeline = QUuid::createUuid();
        transport().createPipeline(pipeline, client.createPipeline(pipeline, {{cmdlet, parameters}}));
        return pipeline;
    }
    bool waitForState(const QUuid &pipeline, PipelineState state)
    {
        return test::waitUntil([&] { return states.value(pipeline).contains(state); }, 20'000);
    }
    bool waitForFailure()
    {
        return test::waitUntil([this] { return !failed->isEmpty(); }, 20'000);
    }
    bool close()
    {
        transport().close();
        return closed->isEmpty() && test::waitUntil([this] { return !closed->isEmpty(); }, 20'000);
    }
    Error error() const { return failed->value(0).value(0).value<Error>(); }
    QStringList log() const // what the server got
    {
        QFile file(logFile());
        return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                              : QStringList();
    }

    QTemporaryDir folder;
    ConnectionSettings settings;
    ProcessProgram program;
    ProcessTransport::Times times;
    PsrpClient client;
    QHash<QUuid, int> outputs;
    QHash<QUuid, QList<PipelineState>> states;
    int parts = 0;
    std::function<void()> onPart;
    std::unique_ptr<QSignalSpy> ready, failed, closed, pipelineClosed;

private:
    QString logFile() const { return folder.filePath(u"log"_s); }
    void take(const QUuid &lane, const QByteArray &bytes)
    {
        ++parts;
        const auto events = client.receive(bytes, lane);
        if (!events)
            qFatal("%s", qPrintable(events.error().message));
        for (const PsrpEvent &event : *events) {
            if (const auto *output = std::get_if<PipelineOutputReceived>(&event.content))
                ++outputs[output->pipeline];
            if (const auto *change = std::get_if<PipelineStateChanged>(&event.content))
                states[change->pipeline].append(change->state);
        }
        if (onPart)
            onPart();
    }

    std::unique_ptr<ProcessTransport> m_transport;
};

} // namespace

class TestProcessTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSessionOpensWithOnePacketAndClosesWithOne()
    {
        World world;
        QVERIFY(world.open());
        QCOMPARE(world.ready->count(), 1);
        QVERIFY(world.close());
        QCOMPARE(world.log(), (QStringList{u"Data session"_s, u"Close session"_s}));
        QCOMPARE(world.failed->count(), 0);
        QCOMPARE(world.closed->count(), 1);
    }

    void aPipelineRunsAndIsReleased()
    {
        World world;
        QVERIFY(world.open());
        const QUuid pools = world.run(u"Get-CsPool"_s);
        QVERIFY(world.waitForState(pools, PipelineState::Completed));
        QCOMPARE(world.outputs.value(pools), test::PoolsAtFirst);
        world.transport().closePipeline(pools);
        QTRY_COMPARE(world.pipelineClosed->count(), 1);
        QCOMPARE(world.pipelineClosed->value(0).value(0).toUuid(), pools);
        QVERIFY(world.close());
        QCOMPARE(world.log(),
                 (QStringList{u"Data session"_s, u"Command pipeline"_s, u"Data pipeline"_s, u"Close pipeline"_s,
                              u"Close session"_s}));
    }

    void fragmentsOfEverySizeArrive_data()
    {
        QTest::addColumn<int>("ours");
        QTest::addColumn<int>("theirs");
        QTest::newRow("one byte of payload") << 22 << 22;
        QTest::newRow("small") << 100 << 64;
        QTest::newRow("as large as any") << 32768 << 32768;
    }
    void fragmentsOfEverySizeArrive()
    {
        QFETCH(const int, ours);
        QFETCH(const int, theirs);
        World world({u"--fragment-size"_s, QString::number(theirs)});
        world.client.setMaxFragmentSize(ours);
        QVERIFY(world.open());
        const QUuid pools = world.run(u"Get-CsPool"_s);
        QVERIFY(world.waitForState(pools, PipelineState::Completed));
        QCOMPARE(world.outputs.value(pools), test::PoolsAtFirst);
    }

    void manyPipelinesRunBesideEachOther()
    {
        World world;
        QVERIFY(world.open());
        QList<QUuid> pipelines;
        for (int i = 0; i < 20; ++i)
            pipelines.append(world.run(u"Get-CsPool"_s));
        for (const QUuid &pipeline : pipelines) {
            QVERIFY(world.waitForState(pipeline, PipelineState::Completed));
            QCOMPARE(world.outputs.value(pipeline), test::PoolsAtFirst);
        }
    }

    void aStopIsASignal()
    {
        World world({u"--backup-time"_s, u"3600000"_s});
        QVERIFY(world.open());
        const QUuid backup = world.run(u"Backup-CsPool"_s, {{u"PoolFqdn"_s, ClixmlValue(u"pool-a.contoso.com"_s)}});
        world.transport().stop(backup);
        QVERIFY(world.waitForState(backup, PipelineState::Stopped));
        world.transport().closePipeline(backup);
        QTRY_COMPARE(world.pipelineClosed->count(), 1);
        QCOMPARE(world.log(),
                 (QStringList{u"Data session"_s, u"Command pipeline"_s, u"Data pipeline"_s, u"Signal pipeline"_s,
                              u"Close pipeline"_s}));
    }

    void whatRunsIsClosedWithTheSession()
    {
        World world({u"--backup-time"_s, u"3600000"_s});
        QVERIFY(world.open());
        const QUuid backup = world.run(u"Backup-CsPool"_s, {{u"PoolFqdn"_s, ClixmlValue(u"pool-a.contoso.com"_s)}});
        QTRY_VERIFY(world.log().contains(u"Data pipeline"_s));
        QVERIFY(!backup.isNull() && world.close());
        QCOMPARE(world.log().last(2), (QStringList{u"Close pipeline"_s, u"Close session"_s}));
    }

    void heldBackNothingIsReceivedAndNothingIsLost()
    {
        World world({u"--objects"_s, u"3000"_s});
        QVERIFY(world.open());
        const QUuid services = world.run(u"Get-CsService"_s);
        QVERIFY(test::waitUntil([&] { return world.outputs.value(services) > 10; }, 20'000));
        world.transport().setReceiving(services, false);
        const int parts = world.parts;
        // Another pipeline shares the stream: it is held back too, but nothing of it gets lost.
        const QUuid pools = world.run(u"Get-CsPool"_s);
        QTest::qWait(50);
        QCOMPARE(world.parts, parts);
        world.transport().setReceiving(services, true);
        QCOMPARE(world.parts, parts); // not from inside of the call
        QVERIFY(world.waitForState(services, PipelineState::Completed));
        QVERIFY(world.waitForState(pools, PipelineState::Completed));
        QCOMPARE(world.outputs.value(pools), test::PoolsAtFirst);
        QVERIFY(world.outputs.value(services) >= 3000);
    }

    void holdingBackInTheMiddleOfAReadStopsTheNextPacket()
    {
        World world({u"--fragment-size"_s, u"64"_s});
        QVERIFY(world.open());
        const QUuid pools = world.run(u"Get-CsPool"_s);
        world.onPart = [&] { world.transport().setReceiving(pools, false); };
        world.parts = 0;
        QTRY_COMPARE(world.parts, 1);
        world.onPart = nullptr;
        QTest::qWait(20);
        QCOMPARE(world.parts, 1);
        world.transport().closePipeline(pools); // nobody holds back any more
        QTRY_COMPARE(world.pipelineClosed->count(), 1);
    }

    void aServerThatEndsIsAnErrorWithItsLastWords_data()
    {
        QTest::addColumn<int>("packets");
        QTest::addColumn<QString>("then");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("words");
        const QString mind = u"The server has lost its mind."_s;
        QTest::newRow("dies before it answers") << 0 << u"die"_s << u"PowerShellEnded"_s << mind;
        QTest::newRow("dies when a command begins") << 1 << u"die"_s << u"ConnectionLost"_s << mind;
        QTest::newRow("dies when a command is sent") << 2 << u"die"_s << u"ConnectionLost"_s << mind;
        QTest::newRow("garbage first") << 0 << u"garbage"_s << u"NoRemoting"_s << u"Have a nice day!"_s;
        QTest::newRow("garbage later") << 2 << u"garbage"_s << u"NoRemoting"_s << u"Have a nice day!"_s;
        QTest::newRow("endless line") << 0 << u"endless"_s << u"NoRemoting"_s << u"longer than any"_s;
        QTest::newRow("endless line later") << 1 << u"endless"_s << u"NoRemoting"_s << u"longer than any"_s;
        QTest::newRow("its own error") << 1 << u"error"_s << u"PowerShellFailed"_s << u"Out of order."_s;
    }
    void aServerThatEndsIsAnErrorWithItsLastWords()
    {
        QFETCH(const int, packets);
        QFETCH(const QString, then);
        QFETCH(const QString, id);
        QFETCH(const QString, words);
        World world({u"--after"_s, QString::number(packets), u"--then"_s, then});
        world.start();
        if (packets > 0) {
            QTRY_VERIFY(world.client.state() == RunspacePoolState::Opened);
            world.run(u"Get-CsPool"_s);
        }
        QVERIFY(world.waitForFailure());
        QCOMPARE(world.error().id, id);
        QVERIFY2(world.error().message.contains(words), qPrintable(world.error().message));
        QVERIFY(world.error().message.contains(u"pool-a.contoso.com"_s));
        QVERIFY(!world.error().recommendedAction.isEmpty());
        QVERIFY(world.close());
        QCOMPARE(world.failed->count(), 1);
        QCOMPARE(world.closed->count(), 1);
    }

    void aBannerBeforeTheProtocolIsQuoted()
    {
        World world({u"--banner"_s, u"Welcome to Contoso"_s});
        world.start();
        QVERIFY(world.waitForFailure());
        QCOMPARE(world.error().id, u"NoRemoting"_s);
        QVERIFY(world.error().message.contains(u"Welcome to Contoso"_s));
    }

    void aProgramThatThereIsNotIsAnErrorFromTheEventLoop()
    {
        World world;
        world.program.program = u"no-program-has-this-name"_s;
        world.start();
        QCOMPARE(world.failed->count(), 0);
        QVERIFY(world.waitForFailure());
        QCOMPARE(world.error().id, u"SshNotFound"_s);
        QVERIFY(world.close());
    }

    void closingASilentServerIsBounded_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("opens");
        QTest::newRow("that never answered") << QStringList{u"--after"_s, u"0"_s, u"--then"_s, u"silence"_s} << false;
        QTest::newRow("that never acknowledges the end") << QStringList{u"--no-close"_s, u"--stay"_s} << true;
        QTest::newRow("that stays after its end") << QStringList{u"--stay"_s} << true;
    }
    void closingASilentServerIsBounded()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const bool, opens);
        World world(arguments);
        world.times.answer = 100ms;
        world.times.leaving = 100ms;
        if (opens)
            QVERIFY(world.open());
        else
            world.start();
        QVERIFY(world.close());
        QCOMPARE(world.failed->count(), 0);
    }

    void closingWhatWasNeverOpenedEnds()
    {
        World world;
        QVERIFY(world.close());
        world.transport().close();
        QTest::qWait(0);
        QCOMPARE(world.closed->count(), 1);
    }

    void closingWhileHeldBackEnds()
    {
        World world({u"--objects"_s, u"3000"_s});
        QVERIFY(world.open());
        const QUuid services = world.run(u"Get-CsService"_s);
        QTRY_VERIFY(world.outputs.value(services) > 10);
        world.transport().setReceiving(services, false);
        QVERIFY(world.close());
        QCOMPARE(world.log().last(), u"Close session"_s);
    }

    void afterAFailureNothingIsSent()
    {
        World world({u"--after"_s, u"1"_s, u"--then"_s, u"die"_s});
        QVERIFY(world.open());
        world.run(u"Get-CsPool"_s);
        QVERIFY(world.waitForFailure());
        const QUuid pipeline = world.run(u"Get-CsPool"_s);
        world.transport().send(pipeline, {"more"}, PsrpStream::Input);
        world.transport().stop(pipeline);
        world.transport().closePipeline(pipeline);
        QVERIFY(world.close());
        QCOMPARE(world.failed->count(), 1);
    }

    void aTransportMayBeDestroyedInAnyState()
    {
        World world;
        world.transport();
        world.destroyTransport();
        world.start();
        world.destroyTransport();
        world.transport().open(world.client.pool(), world.client.open());
        QTRY_VERIFY(world.client.state() == RunspacePoolState::Opened || !world.failed->isEmpty());
        world.transport().close();
        world.destroyTransport();
    }
};

QTEST_GUILESS_MAIN(TestProcessTransport)
#include "tst_process_transport.moc"
