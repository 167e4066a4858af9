// OperationStore: what was added is there after a crash at any moment; one process holds an operation; what is no
// record of ours is refused with a sentence.
#include "backend/failover/operation_store.h"
#include "tests/support/full_disk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

const QString A = u"a.example.com"_s;
const QString B = u"b.example.com"_s;
const DeploymentInfo Lab{QUuid::createUuid(), DeploymentKind::Lab, u"example.com"_s, u"/lab"_s};

FailoverStep step(FailoverStepKind kind, const QString &subject)
{
    FailoverStep step;
    step.kind = kind;
    step.subject = subject;
    step.commandLine = u"Get-CsPool"_s;
    return step;
}

const FailoverStep EdgeStep = step(FailoverStepKind::EdgeNextHop, u"edge.example.com"_s);
const FailoverStep PoolStep = step(FailoverStepKind::FailOver, A);

OperationEvent at(int minute, const OperationEventContent &content)
{
    return {QDateTime(QDate(2026, 3, 1), QTime(2, 0), Qt::UTC).addSecs(minute * 60), u"anna"_s, u"desk"_s, content};
}

OperationEvent begun(int minute = 0, const QString &pool = A, FailoverDirection direction = FailoverDirection::FailOver,
                     const DeploymentInfo &deployment = Lab)
{
    return at(minute, OperationBegun{{pool, direction, false}, B, deployment, {EdgeStep, PoolStep}, u"1.0"_s, {}});
}

OperationEvent started(int minute, const FailoverStep &step)
{
    return at(minute, StepStarted{step.id(), step.commandLine, QUuid::createUuid()});
}

OperationEvent verified(int minute, const FailoverStep &step, StepFinding::State state)
{
    return at(minute, StepVerified{step.id(), {state, u"It is so."_s, {}, {}}});
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not readable");
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

} // namespace

class TestOperationStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void whatWasAddedIsThereWhenItIsOpenedAgain();
    void aWholeFileCutAnywhereHoldsItsWholeEvents();
    void blocksThatNeverReachedTheDiskAreCutOff();
    void oneWithoutAnEventIsRemovedAndNotListed();
    void oneProcessHoldsAnOperation();
    void theLockOfAProcessThatIsGoneIsTakenOver();
    void aLockThatWasTornWithItsMachineIsTakenOver();
    void anotherMachinesLockIsNamedWithItsFile();
    void onlyTheUserCanLookIntoTheFolder();
    void aFolderThatCannotBeMadeIsAnError();
    void aFullDiskLeavesTheFileAsItWas();
    void whatIsNoRecordIsRefusedAndStaysAsItIs_data();
    void whatIsNoRecordIsRefusedAndStaysAsItIs();
    void aPipeIsRefused();
    void aLinkIsRefused();
    void theListShowsTheNewestFirstAndNamesWhatCannotBeRead();
    void theEdgePoolsThatFailoversMovedAreKnownUntilACompleteFailback();
    void whatWasMovedThroughOneServerIsKnownThroughAnother();

