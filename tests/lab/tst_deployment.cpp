// Deployment: what New-Deployment makes, how it is opened, its rows, and what is said of one that is broken.
#include "backend/lab/deployment.h"

#include "tests/support/test_support.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <thread>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

const QString A = u"a.example.com"_s;
const QString B = u"b.example.com"_s;
const QString C = u"c.example.com"_s;

template <typename T> T take(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

Deployment::Plan plan()
{
    return {u"Test"_s, topologyDocument({A, B, C}), {PoolPair::of(A, B)}, A};
}

// Every file and folder below a folder, with content and modification time.
QMap<QString, std::pair<QByteArray, QDateTime>> contentOf(const QString &folder)
{
    QMap<QString, std::pair<QByteArray, QDateTime>> result;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QFileInfo info(it.next());
        QFile file(info.filePath());
        const bool isRead = info.isFile() && file.open(QIODevice::ReadOnly);
        result.insert(info.filePath(), {isRead ? file.readAll() : QByteArray(), info.lastModified()});
    }
    return result;
}

QStringList entries(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

QByteArray state(const DocumentStore &store)
{
    QByteArray result;
    take(store.forEach({}, [&](const Document &document) -> Result<> {
        result += document.name.toUtf8() + ' ' + document.digest.toHex() + '\n';
        return {};
    }));
    return result;
}

} // namespace

class TestDeployments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void creatingMakesEveryStore();
    void withoutACentralManagementStoreTheReplicasHoldTheTopology();
    void aFolderThatIsNotFreeIsLeftAlone();
    void aLostDeploymentStoreIsNoFreeFolder();
    void anEmptyFolderIsFree();
    void aPlanThatIsWrongLeavesNothing_data();
    void aPlanThatIsWrongLeavesNothing();
    void whatAKillLeftIsCleanedUp();
    void ofTwoThatMakeTheSameFolderOneSucceeds();
    void readingChangesNothing();
    void aBrokenDeploymentIsSaidSo_data();
    void aBrokenDeploymentIsSaidSo();
    void aStoreThatIsGoneIsAnError();
    void aPoolWithoutStoresIsSaidSo();
    void ownershipSaysWhoMayWrite();
    void aFailoverStepIsAllOrNothing();
    void moduleErrorsStayUntilCleared();
    void aPoolIsAddedWithItsStores();
    void aStandbyCopyIsMadeOnce();
};

void TestDeployments::creatingMakesEveryStore()
{
    const TestDeployment world;
    QCOMPARE(entries(world.filePath({})), QStringList{u"lab"_s});
    const auto deployment = world.open();
    QCOMPARE(deployment->info().name, u"Test"_s);
    QCOMPARE(deployment->info().location, world.folder());
    QVERIFY(!deployment->info().id.isNull());
    QCOMPARE(world.open(OpenMode::ReadOnly)->info(), deployment->info());

    const QByteArray active = state(take(deployment->centralStore()).documents());
    QVERIFY(!active.isEmpty());
    QCOMPARE(take(take(deployment->centralStore()).topologyDocument()), topologyDocument({A, B, C}));
    for (const QString &pool : {A, B, C}) {
        QCOMPARE(take(deployment->userStore(pool)).id(), take(deployment->knownStoreId(pool)));
        QCOMPARE(state(take(deployment->localReplica(pool)).documents()), active);
        QVERIFY(QFile::exists(deployment->fileStoreIndexPath(pool)));
        QVERIFY(QFile::exists(deployment->fileStoreFolder(pool)));
        QCOMPARE(take(deployment->ownership(pool)), (PoolOwnership{pool, pool, 1, PoolState::Active, false}));
    }
    QVERIFY(deployment->hasCentralStore(A));
    QVERIFY(deployment->hasCentralStore(B)); // the standby copy, empty
    QVERIFY(!deployment->hasCentralStore(C));
    QVERIFY(state(take(deployment->centralStoreOn(B)).documents()).isEmpty());
    QCOMPARE(take(deployment->centralManagement()).activePool, A);
}

