// Set-CsEdgeServer: the next hop changes in the published topology and nothing else does, whatever happens meanwhile.
#include "backend/lab/pool_lock.h"
#include "tests/support/broken_lab.h"
#include "tests/support/failover_world.h"

#include <QDirIterator>
#include <QStringEncoder>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

const QString A = QStringLiteral("a.example.com");
const QString B = QStringLiteral("b.example.com");
const QString C = QStringLiteral("c.example.com");
const QString ToB = u"Set-CsEdgeServer -Identity EdgeServer:edge.example.com -Registrar Registrar:b.example.com"_s;

// Where the text of the Edge service's dependency stands in the documents below.
constexpr auto Here = "@HERE@"_L1;

QString service(const QString &role, int instance, int cluster, const QString &dependencies = {},
                const QString &more = {})
{
    return uR"(
    <Service ServiceVersion="7"><ServiceId SiteId="1" RoleName="%1" Instance="%2"/><DependsOn>%4</DependsOn>
      <InstalledOn><ClusterId SiteId="1" Number="%3"/></InstalledOn>%5</Service>)"_s.arg(role)
        .arg(instance)
        .arg(cluster)
        .arg(dependencies, more);
}

QString dependency(const QString &role, int instance)
{
    return u"<Dependency Usage=\"Default\"><ServiceId SiteId=\"1\" RoleName=\"%1\" Instance=\"%2\"/></Dependency>"_s
        .arg(role)
        .arg(instance);
}

// The pools a, b and c, a Director, a Survivable Branch Appliance and two Edge pools; on the second of these lie two
// services. As Get-CsTopology -AsXml writes it.
QString commandsOutput(const QString &edgeDependencies)
{
    QString clusters;
    QString services;
    const QStringList names{
        A, B, C, u"dir.example.com"_s, u"sba.example.com"_s, u"edge.example.com"_s, u"edge2.example.com"_s};
    for (int i = 0; i < names.size(); ++i) {
        clusters += u"\n    <Cluster Fqdn=\"%1\"><ClusterId SiteId=\"1\" Number=\"%2\"/></Cluster>"_s.arg(names[i]).arg(
            i + 1);
    }
    for (int pool = 1; pool <= 3; ++pool)
        services += service(u"UserServices"_s, pool, pool) + service(u"Registrar"_s, pool, pool);
    services += service(u"Registrar"_s, 4, 4, {}, u"<RegistrarService IsDirector=\"true\"/>"_s);
    services += service(u"Registrar"_s, 5, 5) + service(u"MediationServer"_s, 5, 5);
    services += service(u"EdgeServer"_s, 1, 6, edgeDependencies);
    services += service(u"EdgeServer"_s, 2, 7, dependency(u"Registrar"_s, 3));
    services += service(u"EdgeServer"_s, 3, 7, dependency(u"Registrar"_s, 3));
    return uR"(<?xml version="1.0" encoding="utf-8"?>
<Topology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008" Odd="Zürich">
  <Sites><CentralSite SiteId="1"><Name>Zürich 😀</Name></CentralSite></Sites>
  <Clusters>%1
  </Clusters>
  <Services>%2
  </Services>
  <Unknown/><!-- kept -->
</Topology>
)"_s.arg(clusters, services);
}

// The same as Topology Builder writes it, without what the tests of all encodings do not need.
QString builderFile()
{
    QString clusters;
    QString services;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"edge"_s})
        clusters += u"<Cluster UniqueId=\"C-%1\" Fqdn=\"%1.example.com\"/>\r\n"_s.arg(name);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
        services += u"<Service UniqueId=\"US-%1\" RoleName=\"UserServices\" InstalledOn=\"c-%1\"/>\r\n"
                    "<Service UniqueId=\"REG-%1\" RoleName=\"Registrar\" InstalledOn=\"c-%1\"/>\r\n"_s.arg(name);
    }
    return uR"(<TopologyBuilder xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.TopologyBuilder.2008"><NewTopology>
