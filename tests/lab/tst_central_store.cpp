// CentralStore: what is written is read again, and replicas follow their source in every case that occurs.
#include "backend/lab/central_store.h"
#include "tests/support/test_support.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

template <typename T> T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

const QList<PoolPair> onePair{PoolPair::of(u"a.example.com"_s, u"b.example.com"_s)};

QByteArray document(const QStringList &pools = {u"a.example.com"_s, u"b.example.com"_s})
{
    return test::topologyDocument(pools);
}

} // namespace

class TestCentralStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEmptyStoreReadsAsDefaults();
    void theTopologyIsKeptByteForByte();
    void publishingTheSameAgainChangesNothing();
    void poolsCarryTheirPairs();
    void theConfigurationIsKeptAndReset();
    void theNewestChangeTellsTheAge();
    void anOlderEpochIsRefused();
    void aDamagedDocumentIsAnErrorThatSaysSo();
    void aReplicaIsUpToDateAfterReplicationOnly();
    void aResetReachesTheReplica();
    void replicationGoesOnFromTheWatermark();
    void anotherSourceIsTakenInFull();
    void aSourceRestoredFromAnOlderCopyIsNoticed();
    void aRestoredSourceThatWasWrittenPastTheWatermarkIsNoticed();

private:
    CentralStore make(const QString &name);
    QString path(const QString &name) const { return m_directory->filePath(name + ".sqlite"_L1); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestCentralStore::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

CentralStore TestCentralStore::make(const QString &name)
{
    if (!QFile::exists(path(name))) {
        if (const Result<> made = DocumentStore::create(path(name), u"a.example.com"_s); !made)
            qFatal("%s", qUtf8Printable(made.error().message));
    }
    return CentralStore(valueOf(DocumentStore::open(path(name), OpenMode::ReadWrite, u"a.example.com"_s)));
}

void TestCentralStore::anEmptyStoreReadsAsDefaults()
{
    const CentralStore store = make(u"s"_s);
    QVERIFY(valueOf(store.topologyDocument()).isEmpty());
    QCOMPARE(valueOf(store.topology()), Topology());
    QVERIFY(valueOf(store.pairs()).isEmpty());
    QVERIFY(valueOf(store.pools()).isEmpty());
    QCOMPARE(valueOf(store.backupServiceConfiguration()), BackupServiceConfiguration());
    QVERIFY(!valueOf(store.lastChange()).isValid());
}

void TestCentralStore::theTopologyIsKeptByteForByte()
{
    const QByteArray bytes = "\xEF\xBB\xBF" + document() + "<!-- kept \r\n -->";
    CentralStore store = make(u"s"_s);
    QCOMPARE(valueOf(store.setTopology(bytes, onePair, 1)), true);
    QCOMPARE(valueOf(store.topologyDocument()), bytes);
    QCOMPARE(valueOf(store.topology()).clusters.size(), 2);
    QCOMPARE(valueOf(store.pairs()), onePair);
}

void TestCentralStore::publishingTheSameAgainChangesNothing()
{
    CentralStore store = make(u"s"_s);
    QCOMPARE(valueOf(store.setTopology(document(), onePair, 1)), true);
    const qint64 sequence = valueOf(store.documents().lastSequence());
    QCOMPARE(valueOf(store.setTopology(document(), onePair, 1)), false);
    QCOMPARE(valueOf(store.documents().lastSequence()), sequence);
    QCOMPARE(valueOf(store.setTopology(document(), {}, 1)), true);
    QVERIFY(valueOf(store.pairs()).isEmpty());
}

void TestCentralStore::poolsCarryTheirPairs()
{
    CentralStore store = make(u"s"_s);
    QVERIFY(store.setTopology(document({u"a.example.com"_s, u"b.example.com"_s, u"c.example.com"_s}), onePair, 1));
    QStringList partners;
    for (const Pool &pool : valueOf(store.pools()))
        partners.append(pool.fqdn + u'>' + pool.backupPoolFqdn);
    const QStringList expected{u"a.example.com>b.example.com"_s, u"b.example.com>a.example.com"_s, u"c.example.com>"_s};
    QCOMPARE(partners, expected);
}

void TestCentralStore::theConfigurationIsKeptAndReset()
{
    BackupServiceConfiguration changed;
    changed.syncInterval = TimeSpan::fromSeconds(7);
    changed.maxConcurrentCalls = 3;
    changed.authorizedUniversalGroups = u"Grüne \"Gruppe\""_s;
    CentralStore store = make(u"s"_s);
    QVERIFY(store.setBackupServiceConfiguration(changed, 1));
    QCOMPARE(valueOf(store.backupServiceConfiguration()), changed);
    QVERIFY(store.resetBackupServiceConfiguration(1));
    QCOMPARE(valueOf(store.backupServiceConfiguration()), BackupServiceConfiguration());
    QVERIFY(store.resetBackupServiceConfiguration(1));
}

void TestCentralStore::theNewestChangeTellsTheAge()
{
    const QDateTime before = QDateTime::currentDateTimeUtc().addMSecs(-1);
    CentralStore store = make(u"s"_s);
    QVERIFY(store.setTopology(document(), onePair, 1));
    const QDateTime change = valueOf(store.lastChange());
    QVERIFY(change >= before);
    QVERIFY(change <= QDateTime::currentDateTimeUtc());
    // A replica tells the age of what it holds, not when it was written to the replica.
    CentralStore replica = make(u"r"_s);
    QVERIFY(replicateCentralStore(store, replica));
    QCOMPARE(valueOf(replica.lastChange()), change);
}

void TestCentralStore::anOlderEpochIsRefused()
{
    CentralStore store = make(u"s"_s);
    QVERIFY(store.setTopology(document(), onePair, 2));
    const Result<bool> late = store.setTopology(document({u"z.example.com"_s}), {}, 1);
    QVERIFY(!late);
    QCOMPARE(valueOf(store.topologyDocument()), document());
    QCOMPARE(valueOf(store.pairs()), onePair); // nothing of the batch was written
}

void TestCentralStore::aDamagedDocumentIsAnErrorThatSaysSo()
{
    CentralStore store = make(u"s"_s);
    const QHash<QString, qint64> epochs{{CentralStore::homeName(), 1}};
    QVERIFY(store.documents().write({{u"urn:cspool:cms:pairs"_s, {}, "[[\"a\"]]"},
                                     {u"urn:cspool:cms:topology"_s, {}, "<Topology"},
                                     {u"urn:cspool:cms:backup-service-configuration"_s, {}, "[]"}},
                                    CentralStore::homeName(), epochs));
    QVERIFY(store.pairs().error().message.contains(u"list of pairs"_s));
    QVERIFY(store.backupServiceConfiguration().error().message.contains(u"configuration"_s));
    QVERIFY(store.topology().error().message.contains(u"Line 1"_s));
    QCOMPARE(store.topology().error().target, path(u"s"_s));
    QVERIFY(!store.pools());
}

void TestCentralStore::aReplicaIsUpToDateAfterReplicationOnly()
{
    CentralStore source = make(u"s"_s);
    CentralStore replica = make(u"r"_s);
    QVERIFY(valueOf(isUpToDate(source, replica))); // both hold nothing
    QVERIFY(source.setTopology(document(), onePair, 1));
    QVERIFY(!valueOf(isUpToDate(source, replica)));
    QCOMPARE(valueOf(replicateCentralStore(source, replica)).copied, 2);
    QVERIFY(valueOf(isUpToDate(source, replica)));
    QCOMPARE(valueOf(replica.topologyDocument()), document());
    QCOMPARE(valueOf(replica.pairs()), onePair);
    QVERIFY(source.setTopology(document(), {}, 1));
    QVERIFY(!valueOf(isUpToDate(source, replica)));
    QCOMPARE(valueOf(replica.pairs()), onePair);
}

void TestCentralStore::aResetReachesTheReplica()
{
    BackupServiceConfiguration changed;
    changed.maxConcurrentCalls = 3;
    CentralStore source = make(u"s"_s);
    CentralStore replica = make(u"r"_s);
    QVERIFY(source.setBackupServiceConfiguration(changed, 1));
    QVERIFY(replicateCentralStore(source, replica));
    QCOMPARE(valueOf(replica.backupServiceConfiguration()), changed);
    QVERIFY(source.resetBackupServiceConfiguration(1));
    QVERIFY(!valueOf(isUpToDate(source, replica)));
    QCOMPARE(valueOf(replicateCentralStore(source, replica)).deleted, 1);
    QCOMPARE(valueOf(replica.backupServiceConfiguration()), BackupServiceConfiguration());
    QVERIFY(valueOf(isUpToDate(source, replica)));
}

void TestCentralStore::replicationGoesOnFromTheWatermark()
{
    CentralStore source = make(u"s"_s);
    CentralStore replica = make(u"r"_s);
    QVERIFY(source.setTopology(document(), onePair, 1));
    QVERIFY(replicateCentralStore(source, replica));
    QVERIFY(source.setBackupServiceConfiguration({}, 1));
    const ApplySummary second = valueOf(replicateCentralStore(source, replica));
    QCOMPARE(second.copied, 1);
    QCOMPARE(second.unchanged, 0);
    const ApplySummary third = valueOf(replicateCentralStore(source, replica));
    QCOMPARE(third.copied + third.unchanged + third.deleted, 0);
    const auto watermark = valueOf(replica.documents().watermark(source.documents().id(), CentralStore::homeName()));
    QVERIFY(watermark);
    QCOMPARE(watermark->sequence, valueOf(source.documents().lastSequence()));
}

void TestCentralStore::anotherSourceIsTakenInFull()
{
    CentralStore first = make(u"first"_s);
    CentralStore second = make(u"second"_s);
    CentralStore replica = make(u"r"_s);
    QVERIFY(first.setTopology(document(), onePair, 1));
    QVERIFY(replicateCentralStore(first, second)); // the standby copy
    QVERIFY(replicateCentralStore(first, replica));
    QVERIFY(second.setTopology(document({u"n.example.com"_s}), {}, 2)); // active now, in a new epoch
    QVERIFY(!valueOf(isUpToDate(second, replica)));
    QVERIFY(replicateCentralStore(second, replica));
    QCOMPARE(valueOf(replica.topologyDocument()), document({u"n.example.com"_s}));
    QVERIFY(valueOf(isUpToDate(second, replica)));
    QCOMPARE(valueOf(replica.documents().keptAsideCount()), 0);
}

void TestCentralStore::aSourceRestoredFromAnOlderCopyIsNoticed()
{
    const QByteArray newer = document({u"newer.example.com"_s});
    {
        CentralStore source = make(u"s"_s);
        QVERIFY(source.setTopology(document(), onePair, 1));
    }
    QVERIFY(QFile::copy(path(u"s"_s), path(u"copy"_s)));
    CentralStore replica = make(u"r"_s);
    {
        CentralStore source = make(u"s"_s);
        QVERIFY(source.setTopology(newer, {}, 1));
        QVERIFY(replicateCentralStore(source, replica));
        QVERIFY(valueOf(isUpToDate(source, replica)));
    }
    QVERIFY(QFile::remove(path(u"s"_s)));
    QVERIFY(QFile::rename(path(u"copy"_s), path(u"s"_s)));
    CentralStore restored = make(u"s"_s);
    QVERIFY(!valueOf(isUpToDate(restored, replica)));
    // Compared in full: the replica's newer documents are left alone, and said.
    const ApplySummary summary = valueOf(replicateCentralStore(restored, replica));
    QCOMPARE(summary.newerOnTarget, 2);
    QCOMPARE(valueOf(replica.topologyDocument()), newer);
    QVERIFY(valueOf(isUpToDate(restored, replica)));
    // And from there on changes arrive again.
    QVERIFY(restored.setTopology(document({u"after.example.com"_s}), {}, 2));
    QVERIFY(replicateCentralStore(restored, replica));
    QCOMPARE(valueOf(replica.topologyDocument()), document({u"after.example.com"_s}));
}

void TestCentralStore::aRestoredSourceThatWasWrittenPastTheWatermarkIsNoticed()
{
    {
        CentralStore source = make(u"s"_s);
        QVERIFY(source.setTopology(document(), onePair, 1));
    }
    QVERIFY(QFile::copy(path(u"s"_s), path(u"copy"_s)));
    CentralStore replica = make(u"r"_s);
    {
        CentralStore source = make(u"s"_s);
        QVERIFY(source.setBackupServiceConfiguration({}, 1));
        QVERIFY(replicateCentralStore(source, replica));
    }
    QVERIFY(QFile::remove(path(u"s"_s)));
    QVERIFY(QFile::rename(path(u"copy"_s), path(u"s"_s)));
    CentralStore restored = make(u"s"_s);
    QVERIFY(restored.setTopology(document({u"after.example.com"_s}), onePair, 1));
    QVERIFY(restored.setTopology(document({u"later.example.com"_s}), onePair, 1));
    QVERIFY(!valueOf(isUpToDate(restored, replica)));
    const ApplySummary summary = valueOf(replicateCentralStore(restored, replica));
    QCOMPARE(summary.copied, 1);
    QCOMPARE(summary.unchanged, 1); // the pairs: everything was compared
    QCOMPARE(valueOf(replica.topologyDocument()), document({u"later.example.com"_s}));
    QVERIFY(valueOf(isUpToDate(restored, replica)));
}

QTEST_GUILESS_MAIN(TestCentralStore)
#include "tst_central_store.moc"
