// The sample deployment: every state that an administrator meets, and the examples of the specification run on it.
#include "backend/lab/backup_service.h"
#include "backend/lab/deployment.h"
#include "backend/lab/file_store.h"
#include "backend/lab/sample_content.h"
#include "backend/lab/sample_deployment.h"
#include "backend/lab/topology_document.h"
#include "backend/lab/user_document.h"
#include "tests/support/test_support.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <latch>
#include <thread>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

QString fqdn(const QString &host)
{
    return host + u".litwareinc.com"_s;
}

template <typename T> T require(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

QString exportStatusOf(const BackupServiceStatus &status, BackupModule module)
{
    const BackupModuleStatus *found = status.module(module);
    return found && found->exportStatus ? cspool::toString(*found->exportStatus) : QString();
}

QMap<QString, QByteArray> documentsOf(const Deployment &deployment, const QString &pool, const QString &home)
{
    QMap<QString, QByteArray> documents;
    const auto read = require(deployment.userStore(pool)).forEach(home, [&](const Document &document) {
        documents.insert(document.name, document.data);
        return Result<>();
    });
    return read ? documents : QMap<QString, QByteArray>();
}

} // namespace

class TestSampleDeployment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theTopologyIsAsThePagesDescribeIt();
    void peopleAreAllDifferent();
    void everyDocumentCanBeDecoded();
    void everyStatusCanBeSeen_data();
    void everyStatusCanBeSeen();
    void aPoolIsFailedOver();
    void aConflictIsKeptAside();
    void theFirstExampleEndsInFinalState();
    void theSecondExampleEndsInFinalState();
    void anotherSampleIsTheSame();
    void aFolderInUseIsRefused();
    void aCancelledSampleLeavesNothing();
    void twoWhoMakeItAtTheSameTimeAreBothContent();

private:
    std::unique_ptr<Deployment> open(OpenMode mode = OpenMode::ReadOnly)
    {
        return require(Deployment::open(folder(), mode));
    }
    QString folder() const { return m_directory.filePath(u"sample"_s); }
    // A copy, for what changes it.
    QString copyOfSample(const QString &name);
    BackupServiceStatus statusOf(const QString &pool);

    QTemporaryDir m_directory;
};