void TestDeployments::withoutACentralManagementStoreTheReplicasHoldTheTopology()
{
    Deployment::Plan none = plan();
    none.centralManagementPool.clear();
    const TestDeployment world(none);
    const auto deployment = world.open(OpenMode::ReadOnly);
    QCOMPARE(deployment->centralStore().error().id, u"NoCentralManagementStore"_s);
    for (const QString &pool : {A, B, C}) {
        QVERIFY(!deployment->hasCentralStore(pool));
        QCOMPARE(take(take(deployment->localReplica(pool)).pairs()), none.pairs);
    }
}

void TestDeployments::aFolderThatIsNotFreeIsLeftAlone()
{
    const TestDeployment world;
    const auto before = contentOf(world.folder());
    const auto again = Deployment::create(world.folder(), plan());
    QVERIFY(!again);
    QCOMPARE(toString(again.error().category), u"ResourceExists"_s);
    QVERIFY2(again.error().message.contains("already"_L1), qPrintable(again.error().message));
    QCOMPARE(contentOf(world.folder()), before);

    const QTemporaryDir other;
    QFile file(other.filePath(u".hidden"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(Deployment::create(other.path(), plan()).error().id, u"FolderNotEmpty"_s);
    QCOMPARE(Deployment::create(file.fileName(), plan()).error().id, u"FolderNotEmpty"_s);
    QCOMPARE(entries(other.path()), QStringList{u".hidden"_s});
}

void TestDeployments::anEmptyFolderIsFree()
{
    const QTemporaryDir world;
    QVERIFY(QDir(world.path()).mkpath(u"deep/empty"_s));
    QVERIFY(Deployment::create(world.filePath(u"deep/empty"_s), plan()));
    QVERIFY(Deployment::create(world.filePath(u"not/yet/there/"_s), plan()));
    QVERIFY(Deployment::exists(world.filePath(u"deep/empty"_s)));
    QVERIFY(Deployment::exists(world.filePath(u"not/yet/there"_s)));
    QCOMPARE(entries(world.filePath(u"deep"_s)), QStringList{u"empty"_s});
}

void TestDeployments::aPlanThatIsWrongLeavesNothing_data()
{
    QTest::addColumn<QByteArray>("topology");
    QTest::addColumn<QList<QStringList>>("pairs");
    QTest::addColumn<QString>("centralManagement");
    QTest::addColumn<QString>("inMessage");
    const QByteArray topology = topologyDocument({A, B, C});
    QTest::addRow("no topology") << QByteArray("nonsense") << QList<QStringList>() << QString() << QString();
    QTest::addRow("a topology without pools") << topologyDocument({A}).replace("UserServices", "WebServices")
                                              << QList<QStringList>() << QString() << u"no pool"_s;
    QTest::addRow("a pair with a stranger")
        << topology << QList<QStringList>{{A, u"x.example.com"_s}} << A << u"x.example.com"_s;
    QTest::addRow("a pool in two pairs") << topology << QList<QStringList>{{A, B}, {B, C}} << A << B;
    QTest::addRow("a pool with itself") << topology << QList<QStringList>{{A, A}} << A << A;
    QTest::addRow("a stranger for the Central Management store")
        << topology << QList<QStringList>() << u"x.example.com"_s << u"x.example.com"_s;
}

void TestDeployments::aPlanThatIsWrongLeavesNothing()
{
    QFETCH(QByteArray, topology);
    QFETCH(QList<QStringList>, pairs);
    QFETCH(QString, centralManagement);
    QFETCH(QString, inMessage);
    Deployment::Plan wrong{u"Test"_s, topology, {}, centralManagement};
    for (const QStringList &pair : pairs)
        wrong.pairs.append(PoolPair::of(pair.first(), pair.last()));
    const QTemporaryDir world;
    const auto created = Deployment::create(world.filePath(u"lab"_s), wrong);
    QVERIFY(!created);
    QVERIFY2(created.error().message.contains(inMessage), qPrintable(created.error().message));
    QVERIFY(entries(world.path()).isEmpty());
}

void TestDeployments::aLostDeploymentStoreIsNoFreeFolder()
{
    const QTemporaryDir world;
    const QString folder = world.filePath(u"lab"_s);
    QVERIFY(Deployment::create(folder, plan()));
    QVERIFY(QFile::remove(folder + "/deployment.sqlite"_L1));
    QVERIFY(Deployment::exists(folder)); // so that no sample is offered in its place
    const auto opened = Deployment::open(folder, OpenMode::ReadOnly);
    QVERIFY(!opened);
    QCOMPARE(opened.error().id, u"StoreMissing"_s);
    QVERIFY(!Deployment::create(folder, plan()));
}

void TestDeployments::whatAKillLeftIsCleanedUp()
{
    const QTemporaryDir world;
    QVERIFY(QDir(world.path()).mkpath(u".lab.new-AbCdEf/pools"_s));
    QVERIFY(QFile(world.filePath(u".lab.new"_s)).open(QIODevice::WriteOnly)); // the lock, before its holder was written
    QVERIFY(!Deployment::exists(world.filePath(u"lab"_s)));
    QVERIFY(Deployment::create(world.filePath(u"lab"_s), plan()));
    QCOMPARE(entries(world.path()), QStringList{u"lab"_s});
}

void TestDeployments::ofTwoThatMakeTheSameFolderOneSucceeds()
{
    const QTemporaryDir world;
    const auto create = [&](Result<> &result) { result = Deployment::create(world.filePath(u"lab"_s), plan()); };
    Result<> first;
    Result<> second;
    std::thread other(create, std::ref(first));
    create(second);
    other.join();
    QVERIFY(first.isOk() != second.isOk());
    QCOMPARE(toString((first ? second : first).error().category), u"ResourceExists"_s);
    QVERIFY(Deployment::open(world.filePath(u"lab"_s), OpenMode::ReadWrite));
    QCOMPARE(entries(world.path()), QStringList{u"lab"_s});
}

void TestDeployments::readingChangesNothing()
{
    TestDeployment world;
    world.writeDocument(A, u"urn:lcd:ann@example.com"_s, "<a/>");
    const auto before = contentOf(world.folder());
    {
        const auto deployment = world.open(OpenMode::ReadOnly);
        QCOMPARE(take(take(deployment->userStore(A)).count(A)).documents, 1);
        QVERIFY(!state(take(deployment->centralStore()).documents()).isEmpty());
        QVERIFY(deployment->localReplica(C));
        QCOMPARE(take(deployment->ownerships()).size(), 3);
        QVERIFY(!deployment->setOwnership({A, B, 2, PoolState::FailedOver, false}));
        QVERIFY(!take(deployment->userStore(A)).write({{u"x"_s, {}, "x"}}, A, {{A, 1}}));
    }
    QCOMPARE(contentOf(world.folder()), before);
}

void TestDeployments::aBrokenDeploymentIsSaidSo_data()
{
    QTest::addColumn<QString>("sql"); // run on the deployment store
    QTest::addColumn<QByteArray>("content"); // what it is replaced by
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("inMessage");
    QTest::addRow("newer") << u"PRAGMA user_version=99"_s << QByteArray() << u"InvalidOperation"_s
                           << u"newer version"_s;
    QTest::addRow("overwritten") << QString() << QByteArray("x").repeated(10'000) << u"InvalidData"_s << u"damaged"_s;
    QTest::addRow("no row") << u"DELETE FROM deployment"_s << QByteArray() << u"InvalidData"_s
                            << u"not a deployment store"_s;
    QTest::addRow("another database") << u"DROP TABLE deployment"_s << QByteArray() << u"InvalidData"_s
                                      << u"not a deployment store"_s;
    QTest::addRow("made by another program")
        << u"PRAGMA user_version=0"_s << QByteArray() << u"InvalidData"_s << u"did not make"_s;
    QTest::addRow("gone") << QString() << QByteArray() << u"ObjectNotFound"_s << u"is missing"_s;
}

void TestDeployments::aBrokenDeploymentIsSaidSo()
{
    QFETCH(QString, sql);
    QFETCH(QByteArray, content);
    QFETCH(QString, category);
    QFETCH(QString, inMessage);
    const TestDeployment world;
    const QString path = world.folder() + "/deployment.sqlite"_L1;
    if (!sql.isEmpty()) {
        take(take(Database::open(path, OpenMode::ReadWrite)).execute(sql));
    } else {
        QVERIFY(QFile::remove(path));
        QFile file(path);
        QVERIFY(content.isEmpty() || (file.open(QIODevice::WriteOnly) && file.write(content) == content.size()));
    }
    const auto before = contentOf(world.folder());
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto opened = Deployment::open(world.folder(), mode);
        QVERIFY(!opened);
        QCOMPARE(toString(opened.error().category), category);
        QVERIFY2(opened.error().message.contains(inMessage), qPrintable(opened.error().message));
        QVERIFY2(opened.error().message.contains(world.folder()), qPrintable(opened.error().message));
        QVERIFY(!opened.error().recommendedAction.isEmpty());
    }
    QCOMPARE(contentOf(world.folder()), before);
}

void TestDeployments::aStoreThatIsGoneIsAnError()
{
    const TestDeployment world;
    const auto deployment = world.open();
    QVERIFY(QFile::remove(deployment->poolFolder(A) + "/user-store.sqlite"_L1));
    const auto user = deployment->userStore(A);
    QVERIFY(!user);
    QCOMPARE(user.error().id, u"StoreMissing"_s);
    QVERIFY(user.error().message.contains(A));
    QVERIFY(!QFile::exists(deployment->poolFolder(A) + "/user-store.sqlite"_L1));

    QVERIFY(QDir(deployment->poolFolder(A)).removeRecursively());
    const auto central = deployment->centralStore();
    QVERIFY(!central);
    QCOMPARE(central.error().id, u"CentralManagementStoreUnavailable"_s);
    QVERIFY(central.error().recommendedAction.contains("Invoke-CsManagementServerFailover"_L1));

    // The store of another pool in its place is not taken for its own.
    QVERIFY(QFile::remove(deployment->poolFolder(C) + "/user-store.sqlite"_L1));
    QVERIFY(QFile::copy(deployment->poolFolder(B) + "/user-store.sqlite"_L1,
                        deployment->poolFolder(C) + "/user-store.sqlite"_L1));
    QCOMPARE(deployment->userStore(C).error().id, u"StoreOfAnotherPool"_s);
}

void TestDeployments::aPoolWithoutStoresIsSaidSo()
{
    const TestDeployment world;
    const auto deployment = world.open();
    QVERIFY(!deployment->hasPool(u"sql.example.com"_s));
    for (const QString &id :
         {deployment->userStore(u"sql.example.com"_s).error().id,
          deployment->localReplica(u"sql.example.com"_s).error().id,
          deployment->ownership(u"../b.example.com"_s).error().id,
          deployment->createCentralStore(u"sql.example.com"_s).error().id,
          deployment->setOwnership({u"sql.example.com"_s, A, 1, PoolState::Active, false}).error().id})
        QCOMPARE(id, u"PoolWithoutStores"_s);
    QVERIFY(take(deployment->knownStoreId(u"sql.example.com"_s)).isNull());
}

void TestDeployments::ownershipSaysWhoMayWrite()
{
    const TestDeployment world;
    const auto deployment = world.open();
    using Epochs = QHash<QString, qint64>;
    QCOMPARE(take(deployment->writableEpochs(A)), (Epochs{{A, 1}}));
    QCOMPARE(take(deployment->writableEpochs(u"x.example.com"_s)), Epochs());

    take(deployment->setOwnership({A, A, 1, PoolState::FailingOver, true}));
    QCOMPARE(take(deployment->writableEpochs(A)), Epochs());

    const PoolOwnership failedOver{A, B, 2, PoolState::FailedOver, false};
    take(deployment->setOwnership(failedOver));
    QCOMPARE(take(deployment->writableEpochs(A)), Epochs());
    QCOMPARE(take(deployment->writableEpochs(B)), (Epochs{{A, 2}, {B, 1}}));
    QCOMPARE(take(world.open(OpenMode::ReadOnly)->ownership(A)), failedOver);
    QCOMPARE(take(deployment->ownerships()).first(), failedOver);

    take(deployment->setCentralManagement({B, 2}));
    QCOMPARE(take(deployment->centralManagement()).activePool, B);
    const QUuid id = QUuid::createUuid();
    take(deployment->setKnownStoreId(C, id));
    QCOMPARE(take(deployment->knownStoreId(C)), id);
}

void TestDeployments::aFailoverStepIsAllOrNothing()
{
    const TestDeployment world;
    const auto deployment = world.open();
    FailoverJournalEntry entry{A,    u"FailOver"_s, u"Started"_s,
                               true, u"{}"_s,       QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC)};
    take(deployment->putJournalEntry(entry));
    QCOMPARE(take(deployment->journalEntry(A)), std::optional(entry));
    QCOMPARE(take(deployment->journalEntry(B)), std::nullopt);

    FailoverJournalEntry next = entry;
    next.step = u"Committed"_s;
    const PoolOwnership stranger{u"x.example.com"_s, B, 2, PoolState::FailedOver, false};
    QVERIFY(!deployment->commitFailoverStep(stranger, CentralManagementOwnership{B, 2}, next, false));
    QCOMPARE(take(deployment->journal()), QList{entry});
    QCOMPARE(take(deployment->centralManagement()).activePool, A);

    const PoolOwnership failedOver{A, B, 2, PoolState::FailedOver, false};
    take(deployment->commitFailoverStep(failedOver, {}, next, false));
    QCOMPARE(take(deployment->ownership(A)), failedOver);
    QCOMPARE(take(deployment->journal()), QList{next});
    take(deployment->commitFailoverStep({}, CentralManagementOwnership{B, 2}, next, true));
    QVERIFY(take(deployment->journal()).isEmpty());
    QCOMPARE(take(deployment->centralManagement()).epoch, 2);
}

void TestDeployments::moduleErrorsStayUntilCleared()
{
    const TestDeployment world;
    const auto deployment = world.open();
    ModuleError error{A,
                      u"ConfServices.DataConf"_s,
                      false,
                      u"Vanished."_s,
                      u"Restore it."_s,
                      QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC)};
    take(deployment->setModuleError(error));
    error.message = u"Still vanished."_s;
    take(deployment->setModuleError(error));
    ModuleError other = error;
    other.isImport = true;
    take(deployment->setModuleError(other));
    QCOMPARE(take(deployment->moduleErrors(A)), (QList{error, other}));
    QVERIFY(take(deployment->moduleErrors(B)).isEmpty());
    take(deployment->clearModuleError(A, error.module, false));
    QCOMPARE(take(deployment->moduleErrors(A)), QList{other});
}

