// New-Deployment: from topology documents, with pairs and a host for the Central Management store, or not at all.
#include "tests/support/test_support.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

const QString poolA = u"a.example.com"_s;
const QString poolB = u"b.example.com"_s;
const QString pairAB = u"-Pair 'a.example.com=b.example.com'"_s;

template <typename T> T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

} // namespace

class TestNewDeployment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void aDeploymentIsMadeFromADocument();
    void theNameIsTheGivenOneOrTheFolders();
    void pairsOfTheDocumentAreMade();
    void doubtsAskForThePair();
    void theHostIsTheOneThatIsAskedForOrStated_data();
    void theHostIsTheOneThatIsAskedForOrStated();
    void withoutPairsItSaysHowToMakeThem();
    void unsupportedPairsAreMadeWithAWarning();
    void whatIsWrongMakesNothing_data();
    void whatIsWrongMakesNothing();
    void aFolderThatIsUsedIsLeftAlone();
    void theRealDocumentBecomesADeployment();

private:
    QString path(const QString &name) const { return m_directory->filePath(name); }
    QString write(const QByteArray &content);
    LabResult make(const QString &more, const QByteArray &document = topologyDocument({poolA, poolB}));
    std::unique_ptr<Deployment> opened() { return valueOf(Deployment::open(path(u"lab"_s), OpenMode::ReadOnly)); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

QString TestNewDeployment::write(const QByteArray &content)
{
    QFile file(path(u"topology.xml"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("not written");
    return file.fileName();
}

LabResult TestNewDeployment::make(const QString &more, const QByteArray &document)
{
    return runLab({}, u"New-Deployment -Path '%1' -Topology '%2' %3"_s.arg(path(u"lab"_s), write(document), more));
}

// The document of two pools in which each names the other as its backup pool, if `isMutual`.
QByteArray pairedDocument(bool isMutual, const QByteArray &extra = {})
{
    QByteArray document = topologyDocument({poolA, poolB});
    const auto addTo = [&document](int from, int to) {
        const QByteArray registrar = "RoleName=\"Registrar\" Instance=\"" + QByteArray::number(from) + "\"/>";
        const qsizetype service = document.indexOf(registrar);
        const qsizetype dependsOn = document.indexOf("<DependsOn>", service) + qsizetype(qstrlen("<DependsOn>"));
        document.insert(dependsOn,
                        "<Dependency Usage=\"Backup\"><ServiceId SiteId=\"1\" RoleName=\"Registrar\" Instance=\""
                            + QByteArray::number(to) + "\"/></Dependency>");
    };
    if (isMutual)
        addTo(2, 1);
    addTo(1, 2);
    return document.replace("</Services>", QByteArray(extra + "</Services>"));
}

// A CentralMgmt service on the cluster of that number.
QByteArray centralManagement(int cluster)
{
    const QByteArray number = QByteArray::number(cluster);
    return "<Service ServiceVersion=\"6\"><ServiceId SiteId=\"1\" RoleName=\"CentralMgmt\" Instance=\"1\"/>"
           "<InstalledOn><ClusterId SiteId=\"1\" Number=\""
        + number + "\"/></InstalledOn><CentralMgmtService IsActive=\"true\"/></Service>";
}

void TestNewDeployment::aDeploymentIsMadeFromADocument()
{
    const QByteArray document = topologyDocument({poolA, poolB});
    const LabResult result = make(pairAB + u" -CentralManagement a.example.com"_s, document);
    QVERIFY2(result.outcome == Outcome::Succeeded, qPrintable(result.error ? result.error->message : QString()));
    const auto deployment = opened();
    QVERIFY(deployment->hasPool(poolA));
    QVERIFY(deployment->hasPool(poolB));
    const CentralStore store = valueOf(deployment->centralStore());
    QCOMPARE(valueOf(store.topologyDocument()), document);
    QCOMPARE(valueOf(store.pairs()), QList{PoolPair::of(poolA, poolB)});
    const QString said = result.hostMessages().join(u'\n');
    QVERIFY2(said.contains(u"Backup-CsPool -PoolFqdn \"a.example.com\""_s), qPrintable(said));
    QVERIFY2(said.contains(u"cspool --deployment "_s), qPrintable(said));
}

void TestNewDeployment::theNameIsTheGivenOneOrTheFolders()
{
    QVERIFY(make(pairAB).outcome == Outcome::SucceededWithWarnings); // no Central Management in the document
    QCOMPARE(opened()->info().name, u"lab"_s);
    init();
    make(pairAB + u" -Name 'Rehearsal of March'"_s);
    QCOMPARE(opened()->info().name, u"Rehearsal of March"_s);
}

void TestNewDeployment::pairsOfTheDocumentAreMade()
{
    const LabResult result = make({}, pairedDocument(true, centralManagement(2)));
    QVERIFY2(result.outcome == Outcome::Succeeded, qPrintable(result.warnings().join(u'\n')));
    QCOMPARE(valueOf(valueOf(opened()->centralStore()).pairs()), QList{PoolPair::of(poolA, poolB)});
}

void TestNewDeployment::doubtsAskForThePair()
{
    const QByteArray document = pairedDocument(false, centralManagement(2));
    const LabResult result = make({}, document);
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QVERIFY(result.warnings().value(0).contains(u"a.example.com names b.example.com as its backup pool"_s));
    QVERIFY(valueOf(valueOf(opened()->centralStore()).pairs()).isEmpty());
    init();
    QVERIFY(make(pairAB, document).outcome == Outcome::Succeeded);
    QCOMPARE(valueOf(valueOf(opened()->centralStore()).pairs()).size(), 1);
}

void TestNewDeployment::theHostIsTheOneThatIsAskedForOrStated_data()
{
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("warning"); // a part of it; empty: none
    QTest::newRow("stated") << centralManagement(2) << QString() << poolB << QString();
    QTest::newRow("asked for") << centralManagement(2) << u"-CentralManagement A.example.com"_s << poolA << QString();
    QTest::newRow("neither") << QByteArray() << QString() << poolA << u"names no active Central Management store"_s;
}

void TestNewDeployment::theHostIsTheOneThatIsAskedForOrStated()
{
    QFETCH(QByteArray, extra);
    QFETCH(QString, more);
    QFETCH(QString, warning);
    const LabResult result = make(more, pairedDocument(true, extra));
    QTEST(valueOf(opened()->centralManagement()).activePool, "host");
    QCOMPARE(result.warnings().size(), warning.isEmpty() ? 0 : 1);
    QVERIFY(result.warnings().join(u'\n').contains(warning));
    // The other pool of the pair holds the standby copy.
    QVERIFY(opened()->hasCentralStore(poolA));
    QVERIFY(opened()->hasCentralStore(poolB));
}

void TestNewDeployment::withoutPairsItSaysHowToMakeThem()
{
    const LabResult result = make({});
    const QString said = result.hostMessages().join(u'\n');
    QVERIFY2(said.contains(u"Publish-CsTopology"_s), qPrintable(said));
    QVERIFY2(said.contains(u"-Pair \"a.example.com=b.example.com\""_s), qPrintable(said));
}

void TestNewDeployment::unsupportedPairsAreMadeWithAWarning()
{
    const LabResult result = make(u"-Pair 'a.example.com=se.example.com' -CentralManagement a.example.com"_s,
                                  topologyDocument({poolA, u"se.example.com"_s}));
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QVERIFY(result.warnings().value(0).contains(u"se.example.com is a Standard Edition server"_s));
    QCOMPARE(valueOf(valueOf(opened()->centralStore()).pairs()).size(), 1);
}

void TestNewDeployment::whatIsWrongMakesNothing_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("target"); // empty: whatever
    const QByteArray good = topologyDocument({poolA, poolB});
    QTest::newRow("pair") << good << u"-Pair 'a.example.com;b.example.com'"_s
                          << u"\"a.example.com;b.example.com\" does not name two pools"_s << u"Pair"_s;
    QTest::newRow("pair of one") << good << u"-Pair 'a.example.com='"_s << u"\"a.example.com=\" is not valid"_s
                                 << u"Pair"_s;
    QTest::newRow("pair with a stranger") << good << u"-Pair 'a.example.com=z.example.com'"_s
                                          << u"z.example.com, which the topology does not hold"_s << u"Pair"_s;
    QTest::newRow("host") << good << u"-CentralManagement z.example.com"_s
                          << u"z.example.com cannot host the Central Management store"_s << u"CentralManagement"_s;
    QTest::newRow("no topology") << QByteArray("<x/>") << QString() << u"Line 1"_s << QString();
    QTest::newRow("truncated") << good.left(good.size() / 2) << QString() << u"cut off"_s << QString();
    QByteArray withoutUsers = good;
    withoutUsers.replace("UserServices", "OtherServices");
    QTest::newRow("no pool to back up") << withoutUsers << QString() << u"no pool that can be backed up"_s << QString();
    QTest::newRow("two sources") << good << u"-Sample"_s << QString() << QString();
}

void TestNewDeployment::whatIsWrongMakesNothing()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, more);
    QFETCH(QString, message);
    QFETCH(QString, target);
    const LabResult result = make(more, document);
    QVERIFY(result.outcome == Outcome::Failed);
    QVERIFY(result.error);
    QVERIFY2(result.error->message.contains(message), qPrintable(result.error->message));
    if (!target.isEmpty())
        QCOMPARE(result.error->target, target);
    QVERIFY(!QDir(path(u"lab"_s)).exists());
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"topology.xml"_s});
}