void TestSampleDeployment::initTestCase()
{
    TestRuntime runtime(u"New-Deployment -Path '%1' -Sample"_s.arg(folder()));
    const Result<> made = createSampleDeployment(folder(), runtime.runtime());
    QVERIFY2(made.isOk(), qUtf8Printable(made ? QString() : made.error().message));
    QVERIFY2(runtime.warnings().isEmpty(), qUtf8Printable(runtime.warnings().join(u'\n')));
    QVERIFY(runtime.errors().isEmpty());
    QCOMPARE(QDir(m_directory.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList(u"sample"_s));
}

QString TestSampleDeployment::copyOfSample(const QString &name)
{
    const QString target = m_directory.filePath(name);
    QDirIterator files(folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString copy = target + file.mid(folder().size());
        const bool isCopied = QDir().mkpath(QFileInfo(copy).path()) && QFile::copy(file, copy);
        QFile written(copy);
        // A copied file is as old as the original one, as in an archive.
        if (!isCopied || !written.open(QIODevice::ReadWrite)
            || !written.setFileTime(QFileInfo(file).lastModified(), QFileDevice::FileModificationTime))
            qFatal("%s could not be copied", qUtf8Printable(file));
    }
    return target;
}

BackupServiceStatus TestSampleDeployment::statusOf(const QString &pool)
{
    const auto deployment = open();
    TestRuntime runtime(u"Get-CsBackupServiceStatus -PoolFqdn "_s + pool);
    BackupService service(*deployment, runtime.runtime());
    service.setPools(require(require(deployment->centralStore()).pools()));
    return require(service.status(pool));
}

void TestSampleDeployment::theTopologyIsAsThePagesDescribeIt()
{
    const Topology topology = require(parseTopologyDocument(require(SampleContent::load()).topology()));
    QVERIFY(topology.sites.size() >= 2);
    const PairingFindings found = statedPairs(topology);
    QCOMPARE(found.doubts, QStringList());
    QCOMPARE(found.pairs.size(), 4);
    QVERIFY(found.pairs.contains(PoolPair::of(fqdn(u"atl-cs-001"_s), fqdn(u"dublin-cs-001"_s))));
    for (const PoolPair &pair : found.pairs)
        QCOMPARE(pairingWarnings(topology, pair), QStringList());
    QCOMPARE(activeCentralManagementPool(topology), fqdn(u"atl-cs-001"_s));
    QVERIFY(isStandardEdition(topology, fqdn(u"red-se-001"_s)));
    QVERIFY(!isStandardEdition(topology, fqdn(u"atl-cs-001"_s)));
    int userPools = 0;
    QSet<QString> roles;
    for (const TopologyCluster &cluster : topology.clusters)
        userPools += canBeBackedUp(topology, cluster.fqdn);
    for (const TopologyService &service : topology.services)
        roles.insert(service.role);
    QCOMPARE(userPools, 9);
    for (const QString &role :
         {u"EdgeServer"_s, u"WacService"_s, u"FileStore"_s, u"UserStore"_s, u"CentralMgmtStore"_s})
        QVERIFY2(roles.contains(role), qUtf8Printable(role));
}

void TestSampleDeployment::peopleAreAllDifferent()
{
    const SampleContent content = require(SampleContent::load());
    QSet<QString> addresses;
    for (int user = 0; user < 4096; ++user) {
        const QString address = content.address(user);
        QVERIFY2(QRegularExpression(u"^[a-z]+\\.[a-z]+@litwareinc\\.com$"_s).match(address).hasMatch(),
                 qUtf8Printable(address));
        addresses.insert(address);
    }
    QCOMPARE(addresses.size(), 4096);
    QVERIFY(content.user(5, 500, 1).data != content.user(5, 500).data);
    QCOMPARE(content.user(5, 500).data, content.user(5, 500).data);
}

void TestSampleDeployment::everyDocumentCanBeDecoded()
{
    int users = 0, conferences = 0;
    const DocumentStore store = require(open()->userStore(fqdn(u"atl-cs-001"_s)));
    const auto read = store.forEach(fqdn(u"atl-cs-001"_s), [&](const Document &document) -> Result<> {
        const Result<UserData> user = decodeUserDocument(document);
        if (!user)
            return user.error();
        if (documentKind(document.name) == DocumentKind::User) {
            ++users;
            const bool isComplete = user->contacts.size() >= 4 && user->groups.size() >= 2
                && user->groups.first().displayName == u"Other Contacts"_s && !user->containers.isEmpty();
            return isComplete ? Result<>() : Result<>(Error{ErrorCategory::InvalidData, u"Thin"_s, document.name});
        }
        conferences += documentKind(document.name) == DocumentKind::Conference;
        return {};
    });
    QVERIFY2(read.isOk(), qUtf8Printable(read ? QString() : read.error().message));
    QCOMPARE(users, 80);
    QCOMPARE(conferences, 1);
}

void TestSampleDeployment::everyStatusCanBeSeen_data()
{
    QTest::addColumn<QString>("pool");
    QTest::addColumn<QString>("presence");
    QTest::addColumn<QString>("content");
    QTest::newRow("changes that fit a batch") << fqdn(u"atl-cs-001"_s) << u"SteadyState"_s << u"SteadyState"_s;
    QTest::newRow("backed up") << fqdn(u"dublin-cs-001"_s) << u"FinalState"_s << u"FinalState"_s;
    QTest::newRow("failed over") << fqdn(u"red-cs-001"_s) << u"SteadyState"_s << u"FinalState"_s;
    QTest::newRow("failed back") << fqdn(u"paris-cs-001"_s) << u"FinalState"_s << u"FinalState"_s;
    QTest::newRow("content lost") << fqdn(u"dublin-cs-002"_s) << u"FinalState"_s << u"ErrorState"_s;
    QTest::newRow("backlog") << fqdn(u"red-se-001"_s) << u"NonSteadyState"_s << u"FinalState"_s;
    QTest::newRow("never backed up") << fqdn(u"paris-se-001"_s) << u"NotInitialized"_s << u"NotInitialized"_s;
}

void TestSampleDeployment::everyStatusCanBeSeen()
{
    QFETCH(QString, pool);
    QFETCH(QString, presence);
    QFETCH(QString, content);
    const BackupServiceStatus status = statusOf(pool);
    QCOMPARE(exportStatusOf(status, BackupModule::PresenceFocus), presence);
    QCOMPARE(exportStatusOf(status, BackupModule::DataConf), content);
}

void TestSampleDeployment::aPoolIsFailedOver()
{
    const PoolOwnership ownership = require(open()->ownership(fqdn(u"red-cs-001"_s)));
    QCOMPARE(ownership.owner, fqdn(u"atl-cs-002"_s));
    QVERIFY(ownership.state == PoolState::FailedOver);
    QVERIFY(require(open()->journal()).isEmpty());
    int others = 0;
    for (const PoolOwnership &each : require(open()->ownerships()))
        others += each.state == PoolState::Active;
    QCOMPARE(others, 8);
}

void TestSampleDeployment::aConflictIsKeptAside()
{
    const auto deployment = open();
    QList<KeptDocument> kept;
    for (const QString &pool : {fqdn(u"paris-cs-001"_s), fqdn(u"dublin-cs-002"_s)})
        kept += require(require(deployment->userStore(pool)).keptAside());
    QCOMPARE(kept.size(), 1);
    QVERIFY(!kept.first().reason.isEmpty());
    const QString home = fqdn(u"paris-cs-001"_s);
    QCOMPARE(documentsOf(*deployment, fqdn(u"paris-cs-001"_s), home),
             documentsOf(*deployment, fqdn(u"dublin-cs-002"_s), home));
}

void TestSampleDeployment::theFirstExampleEndsInFinalState()
{
    const QString lab = copyOfSample(u"first"_s);
    const LabResult result = runLab(lab, u"Backup-CsPool -PoolFqdn \"atl-cs-001.litwareinc.com\""_s);
    QVERIFY2(result.outcome == Outcome::Succeeded,
             qUtf8Printable(result.warnings().join(u'\n') + (result.error ? result.error->message : QString())));
    const LabResult status = runLab(lab, u"Get-CsBackupServiceStatus -PoolFqdn atl-cs-001.litwareinc.com"_s);
    QCOMPARE(status.objects().size(), 1);
    QCOMPARE(status.objects().first().string(u"OverallExportStatus"), u"FinalState"_s);
    QCOMPARE(status.objects().first().string(u"OverallImportStatus"), u"NormalState"_s);
    const auto deployment = require(Deployment::open(lab, OpenMode::ReadOnly));
    const QString home = fqdn(u"atl-cs-001"_s);
    QCOMPARE(documentsOf(*deployment, fqdn(u"dublin-cs-001"_s), home), documentsOf(*deployment, home, home));
}

void TestSampleDeployment::theSecondExampleEndsInFinalState()
{
    const QString lab = copyOfSample(u"second"_s);
    const LabResult result = runLab(lab, u"Backup-CsPool -PoolFqdn \"atl-cs-001.litwareinc.com\" -SteadyState"_s);
    QVERIFY2(result.outcome == Outcome::Succeeded,
             qUtf8Printable(result.warnings().join(u'\n') + (result.error ? result.error->message : QString())));
    const LabResult status = runLab(lab, u"Get-CsBackupServiceStatus -PoolFqdn atl-cs-001.litwareinc.com"_s);
    QCOMPARE(status.objects().first().string(u"OverallExportStatus"), u"FinalState"_s);
}

void TestSampleDeployment::anotherSampleIsTheSame()
{
    TestRuntime runtime(u"New-Deployment -Path other -Sample"_s);
    const QString other = m_directory.filePath(u"other"_s);
    QVERIFY(createSampleDeployment(other, runtime.runtime()).isOk());
    const auto first = open();
    const auto second = require(Deployment::open(other, OpenMode::ReadOnly));
    for (const PoolOwnership &ownership : require(first->ownerships())) {
        const QMap<QString, QByteArray> documents = documentsOf(*first, ownership.pool, {});
        QVERIFY(!documents.isEmpty());
        QCOMPARE(documentsOf(*second, ownership.pool, {}), documents);
    }
}

void TestSampleDeployment::aFolderInUseIsRefused()
{
    TestRuntime runtime;
    const Result<> made = createSampleDeployment(folder(), runtime.runtime());
    QVERIFY(!made.isOk());
    QVERIFY(made.error().category == ErrorCategory::ResourceExists);
    QVERIFY(Deployment::exists(folder()));
}

void TestSampleDeployment::aCancelledSampleLeavesNothing()
{
    QTemporaryDir directory;
    TestRuntime runtime;
    runtime.observer = [&runtime](const Record &record) {
        if (std::holds_alternative<ProgressRecord>(record.content))
            runtime.stop().requestStop();
    };
    const Result<> made = createSampleDeployment(directory.filePath(u"lab"_s), runtime.runtime());
    QVERIFY(!made.isOk());
    QVERIFY(made.error().isStopped());
    QVERIFY(QDir(directory.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestSampleDeployment::twoWhoMakeItAtTheSameTimeAreBothContent()
{
    QTemporaryDir directory;
    const std::string folder = directory.filePath(u"sample"_s).toStdString();
    std::latch both(2);
    const auto make = [&both, &folder](bool *isMade) {
        TestRuntime runtime;
        both.arrive_and_wait();
        *isMade = createSampleDeployment(QString::fromStdString(folder), runtime.runtime()).isOk();
    };
    bool first = false;
    bool second = false;
    std::thread other(make, &first);
    make(&second);
    other.join();
    QVERIFY(first);
    QVERIFY(second);
    QVERIFY(Deployment::open(QString::fromStdString(folder), OpenMode::ReadOnly));
    QCOMPARE(QDir(directory.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList(u"sample"_s));
}

QTEST_GUILESS_MAIN(TestSampleDeployment)
#include "tst_sample_deployment.moc"