<PartialTopology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.WritableTopology.2008"><CentralSites>
<CentralSite SiteId="1"><Name>Zürich 😀</Name><Clusters>%1</Clusters></CentralSite></CentralSites><Services>%2
<Service UniqueId="edge" RoleName="EdgeServer" InstalledOn="c-edge"><DependsOn><Dependency ServiceUniqueId="@HERE@"/>
</DependsOn></Service></Services></PartialTopology></NewTopology></TopologyBuilder>)"_s.arg(clusters, services);
}

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding, bool hasMark)
{
    QStringEncoder encoder(encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

// With the Central Management store on c and its standby copy nowhere; the Edge pool points at a.
std::unique_ptr<FailoverWorld> world()
{
    return std::make_unique<FailoverWorld>(commandsOutput(dependency(u"Registrar"_s, 1)).toUtf8());
}

QByteArray published(const FailoverWorld &world)
{
    return valueOf(valueOf(world.open(OpenMode::ReadOnly)->centralStore()).topologyDocument());
}

// Every file below a folder with its content.
Contents contentOf(const QString &folder)
{
    Contents files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s could not be read", qUtf8Printable(file.fileName()));
        files.insert(file.fileName(), file.readAll());
    }
    return files;
}

QString nextHop(const QString &folder, const QString &edge = u"edge.example.com"_s)
{
    const LabResult result = runLab(folder, u"Get-CsService -Identity EdgeServer:"_s + edge);
    return result.objects().isEmpty() ? QString() : result.objects().constFirst().string(u"Registrar");
}

} // namespace

class TestSetEdgeServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextHopChangesAndNotOneByteBesides_data();
    void theNextHopChangesAndNotOneByteBesides();
    void servicesAreNamedInSeveralWays_data();
    void servicesAreNamedInSeveralWays();
    void whatCannotBeDoneChangesNothing_data();
    void whatCannotBeDoneChangesNothing();
    void anEdgePoolWithoutOneNextHopIsLeftAlone_data();
    void anEdgePoolWithoutOneNextHopIsLeftAlone();
    void thePoolCanBeFailedOverAfterwards();
    void aNextHopThatServesNobodyIsWarnedAbout();
    void whatHoldsAlreadyIsNotWrittenAgain();
    void replicasGetItWithReplicationOnly();
    void aStoreOutOfReachIsAClearRefusalAndTheWayOutWorks();
    void whatIfChangesNotOneByte();
    void anAnswerOfNoChangesNothing();
    void itWaitsForEveryPool();
    void aCrashAtAnyMomentLeavesOneTopologyOrTheOther();
    void aCancelledQuestionChangesNothing();
};

void TestSetEdgeServer::theNextHopChangesAndNotOneByteBesides_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const struct
    {
        const char *name;
        QStringConverter::Encoding encoding;
        bool hasMark;
    } encodings[] = {
        {"UTF-8", QStringConverter::Utf8, false},
        {"UTF-8 with mark", QStringConverter::Utf8, true},
        {"UTF-16 LE with mark", QStringConverter::Utf16LE, true},
        {"UTF-16 BE", QStringConverter::Utf16BE, false},
    };
    const struct
    {
        const char *name;
        QString text, before, after;
    } formats[] = {
        {"a command's output", commandsOutput(Here), dependency(u"Registrar"_s, 1), dependency(u"Registrar"_s, 2)},
        {"a builder's file", builderFile(), u"reg-a"_s, u"REG-b"_s},
    };
    for (const auto &format : formats) {
        for (const auto &row : encodings) {
            const auto document = [&](const QString &dependency) {
                return encoded(QString(format.text).replace(Here, dependency), row.encoding, row.hasMark);
            };
            QTest::addRow("%s, %s", format.name, row.name) << document(format.before) << document(format.after);
        }
    }
}

void TestSetEdgeServer::theNextHopChangesAndNotOneByteBesides()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const FailoverWorld world(before);
    QCOMPARE(nextHop(world.folder()), u"Registrar:a.example.com"_s);
    const LabResult result = runLab(world.folder(), ToB);
    QVERIFY2(result.outcome == Outcome::Succeeded, qPrintable(result.error ? result.error->message : QString()));
    QVERIFY(result.hostMessages().join(u'\n').contains("is b.example.com; it was a.example.com"_L1));
    QCOMPARE(published(world), after);
    QCOMPARE(nextHop(world.folder()), u"Registrar:b.example.com"_s);
    QCOMPARE(valueOf(valueOf(world.open()->centralStore()).pairs()), (QList{PoolPair::of(A, B)}));
}

