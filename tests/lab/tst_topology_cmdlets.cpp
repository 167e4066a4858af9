// The cmdlets that show and publish the topology, run as a session runs them.
#include "backend/lab/pool_lock.h"
#include "model/central_management.h"
#include "tests/support/test_support.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

const QString poolA = u"a.example.com"_s;
const QString poolB = u"b.example.com"_s;
const QString poolC = u"c.example.com"_s;

template <typename T> T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

// Identities of what a line writes.
QStringList identities(const LabResult &result)
{
    QStringList texts;
    const QList<Object> objects = result.objects();
    for (const Object &object : objects)
        texts.append(object.string(u"Identity"));
    return texts;
}

// Every file below a folder with its content.
QMap<QString, QByteArray> contentOf(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("unreadable: %s", qUtf8Printable(file.fileName()));
        files.insert(file.fileName(), file.readAll());
    }
    return files;
}

QList<PoolPair> publishedPairs(const TestDeployment &lab)
{
    return valueOf(valueOf(lab.open(OpenMode::ReadOnly)->centralStore()).pairs());
}

} // namespace

class TestTopologyCmdlets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Making a deployment takes a while: what only reads shares one.
    void init()
    {
        if (std::exchange(m_isChanged, false))
            m_lab = std::make_unique<TestDeployment>();
    }

    void poolsAreListedAndChosen_data();
    void poolsAreListedAndChosen();
    void poolsThatAreNotThereAreErrors_data();
    void poolsThatAreNotThereAreErrors();
    void whichStoreWasReadIsSaid();
    void servicesAreListedAndChosen_data();
    void servicesAreListedAndChosen();
    void aBackupRelationNamesTheOtherPool();
    void theTopologyIsWrittenAsItWasPublished();
    void theOverviewCountsWhatIsThere();
    void rolesHoldTheirCmdlets();
    void poolStatesAreShown();

    void publishingReachesReplicasWithReplicationOnly();
    void publishingMakesStoresForNewPools();
    void publishingTheSameAgainChangesNothing();
    void pairsThatNobodySpeaksAboutStay();
    void pairsAreStatedAndEnded();
    void badPairsChangeNothing_data();
    void badPairsChangeNothing();
    void badDocumentsChangeNothing();
    void unsupportedPairsAreWarnedAbout();
    void poolsThatVanishKeepTheirStores();
    void theHostOfTheCentralStoreCannotVanish();
    void thePairingOfAFailedOverPoolCannotChange();
    void aFailedOverPoolCanBePairedWithThePoolThatServesIt();
    void aPairThatChangedWhileACommandWaitedEndsIt_data();
    void aPairThatChangedWhileACommandWaitedEndsIt();
    void aPoolThatWasAddedWhileACommandWaitedIsLockedToo();
    void aNewPartnerOfTheHostGetsAStandbyCopy();
    void whatIfChangesNotOneByte();
    void anAnswerOfNoChangesNothing();
    void aReportIsWritten();

private:
    LabResult run(const QString &line, const LabOptions &options = {});
    void failOver(const QString &pool, const QString &to);
    // Writes a topology document beside the deployment; its path.
    QString document(const QStringList &pools, const QString &name = u"topology.xml"_s);
    LabResult publish(const QStringList &pools, const QString &more = {});

    std::unique_ptr<TestDeployment> m_lab;
    bool m_isChanged = true;
};

LabResult TestTopologyCmdlets::run(const QString &line, const LabOptions &options)
{
    m_isChanged = m_isChanged || !line.startsWith("Get-"_L1);
    return runLab(m_lab->folder(), line, options);
}

// As far as these cmdlets see it.
void TestTopologyCmdlets::failOver(const QString &pool, const QString &to)
{
    m_isChanged = true;
    const auto deployment = m_lab->open();
    PoolOwnership ownership = valueOf(deployment->ownership(pool));
    ownership.owner = to;
    ownership.state = PoolState::FailedOver;
    QVERIFY(deployment->setOwnership(ownership));
}

QString TestTopologyCmdlets::document(const QStringList &pools, const QString &name)
{
    QFile file(m_lab->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(topologyDocument(pools)) < 0)
        qFatal("not written: %s", qUtf8Printable(file.fileName()));
    return file.fileName();
}