private:
    QString folder() const { return m_directory->filePath(u"operations"_s); }
    QString path(const QUuid &id) const { return folder() + u'/' + id.toString(QUuid::WithoutBraces) + u".jsonl"_s; }
    QString lockPath(const QUuid &id) const { return path(id).chopped(5) + u"lock"_s; }
    QUuid make(const QList<OperationEvent> &events)
    {
        Result<std::unique_ptr<OperationFile>> file = OperationStore(folder()).create();
        if (!file || !(*file)->add(events))
            qFatal("no operation");
        return (*file)->id();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestOperationStore::whatWasAddedIsThereWhenItIsOpenedAgain()
{
    const QList<OperationEvent> events{begun(), started(1, PoolStep),
                                       verified(2, PoolStep, StepFinding::State::Reached)};
    QUuid id;
    {
        OperationStore store(folder());
        const Result<std::unique_ptr<OperationFile>> file = store.create();
        QVERIFY(file);
        id = (*file)->id();
        QVERIFY((*file)->add({events.at(0)}));
        QVERIFY((*file)->add({events.at(1), events.at(2)}));
        QVERIFY((*file)->events() == events);
        QVERIFY(*store.read(id) == events); // while it is held
    }
    OperationStore store(folder());
    const Result<std::unique_ptr<OperationFile>> file = store.open(id);
    QVERIFY(file);
    QVERIFY((*file)->events() == events);
    QCOMPARE((*file)->path(), path(id));
    QVERIFY((*file)->add({at(3, OperationEnded{true, {}})}));
    QCOMPARE(store.read(id)->size(), 4);
}

void TestOperationStore::aWholeFileCutAnywhereHoldsItsWholeEvents()
{
    const QList<OperationEvent> events{begun(), started(1, PoolStep)};
    const QUuid id = make(events);
    const QByteArray whole = contentOf(path(id));
    const qsizetype first = whole.indexOf('\n') + 1;
    const OperationEvent next = at(5, OperationEnded{false, u"End."_s});
    for (qsizetype length = first; length <= whole.size(); ++length) {
        write(path(id), whole.first(length));
        QList<OperationEvent> expected = events.first(length == whole.size() ? 2 : 1);
        QVERIFY(*OperationStore(folder()).read(id) == expected);
        const Result<std::unique_ptr<OperationFile>> file = OperationStore(folder()).open(id);
        QVERIFY(file);
        QVERIFY((*file)->events() == expected);
        QVERIFY((*file)->add({next}));
        expected.append(next);
        QVERIFY(*OperationStore(folder()).read(id) == expected);
    }
}

void TestOperationStore::blocksThatNeverReachedTheDiskAreCutOff()
{
    const QUuid id = make({begun()});
    const QByteArray whole = contentOf(path(id));
    write(path(id), whole + QByteArray(512, '\0') + "\"}\n");
    QVERIFY(OperationStore(folder()).open(id));
    QCOMPARE(contentOf(path(id)), whole);
}

void TestOperationStore::oneWithoutAnEventIsRemovedAndNotListed()
{
    QString made;
    {
        const Result<std::unique_ptr<OperationFile>> file = OperationStore(folder()).create();
        QVERIFY(file);
        made = (*file)->path();
        QVERIFY(QFile::exists(made));
    }
    QVERIFY(!QFile::exists(made));
    // Its process was killed.
    const QUuid id = QUuid::createUuid();
    write(path(id), toJsonLine(begun()).first(20));
    QList<Error> problems;
    QVERIFY(OperationStore(folder()).list(&problems).isEmpty());
    QVERIFY(problems.isEmpty());
    const Result<std::unique_ptr<OperationFile>> file = OperationStore(folder()).open(id);
    QVERIFY(!file);
    QCOMPARE(file.error().id, u"OperationDamaged"_s);
}

void TestOperationStore::oneProcessHoldsAnOperation()
{
    const QUuid id = make({begun()});
    OperationStore store(folder());
    QVERIFY(!store.list().first().isHeld);
    Result<std::unique_ptr<OperationFile>> file = store.open(id);
    QVERIFY(file);
    QVERIFY(store.list().first().isHeld);
    const Result<std::unique_ptr<OperationFile>> second = OperationStore(folder()).open(id);
    QVERIFY(!second);
    QCOMPARE(second.error().id, u"OperationHeld"_s);
    QVERIFY2(second.error().message.contains(QString::number(QCoreApplication::applicationPid())),
             qPrintable(second.error().message));
    file->reset();
    QVERIFY(!store.list().first().isHeld);
    QVERIFY(OperationStore(folder()).open(id));
}

void TestOperationStore::theLockOfAProcessThatIsGoneIsTakenOver()
{
    const QUuid id = make({begun()});
    write(lockPath(id), "4194305\ncspool\n" + QSysInfo::machineHostName().toLocal8Bit() + '\n'); // beyond all processes
    QVERIFY(OperationStore(folder()).open(id));
}

void TestOperationStore::aLockThatWasTornWithItsMachineIsTakenOver()
{
    const QUuid id = make({begun()});
    write(lockPath(id), {});
    QVERIFY(OperationStore(folder()).open(id));
}

void TestOperationStore::anotherMachinesLockIsNamedWithItsFile()
{
    const QUuid id = make({begun()});
    write(lockPath(id), "17\ncspool-console\nelsewhere\n");
    const Result<std::unique_ptr<OperationFile>> file = OperationStore(folder()).open(id);
    QVERIFY(!file);
    QCOMPARE(file.error().id, u"OperationHeld"_s);
    QVERIFY(file.error().message.contains(u"elsewhere"));
    QVERIFY(file.error().recommendedAction.contains(QDir::toNativeSeparators(lockPath(id))));
    QVERIFY(OperationStore(folder()).list().first().isHeld);
}

void TestOperationStore::onlyTheUserCanLookIntoTheFolder()
{
    make({begun()});
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(folder()) & others));
}