void TestSetEdgeServer::servicesAreNamedInSeveralWays_data()
{
    QTest::addColumn<QString>("parameters");
    QTest::addColumn<QString>("edge");
    QTest::addColumn<QString>("nextHop");
    const QString edge = u"edge.example.com"_s;
    const auto row = [&](const char *name, const QString &parameters, const QString &hop) {
        QTest::newRow(name) << parameters << edge << hop;
    };
    row("identities", u"-Identity EdgeServer:edge.example.com -Registrar Registrar:b.example.com"_s, B);
    row("by position", u"EdgeServer:edge.example.com -Registrar Registrar:b.example.com"_s, B);
    row("without the prefix", u"edge.example.com -Registrar b.example.com"_s, B);
    row("in any case", u"edgeserver:EDGE.example.com -Registrar REGISTRAR:C.Example.com"_s, C);
    row("service ids", u"1-edgeserver-1 -Registrar 1-Registrar-3"_s, C);
    row("a Director", u"edge.example.com -Registrar Registrar:dir.example.com"_s, u"dir.example.com"_s);
}

void TestSetEdgeServer::servicesAreNamedInSeveralWays()
{
    QFETCH(QString, parameters);
    QFETCH(QString, edge);
    QFETCH(QString, nextHop);
    const auto lab = world();
    const LabResult result = runLab(lab->folder(), "Set-CsEdgeServer "_L1 + parameters);
    QVERIFY2(result.outcome == Outcome::Succeeded, qPrintable(result.error ? result.error->message : QString()));
    QCOMPARE(::nextHop(lab->folder(), edge), QString("Registrar:"_L1 + nextHop));
}

void TestSetEdgeServer::whatCannotBeDoneChangesNothing_data()
{
    QTest::addColumn<QString>("parameters");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("wayOut");
    const auto row = [](const char *name, const QString &parameters, const QString &id, const QString &wayOut) {
        QTest::newRow(name) << parameters << id << wayOut;
    };
    const QString b = u" -Registrar Registrar:b.example.com"_s;
    const QString edge = u"edge.example.com -Registrar "_s;
    row("an unknown Edge service", u"edge9.example.com"_s + b, u"ServiceNotFound"_s, u"Get-CsService -EdgeServer"_s);
    row("a pool instead of it", A + b, u"ServiceNotFound"_s, u"EdgeServer:"_s);
    row("two services of one name", u"edge2.example.com"_s + b, u"ServiceAmbiguous"_s, u"1-EdgeServer-3"_s);
    row("an unknown Registrar", edge + u"Registrar:d.example.com"_s, u"ServiceNotFound"_s,
        u"Get-CsService -Registrar"_s);
    row("another service instead of it", edge + u"UserServer:b.example.com"_s, u"ServiceNotFound"_s, u"Registrar:"_s);
    row("a branch appliance", edge + u"Registrar:sba.example.com"_s, u"RegistrarCannotBeNextHop"_s, u"Director"_s);
    row("no Registrar", u"edge.example.com"_s, u"MissingMandatoryParameter"_s, u"-Registrar"_s);
    row("no Edge service", u"-Registrar Registrar:b.example.com"_s, u"MissingMandatoryParameter"_s, u"-Identity"_s);
}

void TestSetEdgeServer::whatCannotBeDoneChangesNothing()
{
    QFETCH(QString, parameters);
    QFETCH(QString, wayOut);
    const auto lab = world();
    const QByteArray before = published(*lab);
    const LabResult result = runLab(lab->folder(), "Set-CsEdgeServer "_L1 + parameters);
    QVERIFY(result.outcome == Outcome::Failed);
    QTEST(result.error->id, "id");
    QVERIFY2(result.error->recommendedAction.contains(wayOut), qPrintable(result.error->recommendedAction));
    QCOMPARE(published(*lab), before);
}

void TestSetEdgeServer::anEdgePoolWithoutOneNextHopIsLeftAlone_data()
{
    QTest::addColumn<QString>("dependencies");
    QTest::addColumn<QString>("id");
    const QString toA = dependency(u"Registrar"_s, 1);
    QTest::newRow("none") << QString() << u"NoNextHop"_s;
    QTest::newRow("of another role") << dependency(u"MediationServer"_s, 5) << u"NoNextHop"_s;
    QTest::newRow("on a service that is gone") << dependency(u"Registrar"_s, 77) << u"NoNextHop"_s;
    QTest::newRow("two") << toA + dependency(u"Registrar"_s, 3) << u"NextHopAmbiguous"_s;
    QTest::newRow("the same twice") << toA + toA << QString();
    QTest::newRow("beside others") << dependency(u"MediationServer"_s, 5) + toA << QString();
}

