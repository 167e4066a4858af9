// A session with genuine servers: every cmdlet, faults, losing the connection, closing.
#include "tests/remoting/played_objects.h"
#include "tests/remoting/remote_world.h"

#include "model/backup_service_configuration.h"
#include "model/backup_service_status.h"
#include "model/central_management.h"
#include "model/pool.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

// A line that runs the cmdlet with what it requires.
QString lineFor(const CmdletInfo &cmdlet)
{
    QString line = cmdlet.name;
    for (const ParameterInfo &parameter : cmdlet.parameters) {
        const bool isWanted = parameter.isRequired || cmdlet.requiresOneOf.value(0) == parameter.name;
        if (!isWanted)
            continue;
        line += " -"_L1 + parameter.name;
        if (parameter.type == ParameterType::Switch)
            continue;
        if (cmdlet.name == "Set-CsEdgeServer"_L1)
            line += parameter.name == "Identity"_L1 ? u" EdgeServer:edge.contoso.com"_s : u" Registrar:"_s + PoolB;
        else if (parameter.type == ParameterType::TimeSpan)
            line += " 00:02:00"_L1;
        else if (parameter.type == ParameterType::Int32)
            line += u' ' + QString::number(parameter.minimum.value_or(1));
        else
            line += " pool-a.contoso.com"_L1;
    }
    return line;
}

} // namespace

class TestRemoteSession : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;