void TestOperationStore::aFolderThatCannotBeMadeIsAnError()
{
    write(folder(), "a file");
    const Result<std::unique_ptr<OperationFile>> file = OperationStore(folder()).create();
    QVERIFY(!file);
    QCOMPARE(file.error().id, u"OperationNotWritten"_s);
    QVERIFY(OperationStore(folder()).list().isEmpty());
}

void TestOperationStore::aFullDiskLeavesTheFileAsItWas()
{
    if (!FullDisk::isPossible())
        QSKIP("No full disk can be played here.");
    const Result<std::unique_ptr<OperationFile>> file = OperationStore(folder()).create();
    QVERIFY(file);
    QVERIFY((*file)->add({begun()}));
    const QByteArray before = contentOf((*file)->path());
    const OperationEvent event = started(1, PoolStep);
    {
        const FullDisk full(before.size() + 10); // so much of the event still gets there
        const Result<> added = (*file)->add({event});
        QVERIFY(!added);
        QCOMPARE(added.error().id, u"OperationNotWritten"_s);
        QVERIFY2(!added.error().recommendedAction.isEmpty(), qPrintable(added.error().message));
    }
    QCOMPARE(contentOf((*file)->path()), before);
    QCOMPARE((*file)->events().size(), 1);
    QVERIFY((*file)->add({event}));
    QVERIFY(*OperationStore(folder()).read((*file)->id()) == (*file)->events());
}

void TestOperationStore::whatIsNoRecordIsRefusedAndStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("id");
    const QByteArray first = toJsonLine(begun()) + '\n';
    const OperationEvent other = at(1, StepLeftOut{u"FailOver:other.example.com"_s, {}});
    OperationEvent twice = begun();
    std::get<OperationBegun>(twice.content).steps.append(PoolStep);
    QTest::newRow("garbage") << QByteArray("garbage\n") << u"OperationEventDamaged"_s;
    QTest::newRow("binary") << QByteArray("\x7f\x45LF\0\0\n\0\n", 9) << u"OperationEventDamaged"_s;
    QTest::newRow("empty lines") << QByteArray("\n\n\n") << u"OperationEventDamaged"_s;
    QTest::newRow("garbage inside") << QByteArray(first + "garbage\n" + toJsonLine(started(1, PoolStep)) + '\n')
                                    << u"OperationEventDamaged"_s;
    QTest::newRow("garbage at the end") << QByteArray(first + "garbage\n") << u"OperationEventDamaged"_s;
    QTest::newRow("of a later version") << QByteArray(first
                                                      + "{\"event\":\"New\",\"time\":\"2026-01-01T00:00:00.000Z\"}\n")
                                        << u"OperationEventUnknown"_s;
    QTest::newRow("without a beginning") << QByteArray(toJsonLine(started(1, PoolStep)) + '\n')
                                         << u"OperationDamaged"_s;
    QTest::newRow("with two beginnings") << QByteArray(first + first) << u"OperationDamaged"_s;
    QTest::newRow("with a step twice") << QByteArray(toJsonLine(twice) + '\n') << u"OperationDamaged"_s;
    QTest::newRow("with another's step") << QByteArray(first + toJsonLine(other) + '\n') << u"OperationDamaged"_s;
}

void TestOperationStore::whatIsNoRecordIsRefusedAndStaysAsItIs()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, id);
    QVERIFY(QDir().mkpath(folder()));
    const QUuid operation = QUuid::createUuid();
    write(path(operation), content);
    const Result<std::unique_ptr<OperationFile>> file = OperationStore(folder()).open(operation);
    QVERIFY(!file);
    QCOMPARE(file.error().id, id);
    QVERIFY2(file.error().message.contains(QDir::toNativeSeparators(path(operation))),
             qPrintable(file.error().message));
    QVERIFY(!OperationStore(folder()).read(operation));
    QList<Error> problems;
    QVERIFY(OperationStore(folder()).list(&problems).isEmpty());
    QCOMPARE(problems.size(), 1);
    QCOMPARE(contentOf(path(operation)), content);
}

void TestOperationStore::aPipeIsRefused()
{
#ifdef Q_OS_UNIX
    QVERIFY(QDir().mkpath(folder()));
    const QUuid id = QUuid::createUuid();
    QCOMPARE(mkfifo(QFile::encodeName(path(id)).constData(), 0600), 0);
    const Result<QList<OperationEvent>> events = OperationStore(folder()).read(id);
    QVERIFY(!events);
    QCOMPARE(events.error().id, u"OperationDamaged"_s);
    QVERIFY(!OperationStore(folder()).open(id));
#else
    QSKIP("There are no pipes in folders.");
#endif
}

