// PoolLock between processes: the test starts itself as the other process.
#include "backend/lab/pool_lock.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <iostream>
#include <string>

using namespace cspool;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString A = u"a.example.com"_s;
const QString B = u"b.example.com"_s;

// The other process: takes the locks, says so, and holds them until its input ends.
int hold(const QStringList &arguments)
{
    const auto lock = PoolLock::acquire(
        {arguments.at(2), arguments.mid(3), u"Backup-CsPool -PoolFqdn a.example.com"_s, 0ms}, StopSource().token());
    std::cout << (lock ? "held" : qPrintable(lock.error().message)) << std::endl;
    std::string line;
    std::getline(std::cin, line);
    return 0;
}

} // namespace

class TestPoolLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theSecondIsToldWhoIsAtWork();
    void aLockIsFreeAgainAfterItsHolder();
    void aLockOfAKilledProcessIsTakenOver();
    void aLockWithoutAHolderIsTakenOver();
    void aLockOfAnotherMachineStands();
    void waitingEndsWhenTheHolderIsDone();
    void waitingCanBeCancelled();
    void otherPoolsAreNotConcerned();
    void aFolderThatIsNotThereIsAnError();
    void nothingIsLeftOfALockThatIsReleased();

private:
    PoolLock::Request request(const QStringList &pools, std::chrono::milliseconds timeout = 0ms) const
    {
        return {m_folder->path(), pools, u"Get-CsPool"_s, timeout};
    }
    std::unique_ptr<QProcess> holder(const QStringList &pools) const
    {
        auto process = std::make_unique<QProcess>();
        process->start(QCoreApplication::applicationFilePath(), QStringList{u"--hold"_s, m_folder->path()} + pools);
        while (process->state() != QProcess::NotRunning && !process->canReadLine())
            process->waitForReadyRead();
        const QByteArray said = process->readLine().trimmed();
        if (said != "held")
            qFatal("The other process could not take its locks: %s", said.constData());
        return process;
    }
    static void end(QProcess &process)
    {
        process.closeWriteChannel();
        process.waitForFinished();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    StopSource m_stop;
};

void TestPoolLock::theSecondIsToldWhoIsAtWork()
{
    const auto process = holder({B, A});
    QStringList told;
    const auto lock
        = PoolLock::acquire(request({B}, 300ms), m_stop.token(), [&](const QString &text) { told.append(text); });
    QVERIFY(!lock);
    QCOMPARE(toString(lock.error().category), u"ResourceBusy"_s);
    QCOMPARE(told.size(), 1);
    for (const QString &sentence : {told.first(), lock.error().message}) {
        QVERIFY2(sentence.startsWith("Pool b.example.com is being worked on by "_L1), qPrintable(sentence));
        QVERIFY(sentence.contains(u"process %1 "_s.arg(process->processId())));
        QVERIFY(sentence.contains("\"Backup-CsPool -PoolFqdn a.example.com\", since "_L1));
    }
    // What tells who it is may be lost; the lock still holds.
    QVERIFY(QFile::remove(m_folder->filePath("locks/b.example.com.lock.json"_L1)));
    const auto again = PoolLock::acquire(request({B}), m_stop.token());
    QVERIFY(!again);
    QVERIFY(again.error().message.contains(u"process %1 "_s.arg(process->processId())));
    end(*process);
}

void TestPoolLock::aLockIsFreeAgainAfterItsHolder()
{
    {
        const auto first = PoolLock::acquire(request({A, B, A}), m_stop.token());
        QVERIFY(first);
        QVERIFY(!PoolLock::acquire(request({B}), m_stop.token()));
    }
    QVERIFY(PoolLock::acquire(request({B}), m_stop.token()));
}

void TestPoolLock::aLockOfAKilledProcessIsTakenOver()
{
    const auto process = holder({A});
    QVERIFY(!PoolLock::acquire(request({A}), m_stop.token()));
    process->kill();
    QVERIFY(process->waitForFinished());
    QVERIFY(QFile::exists(m_folder->filePath("locks/a.example.com.lock"_L1)));
    const auto lock = PoolLock::acquire(request({A}), m_stop.token());
    QVERIFY2(lock, lock ? "" : qPrintable(lock.error().message));
}

// A process that was killed between making the file and writing its number into it.
void TestPoolLock::aLockWithoutAHolderIsTakenOver()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"locks"_s));
    QFile file(m_folder->filePath("locks/a.example.com.lock"_L1));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto lock = PoolLock::acquire(request({A}), m_stop.token());
    QVERIFY2(lock, lock ? "" : qPrintable(lock.error().message));
}

// On a shared folder: nobody here can tell whether that process lives.
void TestPoolLock::aLockOfAnotherMachineStands()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"locks"_s));
    QFile file(m_folder->filePath("locks/a.example.com.lock"_L1));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("4711\ncspool\nelsewhere\n") > 0);
    file.close();
    const auto lock = PoolLock::acquire(request({A}), m_stop.token());
    QVERIFY(!lock);
    QVERIFY2(lock.error().message.contains("process 4711 on elsewhere"_L1), qPrintable(lock.error().message));
    QVERIFY2(lock.error().recommendedAction.contains(file.fileName()), qPrintable(lock.error().recommendedAction));
}

void TestPoolLock::waitingEndsWhenTheHolderIsDone()
{
    const auto process = holder({A});
    bool isTold = false;
    const auto lock = PoolLock::acquire(request({A, B}, 60s), m_stop.token(), [&](const QString &) {
        isTold = true;
        end(*process);
    });
    QVERIFY(isTold);
    QVERIFY2(lock, lock ? "" : qPrintable(lock.error().message));
}

void TestPoolLock::waitingCanBeCancelled()
{
    const auto process = holder({B});
    StopSource stop;
    const auto lock
        = PoolLock::acquire(request({A, B}, 60s), stop.token(), [&](const QString &) { stop.requestStop(); });
    QVERIFY(!lock);
    QVERIFY(lock.error().isStopped());
    // What was taken before is free again.
    QVERIFY(PoolLock::acquire(request({A}), m_stop.token()));
    end(*process);
}

void TestPoolLock::otherPoolsAreNotConcerned()
{
    const auto process = holder({A});
    QVERIFY(PoolLock::acquire(request({B}), m_stop.token()));
    end(*process);
}

void TestPoolLock::aFolderThatIsNotThereIsAnError()
{
    const auto lock = PoolLock::acquire({m_folder->filePath(u"none"_s), {A}, {}, 0ms}, m_stop.token());
    QVERIFY(!lock);
    QCOMPARE(toString(lock.error().category), u"PermissionDenied"_s);
    QVERIFY(!QFile::exists(m_folder->filePath(u"none"_s)));
}

void TestPoolLock::nothingIsLeftOfALockThatIsReleased()
{
    {
        auto first = PoolLock::acquire(request({A}), m_stop.token());
        auto second = PoolLock::acquire(request({B}), m_stop.token());
        QVERIFY(first && second);
        *first = std::move(*second);
        QVERIFY(PoolLock::acquire(request({A}), m_stop.token()));
        QVERIFY(!PoolLock::acquire(request({B}), m_stop.token()));
    }
    QVERIFY(QDir(m_folder->filePath(u"locks"_s)).isEmpty());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (const QStringList arguments = QCoreApplication::arguments(); arguments.value(1) == "--hold"_L1)
        return hold(arguments);
    TestPoolLock test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pool_lock.moc"
