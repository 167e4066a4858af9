// A child process ends in every way that there is, is held back by output that nobody takes, and never hangs this
// program.
#include "backend/remoting/process/child_process.h"
#include "tests/support/patience.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QString Program = QStringLiteral(CSPOOL_PROCESS_SERVER);

class World
{
public:
    explicit World(const QStringList &arguments = {}, const QString &program = Program)
    {
        QObject::connect(&process, &ChildProcess::outputAvailable, &process, [this] {
            if (isReading)
                output += process.read();
        });
        QObject::connect(&process, &ChildProcess::ended, &process, [this](const ProcessEnding &end) {
            ++endings;
            ending = end;
        });
        process.start(program, arguments);
        wasTellingAtOnce = endings > 0;
    }
    bool waitForEnd()
    {
        return test::waitUntil([this] { return endings > 0; }, 20'000);
    }

    ChildProcess process;
    bool isReading = true;
    QByteArray output;
    int endings = 0;
    ProcessEnding ending;
    bool wasTellingAtOnce = false;
};

} // namespace

class TestChildProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsExitCodeAndLastLinesAreTold()
    {
        World world({u"--say"_s, QString(u"first\n"_s.repeated(36) + u"a\nb\n\n\x1b[31mc\x1b[0m\nd\x07!"_s),
                     u"--exit"_s, u"17"_s});
        QVERIFY(world.waitForEnd());
        QVERIFY(!world.wasTellingAtOnce);
        QVERIFY(world.ending.kind == ProcessEnding::Kind::Exited);
        QCOMPARE(world.ending.exitCode, 17);
        QCOMPARE(world.process.lastErrorLines().size(), 40);
        QCOMPARE(world.process.lastErrorLines().last(4), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d\uFFFD!"_s}));
    }

    void itsErrorOutputIsBounded()
    {
        World world({u"--say"_s, QString(100'000, u'x') + u"\nlast"_s, u"--exit"_s, u"0"_s});
        QVERIFY(world.waitForEnd());
        QCOMPARE(world.process.lastErrorLines().last(), u"last"_s);
        QVERIFY(world.process.lastErrorLines().first().size() < 200);
    }

    void aProgramThatThereIsNotIsToldApart_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("name") << u"no-program-has-this-name"_s;
        QTest::newRow("path") << u"/no/such/program"_s;
        QTest::newRow("not executable") << QStringLiteral(__FILE__);
        QTest::newRow("none") << QString();
    }
    void aProgramThatThereIsNotIsToldApart()
    {
        QFETCH(const QString, program);
        World world({}, program);
        QVERIFY(!world.wasTellingAtOnce);
        QVERIFY(world.waitForEnd());
        QVERIFY(world.ending.kind == ProcessEnding::Kind::NotFound);
    }

    void whatTheSystemCannotRunIsToldApart()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"program"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/no/such/interpreter\n");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        World world({}, file.fileName());
        QVERIFY(world.waitForEnd());
        QVERIFY(world.ending.kind == ProcessEnding::Kind::NotStarted);
        QVERIFY(!world.ending.reason.isEmpty());
    }

    void aProgramThatIsKilledHasCrashed()
    {
        World world;
        QTRY_VERIFY(world.process.isRunning());
        world.process.kill();
        QVERIFY(world.waitForEnd());
        QVERIFY(world.ending.kind == ProcessEnding::Kind::Crashed);
        QTest::qWait(0);
        QCOMPARE(world.endings, 1);
    }

    void allOutputIsReadBeforeTheEndIsTold()
    {
        World world({u"--flood"_s, QString::number(10 * 1024 * 1024)});
        QVERIFY(world.waitForEnd());
        QCOMPARE(world.output.size(), 10 * 1024 * 1024);
    }

    void outputThatNobodyTakesHoldsTheProgramBack()
    {
        World world({u"--flood"_s, QString::number(10 * 1024 * 1024)});
        world.process.setOutputWanted(false);
        // Without a limit here the program would get everything off its hands and end.
        QTRY_VERIFY_WITH_TIMEOUT(world.process.lastErrorLines().join(u' ').contains("stuck at"_L1), 20'000);
        QCOMPARE(world.endings, 0);
        QVERIFY(world.process.isRunning());
        const QString stuck = world.process.lastErrorLines().last();
        QVERIFY2(stuck.section(u' ', -1).toLongLong() <= 1024 * 1024, qPrintable(stuck));
        QVERIFY(world.output.size() <= ChildOutput::ReadSize);
        world.process.setOutputWanted(true);
        QVERIFY(world.waitForEnd());
        QCOMPARE(world.output.size(), 10 * 1024 * 1024);
    }

    void outputThatAnotherProgramKeepsOpenIsNotWaitedForLong()
    {
        World world({u"--hold-output"_s});
        QVERIFY(world.waitForEnd());
        QVERIFY(world.ending.kind == ProcessEnding::Kind::Exited);
        QCOMPARE(world.ending.exitCode, 7);
    }

    void itHasASessionOfItsOwn()
    {
        World world({u"--tell-session"_s, u"--exit"_s, u"0"_s});
        QVERIFY(world.waitForEnd());
        QCOMPARE(world.process.lastErrorLines(), QStringList{u"leads its session: 1"_s});
    }

    void itEndsWhenItsInputDoes()
    {
        World world;
        world.process.write("<DataAck PSGuid='00000000-0000-0000-0000-000000000000' />\n"); // an unfit line
        QVERIFY(world.waitForEnd());
        QCOMPARE(world.ending.exitCode, 3);

        World other;
        other.process.closeInput();
        QVERIFY(other.waitForEnd());
        QCOMPARE(other.ending.exitCode, 0);
    }

    void writingToAProgramThatHasEndedDoesNothing()
    {
        World world({u"--exit"_s, u"0"_s});
        QVERIFY(world.waitForEnd());
        world.process.write("more");
        world.process.closeInput();
        world.process.kill();
        QCOMPARE(world.endings, 1);
    }

    void itIsKilledWithItsOwner()
    {
        auto world = std::make_unique<World>(QStringList{u"--stay"_s});
        const qint64 id = world->process.processId();
        QVERIFY(id > 0 && ::kill(pid_t(id), 0) == 0);
        world.reset();
        QVERIFY(::kill(pid_t(id), 0) != 0);
    }
};

QTEST_GUILESS_MAIN(TestChildProcess)
#include "tst_child_process.moc"