private Q_SLOTS:
    // For reports that no parameter sends elsewhere.
    void initTestCase() { qputenv("TMPDIR", m_temporary.path().toUtf8()); }

    void theSessionSaysWhoItIs()
    {
        RemoteWorld world;
        world.settings.user = u"CONTOSO\\anna"_s;
        QVERIFY(world.connect());
        const DeploymentInfo info = world.session->deployment();
        QVERIFY(info.kind == DeploymentKind::Server);
        QCOMPARE(info.name, u"pool-a.contoso.com"_s);
        QCOMPARE(info.location, u"https://pool-a.contoso.com/OcsPowershell"_s);
        QCOMPARE(info.user, u"CONTOSO\\anna"_s);
        QCOMPARE(info.id, world.settings.deploymentId());
        QVERIFY(world.session->connectionState().kind == ConnectionState::Kind::Connected);
    }

    void everyCmdletRuns_data()
    {
        QTest::addColumn<QString>("line");
        for (const CmdletInfo &cmdlet : cmdletTable()) {
            if (cmdlet.availability != Availability::LabOnly)
                QTest::newRow(qPrintable(cmdlet.name)) << lineFor(cmdlet);
        }
    }
    void everyCmdletRuns()
    {
        QFETCH(const QString, line);
        RemoteWorld world;
        world.deployment.state->setNextHop(PoolC);
        world.deployment.state->host = PoolA; // where the Central Management store is to be moved
        if (line.startsWith(u"Invoke-CsPoolFailBack"_s))
            world.deployment.state->pool(PoolA)->state = PoolState::FailedOver;
        QVERIFY(world.connect());
        const CmdletInfo *info = world.session->cmdletInfo(line.section(u' ', 0, 0));
        QVERIFY(info);
        const std::unique_ptr<RemoteCommand> command
            = world.start(info->parameter(u"Report") ? line + u" -Report "_s + world.reportFile() : line);
        command->answers = {PromptAnswer{0, 0, {}, {}}}; // Yes, where it asks
        QVERIFY(command->waitForEnd());
        QVERIFY2(command->outcome().startsWith(u"Succeeded"_s), qPrintable(command->errors().join(u'|')));
        QCOMPARE(!command->finished->reportPath.isEmpty(), info->writesReport);
        QVERIFY(command->isSpoolInOrder());
        QCOMPARE(command->spooled(), command->records.size());
        QCOMPARE(command->steps().value(0).action, u"Run %1 on pool-a.contoso.com"_s.arg(info->name));
    }

    void objectsOfGenuineCmdletsBecomeTheModelsValues()
    {
        RemoteWorld world;
        world.deployment.state->pool(PoolB)->state = PoolState::FailedOver;
        QVERIFY(world.connect());
        const auto objectsOf = [&world](const QString &line) {
            const std::unique_ptr<RemoteCommand> command = world.start(line);
            command->waitForEnd();
            return command->objects();
        };
        const QList<Object> pools = objectsOf(u"Get-CsPool"_s);
        QCOMPARE(pools.size(), PoolsAtFirst);
        const Pool pool = Pool::fromObject(pools.first());
        QCOMPARE(pool.fqdn, PoolA);
        QCOMPARE(pool.backupPoolFqdn, PoolB);
        QCOMPARE(pool.site, u"Site:Redmond"_s);
        QCOMPARE(pool.computers.size(), 2);
        QVERIFY(pool.canBeBackedUp());
        QCOMPARE(Pool::fromObject(pools.value(2)).backupPoolFqdn, QString());

        const QList<Object> statuses = objectsOf(u"Get-CsBackupServiceStatus -PoolFqdn pool-a.contoso.com"_s);
        QCOMPARE(statuses.size(), 1);
        const BackupServiceStatus status = BackupServiceStatus::fromObject(statuses.first());
        QVERIFY(status.overallExportStatus == ExportStatus::SteadyState);
        QVERIFY(status.overallImportStatus == ImportStatus::NormalState);
        QCOMPARE(status.activeMachineFqdn, u"fe1.pool-a.contoso.com"_s);
        QCOMPARE(status.modules.size(), 3);
        QVERIFY(status.module(BackupModule::DataConf)->exportStatus == ExportStatus::FinalState);

        const QList<Object> configurations = objectsOf(u"Get-CsBackupServiceConfiguration"_s);
        const auto configuration = BackupServiceConfiguration::fromObject(configurations.value(0));
        QCOMPARE(configuration.syncInterval.toString(), u"00:02:00"_s);
        QCOMPARE(configuration.maxDataConfPackageSizeKb, 102400);
        QVERIFY2(configuration.notReported.isEmpty(), qPrintable(configuration.notReported.join(u',')));

        const QList<Object> registrars = objectsOf(u"Get-CsRegistrarConfiguration"_s);
        QVERIFY(RegistrarConfiguration::fromObject(registrars.value(1)).poolState == PoolState::FailedOver);
        const QList<Object> roles = objectsOf(u"Get-CsAdminRole"_s);
        QCOMPARE(AdminRole::fromObject(roles.value(0)).cmdlets, QStringList({u"Backup-CsPool"_s, u"Get-CsPool"_s}));
        const QList<Object> replicas = objectsOf(u"Get-CsManagementStoreReplicationStatus"_s);
        const ReplicaStatus replica = ReplicaStatus::fromObject(replicas.value(0));
        QCOMPARE(replica.upToDate, std::optional(true));
        QCOMPARE(replica.lastStatusReport, QDateTime(QDate(2026, 11, 22), QTime(18, 0), Qt::UTC));
        const QList<Object> services = objectsOf(u"Get-CsService"_s);
        QCOMPARE(services.size(), serviceObjects(PlayedState()).size());
        QCOMPARE(Service::fromObject(services.value(0)).poolFqdn, PoolA);
        const QList<Object> relations = objectsOf(u"Get-CsPoolBackupRelationship -PoolFqdn pool-a.contoso.com"_s);
        QCOMPARE(BackupRelation::fromObject(relations.value(0)).backupPoolFqdn, PoolB);
        const QList<Object> topology = objectsOf(u"Get-CsTopology -AsXml"_s);
        QCOMPARE(topology.value(0).text(), u"<Topology/>"_s);
    }

    void thePairsAreKnownOnceThePoolsWereRead()
    {
        RemoteWorld world;
        QVERIFY(world.connect());
        QCOMPARE(world.session->backupPoolOf(PoolA), QString());
        QVERIFY(!world.session->knowsBackupPoolOf(PoolA));
        QVERIFY(world.start(u"Get-CsPool"_s)->waitForEnd());
        QVERIFY(world.session->knowsBackupPoolOf(PoolA));
        QVERIFY(world.session->knowsBackupPoolOf(PoolC)); // it has none
        QCOMPARE(world.session->backupPoolOf(PoolA), PoolB);
        QCOMPARE(world.session->backupPoolOf(u"POOL-B.contoso.com"_s), PoolA);
        QCOMPARE(world.session->backupPoolOf(PoolC), QString());
    }

    void closingTheSessionDeletesTheShellInTheBackground()
    {
        RemoteWorld world;
        QVERIFY(world.connect());
        world.session.reset();
        QTRY_VERIFY(world.server->isClosed);
        QTRY_COMPARE(world.server->live.load(), 0);
    }

    void aLostConnectionFailsWhatRunsAndWhatIsStartedLater()
    {
        RemoteWorld world;
        world.deployment.backupTime = std::chrono::hours(1);
        QVERIFY(world.connect());
        QSignalSpy changes(world.session.get(), &Session::connectionStateChanged);
        const auto backup = world.start(u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Report "_s + world.reportFile());
        QTRY_VERIFY(!backup->errors().isEmpty()); // it is in its middle
        QVERIFY(world.server->inNetworkThread(
            [](FakeTransport &transport, PsrpServer &) { transport.lose(u"The network is gone."_s); }));
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Failed"_s);
        QCOMPARE(backup->errors().last(), u"The network is gone."_s);
        QVERIFY2(backup->errorValues().last().recommendedAction.contains(u"not known"_s),
                 qPrintable(backup->errorValues().last().recommendedAction));
        QVERIFY(QFile::exists(backup->finished->reportPath));
        QTRY_COMPARE(changes.count(), 1);
        QVERIFY(world.session->connectionState().kind == ConnectionState::Kind::Lost);
        QCOMPARE(world.session->connectionState().error.message, u"The network is gone."_s);
        const std::unique_ptr<RemoteCommand> later = world.start(u"Get-CsPool"_s);
        QVERIFY(later->waitForEnd());
        QCOMPARE(later->outcome(), u"Failed"_s);
        QCOMPARE(later->errors().last(), u"The network is gone."_s);
    }

    void anInterruptedConnectionGoesOn()
    {
        RemoteWorld world;
        world.deployment.backupTime = std::chrono::milliseconds(30);
        QVERIFY(world.connect());
        QList<int> kinds;
        connect(world.session.get(), &Session::connectionStateChanged, this,
                [&] { kinds.append(int(world.session->connectionState().kind)); });
        const auto backup = world.start(u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Report "_s + world.reportFile());
        QVERIFY(world.server->inNetworkThread(
            [](FakeTransport &transport, PsrpServer &) { transport.interrupt(u"Tried again."_s); }));
        QTRY_COMPARE(kinds, QList<int>{int(ConnectionState::Kind::Interrupted)});
        QVERIFY(world.server->inNetworkThread([](FakeTransport &transport, PsrpServer &) { transport.recover(); }));
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
        QTRY_COMPARE(kinds.size(), 2);
        QCOMPARE(kinds.last(), int(ConnectionState::Kind::Connected));
    }

    void faultsAtEveryStepEndWhatTheyConcern_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<bool>("isSessionLost");
        QTest::newRow("the pipeline alone") << u"pipeline"_s << false;
        QTest::newRow("the command") << u"createPipeline"_s << true;
        QTest::newRow("an answer") << u"send"_s << true;
    }
    void faultsAtEveryStepEndWhatTheyConcern()
    {
        QFETCH(const QString, operation);
        QFETCH(const bool, isSessionLost);
        RemoteWorld world;
        QVERIFY(world.connect());
        QVERIFY(world.server->inNetworkThread(
            [&](FakeTransport &, PsrpServer &) { world.server->failing = {operation}; }));
        auto command
            = world.start(u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Confirm -Report "_s + world.reportFile());
        command->answers = {PromptAnswer{0, 0, {}, {}}};
        QVERIFY(command->waitForEnd());
        QCOMPARE(command->outcome(), u"Failed"_s);
        QVERIFY(command->isSpoolInOrder());
        QVERIFY(world.server->inNetworkThread([&](FakeTransport &, PsrpServer &) { world.server->failing.clear(); }));
        const std::unique_ptr<RemoteCommand> next = world.start(u"Get-CsPool"_s);
        QVERIFY(next->waitForEnd());
        QCOMPARE(next->outcome(), isSessionLost ? u"Failed"_s : u"Succeeded"_s);
    }

    void nonsenseFromTheServerEndsTheSessionWithASentence()
    {
        RemoteWorld world;
        world.deployment.backupTime = std::chrono::hours(1);
        QVERIFY(world.connect());
        const auto backup = world.start(u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Report "_s + world.reportFile());
        QTRY_VERIFY(!backup->errors().isEmpty());
        QVERIFY(world.server->inNetworkThread(
            [](FakeTransport &, PsrpServer &psrp) { psrp.sendRaw({}, QByteArray(100, '\xff')); }));
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Failed"_s);
        QVERIFY(!backup->errors().last().isEmpty());
        QTRY_VERIFY(world.session->connectionState().kind == ConnectionState::Kind::Lost);
    }

    void aPoolThatBreaksLaterFailsWhatRuns()
    {
        RemoteWorld world;
        world.deployment.backupTime = std::chrono::hours(1);
        QVERIFY(world.connect());
        const auto backup = world.start(u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Report "_s + world.reportFile());
        QTRY_VERIFY(!backup->errors().isEmpty());
        QVERIFY(world.server->inNetworkThread(
            [](FakeTransport &, PsrpServer &psrp) { psrp.breakPool(u"The shell was recycled."_s); }));
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Failed"_s);
        QVERIFY2(backup->errors().last().contains(u"recycled"_s), qPrintable(backup->errors().last()));
    }

    void fragmentsOfEverySizeCarryTheSame_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {22, 23, 64, 100, 1000, 32768, 500'000})
            QTest::addRow("%d bytes", size) << size;
    }
    void fragmentsOfEverySizeCarryTheSame()
    {
        QFETCH(const int, size);
        RemoteWorld world;
        world.server->fragmentSize = size;
        QVERIFY(world.connect());
        auto command
            = world.start(u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Confirm -Report "_s + world.reportFile());
        command->answers = {PromptAnswer{0, 1, {}, {}}};
        QVERIFY(command->waitForEnd());
        QCOMPARE(command->outcome(), u"SucceededWithWarnings"_s);
        QCOMPARE(command->prompts().size(), 1);
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s);
        QVERIFY(pools->waitForEnd());
        QCOMPARE(pools->objects().size(), PoolsAtFirst);
    }

    void commandsThatCannotRunEndWithRecords_data()
    {
        QTest::addColumn<QString>("cmdlet");
        QTest::addColumn<QString>("id");
        QTest::newRow("unknown") << u"Remove-Item"_s << u"CommandNotFoundException"_s;
        QTest::newRow("of the lab") << u"Get-CsUserData"_s << u"CommandNotFoundException"_s;
        QTest::newRow("incomplete") << u"Backup-CsPool"_s << u"MissingMandatoryParameter"_s;
    }
    void commandsThatCannotRunEndWithRecords()
    {
        QFETCH(const QString, cmdlet);
        QFETCH(const QString, id);
        RemoteWorld world;
        QVERIFY(world.connect());
        RemoteCommand command(*world.session, Command(cmdlet));
        QVERIFY(command.waitForEnd());
        QCOMPARE(command.outcome(), u"Failed"_s);
        QCOMPARE(command.errorValues().value(0).id, id);
        QVERIFY(command.isSpoolInOrder());
        command.pipeline().cancel();
        command.pipeline().answer({1, 0, {}, {}});
    }
};

QTEST_GUILESS_MAIN(TestRemoteSession)
#include "tst_remote_session.moc"