LabResult TestTopologyCmdlets::publish(const QStringList &pools, const QString &more)
{
    return run(u"Publish-CsTopology -FileName '%1' %2"_s.arg(document(pools), more));
}

void TestTopologyCmdlets::poolsAreListedAndChosen_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("pools");
    const QStringList all{poolA, poolB, poolC};
    QTest::newRow("all") << u"Get-CsPool"_s << all;
    QTest::newRow("one") << u"Get-CsPool -Identity b.example.com"_s << QStringList{poolB};
    QTest::newRow("one by position, other case") << u"Get-CsPool B.Example.COM"_s << QStringList{poolB};
    QTest::newRow("filter") << u"Get-CsPool -Filter '[ac].*'"_s << QStringList{poolA, poolC};
    QTest::newRow("filter without a match") << u"Get-CsPool -Filter 'z*'"_s << QStringList{};
    QTest::newRow("site") << u"Get-CsPool -Site redmond"_s << all;
    QTest::newRow("site by identity") << u"Get-CsPool -Site Site:Redmond"_s << all;
    QTest::newRow("site and filter") << u"Get-CsPool -Site Redmond -Filter 'c*'"_s << QStringList{poolC};
    QTest::newRow("local store") << u"Get-CsPool -LocalStore"_s << all;
}

void TestTopologyCmdlets::poolsAreListedAndChosen()
{
    QFETCH(QString, line);
    const LabResult result = run(line);
    QVERIFY2(result.outcome == Outcome::Succeeded, qPrintable(result.error ? result.error->message : QString()));
    QTEST(identities(result), "pools");
    const QList<Object> objects = result.objects();
    for (const Object &object : objects) {
        const Pool pool = Pool::fromObject(object);
        QVERIFY(pool.canBeBackedUp());
        QCOMPARE(pool.backupPoolFqdn, pool.fqdn == poolA ? poolB : pool.fqdn == poolB ? poolA : QString());
    }
}

void TestTopologyCmdlets::poolsThatAreNotThereAreErrors_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("id");
    QTest::newRow("pool") << u"Get-CsPool z.example.com"_s << u"PoolNotFound"_s;
    QTest::newRow("site") << u"Get-CsPool -Site Dublin"_s << u"SiteNotFound"_s;
    QTest::newRow("service") << u"Get-CsService Registrar:z.example.com"_s << u"ServiceNotFound"_s;
    QTest::newRow("services of a pool") << u"Get-CsService -PoolFqdn z.example.com"_s << u"PoolNotFound"_s;
    QTest::newRow("services of a site") << u"Get-CsService -SiteId Dublin"_s << u"ServiceNotFound"_s;
    QTest::newRow("relationship") << u"Get-CsPoolBackupRelationship -PoolFqdn z.example.com"_s << u"PoolNotFound"_s;
    QTest::newRow("role") << u"Get-CsAdminRole CsKing"_s << u"RoleNotFound"_s;
    QTest::newRow("Registrar configuration")
        << u"Get-CsRegistrarConfiguration Service:Registrar:z.example.com"_s << u"RegistrarConfigurationNotFound"_s;
}

void TestTopologyCmdlets::poolsThatAreNotThereAreErrors()
{
    QFETCH(QString, line);
    const LabResult result = run(line);
    QVERIFY(result.outcome == Outcome::Failed);
    QVERIFY(result.error);
    QTEST(result.error->id, "id");
    QVERIFY(result.error->category == ErrorCategory::ObjectNotFound);
    QVERIFY(!result.error->recommendedAction.isEmpty());
    QVERIFY(result.objects().isEmpty());
}

void TestTopologyCmdlets::whichStoreWasReadIsSaid()
{
    QVERIFY(run(u"Get-CsPool"_s).verbose().join(u'\n').contains(u"the Central Management store on a.example.com"_s));
    QVERIFY(run(u"Get-CsPool -LocalStore"_s).verbose().join(u'\n').contains(u"the local replica"_s));
}