void TestOperationStore::aLinkIsRefused()
{
    const QUuid id = make({begun()});
    const QString real = m_directory->filePath(u"elsewhere.jsonl"_s);
    QVERIFY(QFile::rename(path(id), real));
    if (!QFile::link(real, path(id)))
        QSKIP("This system has no links for everybody.");
    const QByteArray before = contentOf(real);
    QVERIFY(!OperationStore(folder()).open(id));
    QVERIFY(!OperationStore(folder()).read(id));
    QCOMPARE(contentOf(real), before);
}

void TestOperationStore::theListShowsTheNewestFirstAndNamesWhatCannotBeRead()
{
    const QUuid old = make({begun(0), at(1, OperationEnded{true, {}})});
    const QUuid newest = make({begun(20, B)});
    const QUuid middle = make({begun(10), started(15, PoolStep), at(16, OperationEnded{false, {}})});
    write(path(QUuid::createUuid()), "garbage\n");
    write(folder() + u"/notes.jsonl"_s, "not ours\n");
    QList<Error> problems;
    const QList<OperationSummary> list = OperationStore(folder()).list(&problems);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(list.size(), 3);
    QCOMPARE(list.at(0).id, newest);
    QCOMPARE(list.at(1).id, middle);
    QCOMPARE(list.at(2).id, old);
    QCOMPARE(list.at(0).goal.pool, B);
    QVERIFY(!list.at(0).hasEnded);
    QVERIFY(list.at(1).hasEnded && !list.at(1).isComplete);
    QVERIFY(list.at(2).hasEnded && list.at(2).isComplete);
    QCOMPARE(list.at(1).begun, begun(10).time);
    QCOMPARE(list.at(1).lastEvent, begun(16).time);
    QCOMPARE(list.at(1).user, u"anna"_s);
    QCOMPARE(list.at(1).backupPool, B);
    QCOMPARE(list.at(1).deployment.id, Lab.id);
}

void TestOperationStore::theEdgePoolsThatFailoversMovedAreKnownUntilACompleteFailback()
{
    using State = StepFinding::State;
    const OperationStore store(folder());
    QVERIFY(store.movedEdgePools(A, Lab).isEmpty());
    make({begun(0), started(1, EdgeStep), verified(2, EdgeStep, State::NotReached)});
    make({begun(1), verified(2, EdgeStep, State::Reached)}); // it was so before
    QVERIFY(store.movedEdgePools(A, Lab).isEmpty());
    make({begun(3), at(4, StepRunElsewhere{EdgeStep.id(), {}}), verified(5, EdgeStep, State::Reached)});
    make({begun(6)}); // and again, when nothing had to be moved any more
    QCOMPARE(store.movedEdgePools(A, Lab), QStringList(EdgeStep.subject));
    QVERIFY(store.movedEdgePools(B, Lab).isEmpty());
    DeploymentInfo other = Lab;
    other.id = QUuid::createUuid();
    QVERIFY(store.movedEdgePools(A, other).isEmpty());
    make({begun(7, A, FailoverDirection::FailBack), at(8, OperationEnded{false, {}})});
    QCOMPARE(store.movedEdgePools(A, Lab), QStringList(EdgeStep.subject));
    make({begun(9, A, FailoverDirection::FailBack), at(10, OperationEnded{true, {}})});
    QVERIFY(store.movedEdgePools(A, Lab).isEmpty());
}

void TestOperationStore::whatWasMovedThroughOneServerIsKnownThroughAnother()
{
    const DeploymentInfo one{QUuid::createUuid(), DeploymentKind::Server, u"fe1.a.example.com"_s, {}};
    const DeploymentInfo other{QUuid::createUuid(), DeploymentKind::Server, u"fe1.b.example.com"_s, {}};
    make({begun(0, A, FailoverDirection::FailOver, one), started(1, EdgeStep),
          verified(2, EdgeStep, StepFinding::State::Reached)});
    const OperationStore store(folder());
    QCOMPARE(store.movedEdgePools(A, other), QStringList(EdgeStep.subject));
    QVERIFY(store.movedEdgePools(A, Lab).isEmpty()); // a lab of the same topology is none of them
}

QTEST_GUILESS_MAIN(TestOperationStore)
#include "tst_operation_store.moc"