void TestDeployments::aPoolIsAddedWithItsStores()
{
    const TestDeployment world;
    const QString pool = u"d.example.com"_s;
    {
        const auto deployment = world.open();
        take(deployment->addPool(pool));
        QCOMPARE(take(deployment->userStore(pool)).id(), take(deployment->knownStoreId(pool)));
        QVERIFY(deployment->localReplica(pool));
        take(deployment->addPool(pool));
        QCOMPARE(take(deployment->ownerships()).size(), 4);
    }
    // Killed after the folder was complete and before its row was written.
    take(take(Database::open(world.folder() + "/deployment.sqlite"_L1, OpenMode::ReadWrite))
             .execute(u"DELETE FROM pools WHERE pool = 'd.example.com'"_s));
    const auto deployment = world.open();
    QVERIFY(!deployment->hasPool(pool));
    take(deployment->addPool(pool));
    QCOMPARE(take(deployment->userStore(pool)).id(), take(deployment->knownStoreId(pool)));
}

void TestDeployments::aStandbyCopyIsMadeOnce()
{
    const TestDeployment world;
    const auto deployment = world.open();
    take(deployment->createCentralStore(C));
    QVERIFY(deployment->hasCentralStore(C));
    QVERIFY(state(take(deployment->centralStoreOn(C)).documents()).isEmpty());
    QCOMPARE(toString(deployment->createCentralStore(C).error().category), u"ResourceExists"_s);
}

QTEST_GUILESS_MAIN(TestDeployments)
#include "tst_deployment.moc"