void TestTopologyCmdlets::servicesAreListedAndChosen_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("services");
    const QStringList ofB{u"UserServer:b.example.com"_s, u"Registrar:b.example.com"_s, u"FileStore:b.example.com"_s};
    const QStringList registrars{u"Registrar:a.example.com"_s, u"Registrar:b.example.com"_s,
                                 u"Registrar:c.example.com"_s};
    QTest::newRow("of a pool") << u"Get-CsService -PoolFqdn b.example.com"_s << ofB;
    QTest::newRow("of a role") << u"Get-CsService -Registrar"_s << registrars;
    QTest::newRow("of a role, switched off") << u"Get-CsService -PoolFqdn b.example.com -Registrar:$false"_s << ofB;
    QTest::newRow("of a role that nobody has") << u"Get-CsService -EdgeServer"_s << QStringList{};
    QTest::newRow("of both") << u"Get-CsService -FileStore -PoolFqdn b.example.com"_s
                             << QStringList{u"FileStore:b.example.com"_s};
    QTest::newRow("one") << u"Get-CsService registrar:B.example.com"_s << QStringList{u"Registrar:b.example.com"_s};
    QTest::newRow("of a site") << u"Get-CsService -SiteId Redmond -Registrar"_s << registrars;
    QTest::newRow("local store") << u"Get-CsService -Registrar -LocalStore"_s << registrars;
}

void TestTopologyCmdlets::servicesAreListedAndChosen()
{
    QFETCH(QString, line);
    const LabResult result = run(line);
    QVERIFY2(result.outcome == Outcome::Succeeded, qPrintable(result.error ? result.error->message : QString()));
    QTEST(identities(result), "services");
}

void TestTopologyCmdlets::aBackupRelationNamesTheOtherPool()
{
    const auto relation = [this](const QString &pool) {
        return BackupRelation::fromObject(run("Get-CsPoolBackupRelationship -PoolFqdn "_L1 + pool).objects().value(0));
    };
    QCOMPARE(relation(poolA), (BackupRelation{poolA, poolB}));
    QCOMPARE(relation(poolB), (BackupRelation{poolB, poolA}));
    QCOMPARE(relation(poolC), (BackupRelation{poolC, QString()}));
}