void TestNewDeployment::aFolderThatIsUsedIsLeftAlone()
{
    QVERIFY(QDir().mkpath(path(u"lab"_s)));
    QFile file(path(u"lab/mine.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const LabResult result = make(pairAB);
    QVERIFY(result.outcome == Outcome::Failed);
    QVERIFY(result.error->category == ErrorCategory::ResourceExists);
    QCOMPARE(QDir(path(u"lab"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"mine.txt"_s});
}

void TestNewDeployment::theRealDocumentBecomesADeployment()
{
    QFile file(QStringLiteral(CSPOOL_REFERENCE_DIR "/Contoso.tbxml"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The real document is not on this machine.");
    const QByteArray document = file.readAll();
    LabResult result = make({}, document);
    QVERIFY2(result.outcome == Outcome::SucceededWithWarnings,
             qPrintable(result.error ? result.error->message : QString()));
    QCOMPARE(result.warnings().size(), 1); // it names no Central Management store
    QVERIFY(result.verbose().join(u'\n').contains(u"xsql1.contoso.com: SQL Server; it has no user data of its own"_s));
    QCOMPARE(valueOf(valueOf(opened()->centralStore()).topologyDocument()), document);
    QCOMPARE(valueOf(opened()->ownerships()).size(), 1);

    const QString folder = path(u"lab"_s);
    QCOMPARE(runLab(folder, u"Get-CsPool"_s).objects().size(), 6);
    result = runLab(folder, u"Get-CsPoolBackupRelationship -PoolFqdn xfile1.contoso.com"_s);
    QCOMPARE(result.error->id, u"PoolWithoutUserServices"_s);
    QCOMPARE(runLab(folder, u"Get-CsTopology -AsXml"_s).objects().first().text(), QString::fromUtf8(document.mid(3)));
}

QTEST_GUILESS_MAIN(TestNewDeployment)
#include "tst_new_deployment.moc"