void TestSetEdgeServer::anEdgePoolWithoutOneNextHopIsLeftAlone()
{
    QFETCH(QString, dependencies);
    QFETCH(QString, id);
    const FailoverWorld lab(commandsOutput(dependencies).toUtf8());
    const LabResult result = runLab(lab.folder(), ToB);
    QCOMPARE(result.error ? result.error->id : QString(), id);
    const QString expected = id.isEmpty()
        ? QString(dependencies).replace(u"\"Registrar\" Instance=\"1\""_s, u"\"Registrar\" Instance=\"2\""_s)
        : dependencies;
    QCOMPARE(published(lab), commandsOutput(expected).toUtf8());
}

void TestSetEdgeServer::thePoolCanBeFailedOverAfterwards()
{
    const auto lab = world();
    BrokenLab(lab->folder()).addEdgePool(u"edge3.example.com"_s, A);
    const QString failOver = u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s;
    const LabResult refused = runLab(lab->folder(), failOver);
    QCOMPARE(refused.error->id, u"EdgeNextHop"_s);
    QVERIFY2(refused.error->message.contains("edge.example.com, edge3.example.com"_L1),
             qPrintable(refused.error->message));
    // What it says to run is all that has to be done.
    const QString action = refused.error->recommendedAction;
    const QStringList lines = action.mid(action.indexOf("Set-CsEdgeServer"_L1)).split(u"; "_s);
    QCOMPARE(lines.size(), 2);
    for (const QString &line : lines)
        QVERIFY(!runLab(lab->folder(), line).error);
    const LabResult done = runLab(lab->folder(), failOver);
    QVERIFY2(!done.error, qPrintable(done.error ? done.error->message : QString()));
    QCOMPARE(lab->ownership(A).owner, B);
}

void TestSetEdgeServer::aNextHopThatServesNobodyIsWarnedAbout()
{
    const auto lab = world();
    lab->mustRun(u"Invoke-CsPoolFailOver -PoolFqdn b.example.com -Confirm:$false"_s);
    const LabResult result = runLab(lab->folder(), ToB);
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QCOMPARE(result.warnings().size(), 1);
    QVERIFY(result.warnings().constFirst().contains("FailedOver, and a.example.com serves its users"_L1));
    QCOMPARE(nextHop(lab->folder()), u"Registrar:b.example.com"_s);
    // Away from it there is nothing to warn about.
    QVERIFY(runLab(lab->folder(), u"Set-CsEdgeServer edge.example.com -Registrar Registrar:c.example.com"_s).outcome
            == Outcome::Succeeded);
}

void TestSetEdgeServer::whatHoldsAlreadyIsNotWrittenAgain()
{
    const auto lab = world();
    const auto sequence
        = [&] { return valueOf(valueOf(lab->open(OpenMode::ReadOnly)->centralStore()).documents().lastSequence()); };
    const qint64 before = sequence();
    const LabResult same
        = runLab(lab->folder(), u"Set-CsEdgeServer edge.example.com -Registrar Registrar:a.example.com -Confirm"_s);
    QVERIFY(same.outcome == Outcome::Succeeded);
    QVERIFY(same.prompts().isEmpty()); // there is nothing to ask
    QVERIFY(same.hostMessages().join(u'\n').contains("a.example.com already; nothing was changed"_L1));
    QCOMPARE(sequence(), before);
    QVERIFY(runLab(lab->folder(), ToB).outcome == Outcome::Succeeded);
    QVERIFY(sequence() > before);
}

void TestSetEdgeServer::replicasGetItWithReplicationOnly()
{
    const auto lab = world();
    const auto replicated
        = [&] { return valueOf(valueOf(lab->open(OpenMode::ReadOnly)->localReplica(B)).topologyDocument()); };
    const QByteArray before = published(*lab);
    QVERIFY(runLab(lab->folder(), ToB).outcome == Outcome::Succeeded);
    QCOMPARE(replicated(), before);
    QVERIFY(runLab(lab->folder(), u"Invoke-CsManagementStoreReplication"_s).outcome == Outcome::Succeeded);
    QCOMPARE(replicated(), published(*lab));
    QVERIFY(published(*lab) != before);
}