void TestTopologyCmdlets::theTopologyIsWrittenAsItWasPublished()
{
    const QByteArray original = topologyDocument({poolA, poolB, poolC});
    for (const QString &line : {u"Get-CsTopology -AsXml"_s, u"Get-CsTopology -AsXml -LocalStore"_s}) {
        const LabResult result = run(line);
        QCOMPARE(result.objects().size(), 1);
        QCOMPARE(result.objects().first().text(), QString::fromUtf8(original));
        QVERIFY(result.objects().first().properties().isEmpty());
    }
    // And what was written can be published again, pairs and all.
    QFile file(m_lab->filePath(u"again.xml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(run(u"Get-CsTopology -AsXml"_s).objects().first().text().toUtf8());
    file.close();
    QVERIFY(run(u"Publish-CsTopology -FileName '%1'"_s.arg(file.fileName())).outcome == Outcome::Succeeded);
    QCOMPARE(publishedPairs(*m_lab), QList{PoolPair::of(poolA, poolB)});
}

void TestTopologyCmdlets::theOverviewCountsWhatIsThere()
{
    const Object overview = run(u"Get-CsTopology"_s).objects().value(0);
    QCOMPARE(overview.strings(u"Sites"), QStringList{u"Site:Redmond"_s});
    QCOMPARE(overview.integer(u"Clusters"), std::optional<qint64>(3));
    QCOMPARE(overview.integer(u"Machines"), std::optional<qint64>(6));
    QCOMPARE(overview.integer(u"Services"), std::optional<qint64>(9));
    QCOMPARE(overview.strings(u"Pools"), (QStringList{poolA, poolB, poolC}));
    QCOMPARE(overview.strings(u"Pairs"), QStringList{u"a.example.com=b.example.com"_s});
    QVERIFY(overview.dateTime(u"LastChange").isValid());
}

void TestTopologyCmdlets::rolesHoldTheirCmdlets()
{
    QHash<QString, AdminRole> roles;
    const QList<Object> objects = run(u"Get-CsAdminRole"_s).objects();
    for (const Object &object : objects) {
        const AdminRole role = AdminRole::fromObject(object);
        roles.insert(role.identity, role);
    }
    QCOMPARE(roles.size(), 11);
    QVERIFY(roles.value(u"CsAdministrator"_s).cmdlets.contains(u"Backup-CsPool"_s));
    QVERIFY(roles.value(u"CsServerAdministrator"_s).cmdlets.contains(u"Invoke-CsPoolFailOver"_s));
    QVERIFY(!roles.value(u"CsAdministrator"_s).cmdlets.contains(u"New-Deployment"_s)); // no server has it
    QVERIFY(!roles.value(u"CsHelpDesk"_s).cmdlets.contains(u"Backup-CsPool"_s));
    for (const QString &cmdlet : roles.value(u"CsViewOnlyAdministrator"_s).cmdlets)
        QVERIFY2(cmdlet.startsWith("Get-"_L1), qPrintable(cmdlet));
    QCOMPARE(identities(run(u"Get-CsAdminRole csadministrator"_s)), QStringList{u"CsAdministrator"_s});
    QCOMPARE(identities(run(u"Get-CsAdminRole -Filter '*ViewOnly*'"_s)), QStringList{u"CsViewOnlyAdministrator"_s});
}

void TestTopologyCmdlets::poolStatesAreShown()
{
    failOver(poolB, poolA);
    const QList<Object> all = run(u"Get-CsRegistrarConfiguration"_s).objects();
    QCOMPARE(all.size(), 3);
    QVERIFY(RegistrarConfiguration::fromObject(all.at(0)).poolState == PoolState::Active);
    QVERIFY(RegistrarConfiguration::fromObject(all.at(1)).poolState == PoolState::FailedOver);
    for (const QString &identity :
         {u"b.example.com"_s, u"Registrar:B.example.com"_s, u"Service:Registrar:b.example.com"_s}) {
        const LabResult one = run("Get-CsRegistrarConfiguration "_L1 + identity);
        QCOMPARE(identities(one), QStringList{u"Service:Registrar:b.example.com"_s});
    }
    QCOMPARE(identities(run(u"Get-CsRegistrarConfiguration -Filter '*:[ab].*'"_s)).size(), 2);
}

void TestTopologyCmdlets::publishingReachesReplicasWithReplicationOnly()
{
    QVERIFY(publish({poolA, poolB, poolC, u"d.example.com"_s}).outcome == Outcome::Succeeded);
    QCOMPARE(identities(run(u"Get-CsPool"_s)).size(), 4);
    const LabResult stale = run(u"Get-CsPool -LocalStore"_s);
    QCOMPARE(identities(stale).size(), 3);
    QVERIFY(stale.outcome == Outcome::SucceededWithWarnings); // the two differ, and that is said
    const auto upToDate = [this](const QString &pool) {
        return ReplicaStatus::fromObject(
                   run("Get-CsManagementStoreReplicationStatus -ReplicaFqdn "_L1 + pool).objects().value(0))
            .upToDate;
    };
    QCOMPARE(upToDate(poolB), std::optional(false));
    QCOMPARE(upToDate(u"d.example.com"_s), std::optional(true)); // a new pool's replica is filled when it is made
    QVERIFY(run(u"Invoke-CsManagementStoreReplication"_s).outcome == Outcome::Succeeded);
    QCOMPARE(upToDate(poolB), std::optional(true));
    QCOMPARE(identities(run(u"Get-CsPool -LocalStore"_s)).size(), 4);
}

void TestTopologyCmdlets::publishingMakesStoresForNewPools()
{
    const LabResult result
        = publish({poolA, poolB, poolC, u"d.example.com"_s}, u"-Pair 'c.example.com=d.example.com'"_s);
    QVERIFY2(result.outcome == Outcome::Succeeded, qPrintable(result.warnings().join(u'\n')));
    const auto deployment = m_lab->open(OpenMode::ReadOnly);
    QVERIFY(deployment->hasPool(u"d.example.com"_s));
    QVERIFY(deployment->userStore(u"d.example.com"_s));
    const QList<PoolPair> pairs{PoolPair::of(poolA, poolB), PoolPair::of(poolC, u"d.example.com"_s)};
    QCOMPARE(publishedPairs(*m_lab), pairs);
}

void TestTopologyCmdlets::publishingTheSameAgainChangesNothing()
{
    QVERIFY(publish({poolA, poolB, poolC}).hostMessages().join(u'\n').contains(u"published already"_s));
    const auto deployment = m_lab->open(OpenMode::ReadOnly);
    QVERIFY(valueOf(isUpToDate(valueOf(deployment->centralStore()), valueOf(deployment->localReplica(poolB)))));
}

void TestTopologyCmdlets::pairsThatNobodySpeaksAboutStay()
{
    const LabResult result = publish({poolC, poolB, poolA});
    QVERIFY2(result.outcome == Outcome::Succeeded, qPrintable(result.warnings().join(u'\n')));
    QVERIFY(result.verbose().join(u'\n').contains(u"stays as it was published before"_s));
    QCOMPARE(publishedPairs(*m_lab), QList{PoolPair::of(poolA, poolB)});
}

void TestTopologyCmdlets::pairsAreStatedAndEnded()
{
    // A new partner takes the place of the old one.
    LabResult result = publish({poolA, poolB, poolC}, u"-Pair 'B.example.com=c.example.com'"_s);
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QVERIFY(result.warnings().join(u'\n').contains(u"a.example.com and b.example.com are no longer a pair"_s));
    QCOMPARE(publishedPairs(*m_lab), QList{PoolPair::of(poolB, poolC)});
    // And a pairing ends without a new one.
    result = publish({poolA, poolB, poolC}, u"-Pair 'c.example.com='"_s);
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QVERIFY(publishedPairs(*m_lab).isEmpty());
    QCOMPARE(Pool::fromObject(run("Get-CsPool "_L1 + poolB).objects().value(0)).backupPoolFqdn, QString());
}

void TestTopologyCmdlets::badPairsChangeNothing_data()
{
    QTest::addColumn<QString>("pair");
    QTest::addColumn<QString>("message");
    QTest::newRow("no pair") << u"a.example.com"_s << u"\"a.example.com\" does not name two pools"_s;
    QTest::newRow("unknown pool") << u"a.example.com=z.example.com"_s
                                  << u"z.example.com, which the topology does not hold"_s;
    QTest::newRow("twice") << u"a.example.com=b.example.com','b.example.com=c.example.com"_s
                           << u"in another pair already"_s;
    QTest::newRow("end of nothing") << u"z.example.com="_s << u"\"z.example.com=\" ends the pairing"_s;
    QTest::newRow("nothing") << u"="_s << u"\"=\" is not valid"_s;
}

void TestTopologyCmdlets::badPairsChangeNothing()
{
    QFETCH(QString, pair);
    QFETCH(QString, message);
    const LabResult result = publish({poolA, poolB, poolC, u"d.example.com"_s}, u"-Pair '%1'"_s.arg(pair));
    QVERIFY(result.outcome == Outcome::Failed);
    QVERIFY(result.error);
    QVERIFY2(result.error->message.contains(message), qPrintable(result.error->message));
    QCOMPARE(result.error->target, u"Pair"_s);
    QVERIFY(!m_lab->open(OpenMode::ReadOnly)->hasPool(u"d.example.com"_s));
    QCOMPARE(publishedPairs(*m_lab), QList{PoolPair::of(poolA, poolB)});
}

void TestTopologyCmdlets::badDocumentsChangeNothing()
{
    QFile file(m_lab->filePath(u"bad.xml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<Topology xmlns=\"urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008\">\n<Clusters>");
    file.close();
    LabResult result = run(u"Publish-CsTopology -FileName '%1'"_s.arg(file.fileName()));
    QVERIFY(result.outcome == Outcome::Failed);
    QVERIFY2(result.error->message.contains(file.fileName()), qPrintable(result.error->message));
    QVERIFY2(result.error->message.contains(u"Line 2"_s), qPrintable(result.error->message));

    result = run(u"Publish-CsTopology -FileName '%1'"_s.arg(m_lab->filePath(u"none.xml"_s)));
    QCOMPARE(result.error->id, u"FileNotFound"_s);
    result = run(u"Publish-CsTopology -FileName '%1'"_s.arg(m_lab->filePath(QString())));
    QCOMPARE(result.error->id, u"FileUnreadable"_s);
    QCOMPARE(identities(run(u"Get-CsPool"_s)).size(), 3);
}

void TestTopologyCmdlets::unsupportedPairsAreWarnedAbout()
{
    const LabResult result
        = publish({poolA, poolB, poolC, u"se.example.com"_s}, u"-Pair 'se.example.com=c.example.com'"_s);
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QVERIFY(result.warnings().join(u'\n').contains(u"Standard with Standard"_s));
    QCOMPARE(publishedPairs(*m_lab).size(), 2);
    // Once published, the pair is not new: publishing again says nothing more of it.
    QVERIFY(publish({poolA, poolB, poolC, u"se.example.com"_s}).outcome == Outcome::Succeeded);
}

void TestTopologyCmdlets::poolsThatVanishKeepTheirStores()
{
    m_lab->writeDocument(poolB, u"urn:lcd:kept@example.com"_s, "<x/>");
    const LabResult result = publish({poolA, poolC});
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QVERIFY(result.warnings().join(u'\n').contains(
        u"b.example.com is not a pool with user services in the new topology"_s));
    QVERIFY(publishedPairs(*m_lab).isEmpty());
    QCOMPARE(identities(run(u"Get-CsPool"_s)), (QStringList{poolA, poolC}));
    {
        const auto deployment = m_lab->open(OpenMode::ReadOnly);
        QVERIFY(valueOf(valueOf(deployment->userStore(poolB)).find(u"urn:lcd:kept@example.com"_s)));
    }
    const auto status = CentralManagementStoreStatus::fromObject(
        run(u"Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus"_s).objects().value(0));
    QCOMPARE(status.deletedReplicas, QStringList{poolB});
    QCOMPARE(status.activeReplicas, (QStringList{poolA, poolC}));
}

void TestTopologyCmdlets::theHostOfTheCentralStoreCannotVanish()
{
    const LabResult result = publish({poolB, poolC});
    QVERIFY(result.outcome == Outcome::Failed);
    QCOMPARE(result.error->id, u"CentralManagementPoolMissing"_s);
    QCOMPARE(identities(run(u"Get-CsPool"_s)).size(), 3);
}

void TestTopologyCmdlets::thePairingOfAFailedOverPoolCannotChange()
{
    failOver(poolB, poolA);
    const LabResult result = publish({poolA, poolB, poolC}, u"-Pair 'a.example.com=c.example.com'"_s);
    QVERIFY(result.outcome == Outcome::Failed);
    QCOMPARE(result.error->id, u"PoolFailedOver"_s);
    QVERIFY2(result.error->message.contains(u"b.example.com"_s), qPrintable(result.error->message));
    QVERIFY(result.error->recommendedAction.contains(u"Invoke-CsPoolFailBack"_s));
    QCOMPARE(publishedPairs(*m_lab), QList{PoolPair::of(poolA, poolB)});
    // What leaves the pairing alone is published.
    QVERIFY(publish({poolA, poolB, poolC, u"d.example.com"_s}).outcome == Outcome::Succeeded);
}

void TestTopologyCmdlets::aFailedOverPoolCanBePairedWithThePoolThatServesIt()
{
    failOver(poolA, poolB);
    const auto deployment = m_lab->open();
    const qint64 epoch = valueOf(deployment->centralManagement()).epoch;
    QVERIFY(valueOf(valueOf(deployment->centralStore())
                        .setTopology(topologyDocument({poolA, poolB, poolC}), {PoolPair::of(poolA, poolC)}, epoch)));

    const LabResult result = publish({poolA, poolB, poolC}, u"-Pair 'a.example.com=b.example.com'"_s);
    QVERIFY2(result.outcome == Outcome::SucceededWithWarnings,
             qPrintable(result.error ? result.error->message : QString()));
    QCOMPARE(publishedPairs(*m_lab), QList{PoolPair::of(poolA, poolB)});
}

void TestTopologyCmdlets::aPairThatChangedWhileACommandWaitedEndsIt_data()
{
    QTest::addColumn<QString>("pair");
    QTest::newRow("another partner") << u"a.example.com=c.example.com"_s;
    QTest::newRow("no partner") << u"a.example.com="_s;
}

void TestTopologyCmdlets::aPairThatChangedWhileACommandWaitedEndsIt()
{
    QFETCH(const QString, pair);
    bool isPublished = false;
    const auto publishAtTheQuestion = [&](const Record &record, StopSource &) {
        if (std::holds_alternative<PromptRequest>(record.content) && !std::exchange(isPublished, true))
            QVERIFY(publish({poolA, poolB, poolC}, u"-Pair '%1'"_s.arg(pair)).error == std::nullopt);
    };
    const LabResult result
        = run(u"Backup-CsPool -PoolFqdn a.example.com -Confirm"_s, {.answers = {0}, .observer = publishAtTheQuestion});
    QVERIFY2(isPublished, qPrintable(result.error ? result.error->message : QString()));
    QVERIFY(result.outcome == Outcome::Failed);
    QCOMPARE(result.error->id, u"PairingChanged"_s);
    QVERIFY(!result.step(u"Copy module"_s));
}

void TestTopologyCmdlets::aPoolThatWasAddedWhileACommandWaitedIsLockedToo()
{
    const auto locked = [&](const QString &pool) {
        return std::optional(valueOf(PoolLock::acquire({m_lab->folder(), {pool}, u"another command"_s}, StopToken())));
    };
    std::optional<PoolLock> ofB = locked(poolB);
    std::optional<PoolLock> ofNew;
    const auto addAPool = [&](const Record &record, StopSource &) {
        if (!std::holds_alternative<StepRecord>(record.content) || ofNew)
            return;
        QVERIFY(m_lab->open()->addPool(u"d.example.com"_s));
        ofNew = locked(u"d.example.com"_s);
        ofB.reset();
    };
    const QString line = u"Publish-CsTopology -FileName '%1'"_s.arg(document({poolA, poolB, poolC}));
    const LabResult result = run(line, {.lockTimeout = std::chrono::milliseconds(1500), .observer = addAPool});
    QVERIFY(ofNew && !ofB);
    QVERIFY(result.outcome == Outcome::Failed);
    QCOMPARE(result.error->id, u"PoolBusy"_s);
    ofNew.reset();
    QVERIFY(run(line).outcome != Outcome::Failed); // and no lock was left behind
}

void TestTopologyCmdlets::aNewPartnerOfTheHostGetsAStandbyCopy()
{
    QVERIFY(!m_lab->open(OpenMode::ReadOnly)->hasCentralStore(poolC));
    QVERIFY(publish({poolA, poolB, poolC}, u"-Pair 'a.example.com=c.example.com'"_s).outcome
            == Outcome::SucceededWithWarnings);
    QVERIFY(m_lab->open(OpenMode::ReadOnly)->hasCentralStore(poolC));
}

void TestTopologyCmdlets::whatIfChangesNotOneByte()
{
    const QString file = document({poolA, poolB, poolC, u"d.example.com"_s});
    const auto before = contentOf(m_lab->folder());
    const LabResult result
        = run(u"Publish-CsTopology -FileName '%1' -Pair 'c.example.com=d.example.com' -WhatIf"_s.arg(file));
    QVERIFY(result.outcome == Outcome::Previewed);
    QVERIFY(result.hostMessages().join(u'\n').contains(u"What if: "_s));
    QVERIFY(result.verbose().join(u'\n').contains(u"d.example.com is new and gets its stores"_s));
    QVERIFY(contentOf(m_lab->folder()) == before);
}

void TestTopologyCmdlets::anAnswerOfNoChangesNothing()
{
    const QString file = document({poolA, poolB, poolC, u"d.example.com"_s});
    const QString line = u"Publish-CsTopology -FileName '%1' -Confirm"_s.arg(file);
    LabOptions no;
    no.answers = {2}; // Yes, Yes to All, No
    const LabResult declined = run(line, no);
    QCOMPARE(declined.prompts().size(), 1);
    QVERIFY(declined.prompts().first().message.contains(u"d.example.com is new"_s));
    QVERIFY(declined.outcome == Outcome::Skipped);
    QVERIFY(!m_lab->open(OpenMode::ReadOnly)->hasPool(u"d.example.com"_s));
    LabOptions yes;
    yes.answers = {0};
    QVERIFY(run(line, yes).outcome == Outcome::Succeeded);
    QVERIFY(m_lab->open(OpenMode::ReadOnly)->hasPool(u"d.example.com"_s));
}

void TestTopologyCmdlets::aReportIsWritten()
{
    const LabResult result = publish({poolA, poolB, poolC, u"d.example.com"_s});
    QVERIFY(!result.reportPath.isEmpty());
    const QByteArray report = result.report();
    QVERIFY(report.contains("Publish-CsTopology"));
    QVERIFY(report.contains("d.example.com is new and gets its stores"));
}

QTEST_GUILESS_MAIN(TestTopologyCmdlets)
#include "tst_topology_cmdlets.moc"