// The order of a disaster in which the pool hosts the Central Management store: the store first, then the next hop.
void TestSetEdgeServer::aStoreOutOfReachIsAClearRefusalAndTheWayOutWorks()
{
    const auto lab = world();
    lab->mustRun(u"Invoke-CsManagementServerFailover -BackupPoolFqdn a.example.com -Confirm:$false"_s);
    lab->mustRun(u"Backup-CsPool -PoolFqdn a.example.com"_s);
    BrokenLab(lab->folder()).losePool(A);
    for (const QString &mode : {u""_s, u" -WhatIf"_s}) {
        const LabResult refused = runLab(lab->folder(), ToB + mode);
        QVERIFY(refused.outcome == Outcome::Failed);
        QCOMPARE(refused.error->id, u"CentralManagementStoreUnavailable"_s);
        QVERIFY2(refused.error->recommendedAction.contains("Invoke-CsManagementServerFailover -Force"_L1),
                 qPrintable(refused.error->recommendedAction));
    }
    QVERIFY(!runLab(lab->folder(), u"Invoke-CsManagementServerFailover -Force"_s).error);
    const LabResult done = runLab(lab->folder(), ToB);
    QVERIFY2(!done.error, qPrintable(done.error ? done.error->message : QString()));
    QCOMPARE(nextHop(lab->folder()), u"Registrar:b.example.com"_s);
    const LabResult failedOver
        = runLab(lab->folder(), u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);
    QVERIFY2(!failedOver.error, qPrintable(failedOver.error ? failedOver.error->message : QString()));
}

void TestSetEdgeServer::whatIfChangesNotOneByte()
{
    const auto lab = world();
    const auto before = contentOf(lab->folder());
    const LabResult result = runLab(lab->folder(), ToB + " -WhatIf"_L1);
    QVERIFY(result.outcome == Outcome::Previewed);
    const QString said = result.hostMessages().join(u'\n');
    QVERIFY2(said.contains("What if: "_L1) && said.contains("from a.example.com to b.example.com"_L1)
                 && said.contains("EdgeServer:edge.example.com"_L1),
             qPrintable(said));
    QVERIFY(contentOf(lab->folder()) == before);
}

void TestSetEdgeServer::anAnswerOfNoChangesNothing()
{
    const auto lab = world();
    const QByteArray before = published(*lab);
    const LabResult declined = runLab(lab->folder(), ToB + " -Confirm"_L1, {.answers = {2}}); // Yes, Yes to All, No
    QCOMPARE(declined.prompts().size(), 1);
    QVERIFY(declined.outcome == Outcome::Skipped);
    QCOMPARE(published(*lab), before);
    QVERIFY(runLab(lab->folder(), ToB + " -Confirm"_L1, {.answers = {0}}).outcome == Outcome::Succeeded);
    QVERIFY(published(*lab) != before);
}

void TestSetEdgeServer::itWaitsForEveryPool()
{
    const auto lab = world();
    const QByteArray before = published(*lab);
    for (const QString &pool : {A, B, C}) {
        const auto held = valueOf(PoolLock::acquire({lab->folder(), {pool}, u"another command"_s}, StopToken()));
        QCOMPARE(runLab(lab->folder(), ToB).error->id, u"PoolBusy"_s);
    }
    QCOMPARE(published(*lab), before);
    QVERIFY(!runLab(lab->folder(), ToB).error); // and no lock was left behind
}

void TestSetEdgeServer::aCrashAtAnyMomentLeavesOneTopologyOrTheOther()
{
    const auto lab = world();
    const QByteArray before = published(*lab);
    const QByteArray after = commandsOutput(dependency(u"Registrar"_s, 2)).toUtf8();
    const QStringList crashes = crashesOf(*lab, ToB);
    int unchanged = 0;
    for (const QString &folder : crashes) {
        const auto document = [&] {
            const auto deployment = valueOf(Deployment::open(folder, OpenMode::ReadOnly));
            return valueOf(valueOf(deployment->centralStore()).topologyDocument());
        };
        const QByteArray left = document();
        QVERIFY(left == before || left == after);
        unchanged += left == before ? 1 : 0;
        // The same command again brings it to its end, or finds it there.
        QVERIFY(runLab(folder, ToB).outcome == Outcome::Succeeded);
        QCOMPARE(document(), after);
    }
    QVERIFY(unchanged > 0);
    QVERIFY(unchanged < crashes.size());
}

void TestSetEdgeServer::aCancelledQuestionChangesNothing()
{
    const auto lab = world();
    const QByteArray before = published(*lab);
    const LabResult cancelled = runLab(lab->folder(), ToB + " -Confirm"_L1); // no answer: cancelled
    QVERIFY(cancelled.outcome == Outcome::Cancelled);
    QCOMPARE(published(*lab), before);
}

QTEST_GUILESS_MAIN(TestSetEdgeServer)
#include "tst_set_edge_server.moc"
