// The wizard for a new lab deployment: its state, and the wizard itself with keyboard and mouse.
#include "model/item_roles.h"
#include "tests/support/archive_generator.h"
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/command_form/tone_label.h"
#include "ui/deployments/new_deployment_pool_model.h"
#include "ui/deployments/new_deployment_wizard.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

const QString poolA = u"a.example.com"_s;
const QString poolB = u"b.example.com"_s;
const QString poolC = u"c.example.com"_s;
const QString serverD = u"se-d.example.com"_s;

QString writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("A file could not be written");
    return path;
}

// Reads the document of three Enterprise pools and a Standard Edition server, none of them paired.
struct StateWorld
{
    StateWorld()
        : state(&sessions)
    {
        state.setFolder(directory.filePath(u"new lab"_s));
        state.setTopologyFile(
            writeFile(directory.filePath(u"topology.xml"_s), topologyDocument({poolA, poolB, poolC, serverD})));
        if (!waitUntil([this] { return state.isSourceReady(); }, 30'000))
            qFatal("The topology document could not be read");
    }

    QTemporaryDir directory;
    FakeServers sessions{directory.filePath(u"sample"_s), std::chrono::seconds(10)};
    NewDeploymentState state;
};

struct WizardWorld
{
    WizardWorld()
        : wizard(&world.workspace())
    {
        writeFile(topology(), topologyDocument({poolA, poolB, serverD}));
        wizard.open();
    }

    QString topology() const { return world.filePath(u"topology.xml"_s); }
    QString folder() const { return world.filePath(u"new lab"_s); }
    template <typename T> T *find(const QString &name) const { return wizard.currentPage()->findChild<T *>(name); }
    QAbstractButton *next() const { return wizard.button(QWizard::NextButton); }
    void click(QAbstractButton *button) { QTest::mouseClick(button, Qt::LeftButton); }
    // The first page, typed.
    void typeSource()
    {
        find<QLineEdit>(u"folder"_s)->setFocus();
        QTest::keyClicks(find<QLineEdit>(u"folder"_s), folder());
        QTest::keyClicks(find<QLineEdit>(u"topology"_s), topology());
    }
    // To the summary, with a and b paired.
    void fillAll()
    {
        typeSource();
        if (!waitUntil([this] { return next()->isEnabled(); }, 30'000))
            qFatal("The first page did not become complete");
        click(next());
        wizard.state().setBackupPool(poolA, poolB);
        click(next());
    }

    UiWorld world;
    NewDeploymentWizard wizard;
};

} // namespace

class TestNewDeploymentWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStateKnowsWhatTheDocumentHolds();
    void pairsAreSymmetric();
    void anUnsupportedPairIsAllowedWithAWarning();
    void onlyWhatTheDocumentDoesNotStateIsSaidInTheCommand();
    void aStatedPairCannotBeTakenApart();
    void folders_data();
    void folders();
    void names_data();
    void names();
    void labelsLeadToTheirFields();
    void thePageSaysWhatItWaitsFor();
    void badDocuments_data();
    void badDocuments();
    void anotherDocumentForgetsWhatWasChosen();
    void theTableOfPoolsEmitsTheSmallestSignals();
    void fromTheFirstPageToTheOpenDeployment();
    void filesAreChosenWithTheDesktop();
    void aBackupPoolIsChosenInTheTable();
    void userDataIsImportedAfterwards();
    void anImportThatFailsIsShownAndTheDeploymentStays();
    void anImportThatIsCancelledIsNotCalledDone();
    void anotherDeploymentOpenedMeanwhileEndsTheOpening();
    void aFolderWrittenOtherwiseIsTheSame();
    void aFailureLeavesNothingAndLetsOneGoBack();
    void cancellingTheMakingLeavesNothingBehind();
    void escapeClosesTheWizard();
};

void TestNewDeploymentWizard::theStateKnowsWhatTheDocumentHolds()
{
    StateWorld world;
    QCOMPARE(world.state.pools(), (QStringList{poolA, poolB, poolC, serverD}));
    QVERIFY(world.state.pairs().isEmpty());
    QCOMPARE(world.state.kindOf(poolA), u"Enterprise Edition pool"_s);
    QCOMPARE(world.state.kindOf(serverD), u"Standard Edition server"_s);
    QVERIFY(!world.state.siteOf(poolA).isEmpty());
    QCOMPARE(world.state.name(), u"new lab"_s);
    QCOMPARE(render(world.state.newDeployment()),
             u"New-Deployment -Path '%1' -Topology %2"_s.arg(world.directory.filePath(u"new lab"_s),
                                                             world.directory.filePath(u"topology.xml"_s)));
}

void TestNewDeploymentWizard::pairsAreSymmetric()
{
    StateWorld world;
    NewDeploymentState &state = world.state;
    state.setBackupPool(poolA, poolB);
    QCOMPARE(state.backupPoolOf(poolB), poolA);
    state.setBackupPool(poolC, poolB); // a is left alone
    QCOMPARE(state.backupPoolOf(poolA), QString());
    QCOMPARE(state.pairs(), QList{PoolPair::of(poolB, poolC)});
    state.setBackupPool(poolB, {});
    QVERIFY(state.pairs().isEmpty());
    state.setBackupPool(poolA, poolA);
    QVERIFY(state.pairs().isEmpty());
}

void TestNewDeploymentWizard::anUnsupportedPairIsAllowedWithAWarning()
{
    StateWorld world;
    world.state.setBackupPool(poolA, serverD);
    QCOMPARE(world.state.pairWarnings(poolA).size(), 1);
    QCOMPARE(world.state.pairWarnings(poolA), world.state.pairWarnings(serverD));
    QVERIFY(world.state.pairsProblem().isEmpty());
    QVERIFY(world.state.pairWarnings(poolB).isEmpty());
}

void TestNewDeploymentWizard::onlyWhatTheDocumentDoesNotStateIsSaidInTheCommand()
{
    StateWorld world;
    world.state.setBackupPool(poolB, poolA);
    world.state.setName(u"Rehearsal of \"May\""_s);
    const Command command = world.state.newDeployment();
    QCOMPARE(command.stringList(u"Pair"), QStringList{u"a.example.com=b.example.com"_s});
    QCOMPARE(command.string(u"Name"), u"Rehearsal of \"May\""_s);
    QVERIFY(validate(command).isOk());
    world.state.setArchive(poolC, u"/tmp/users.zip"_s);
    QCOMPARE(world.state.imports().size(), 1);
    QCOMPARE(render(world.state.imports().first()),
             u"Import-CsUserData -PoolFqdn c.example.com -FileName /tmp/users.zip"_s);
}

void TestNewDeploymentWizard::aStatedPairCannotBeTakenApart()
{
    QTemporaryDir directory;
    FakeServers sessions(directory.filePath(u"sample"_s), std::chrono::seconds(10));
    NewDeploymentState state(&sessions);
    const QString document = directory.filePath(u"sample.xml"_s);
    QVERIFY(QFile::copy(u":/sample/topology.xml"_s, document)); // of the sample deployment
    state.setTopologyFile(document);
    QTRY_VERIFY(!state.isReadingTopology());
    QVERIFY2(state.topology(), qPrintable(state.sourceProblem()));
    const QList<PoolPair> stated = state.pairs();
    QVERIFY(!stated.isEmpty());
    QVERIFY(!state.newDeployment().contains(u"Pair"));
    state.setBackupPool(stated.first().first, {});
    QVERIFY2(state.pairsProblem().contains(stated.first().first), qPrintable(state.pairsProblem()));
    state.resetPairs();
    QCOMPARE(state.pairs(), stated);
    QVERIFY(state.pairsProblem().isEmpty());
}

void TestNewDeploymentWizard::folders_data()
{
    QTest::addColumn<QString>("folder"); // "@": the world's folder
    QTest::addColumn<QString>("problem"); // part of it; empty: none
    QTest::newRow("new") << u"@/lab"_s << QString();
    QTest::newRow("new below new") << u"@/x/y/lab"_s << QString();
    QTest::newRow("empty") << u"@/empty"_s << QString();
    QTest::newRow("not empty") << u"@"_s << u"not empty"_s;
    QTest::newRow("a file") << u"@/topology.xml"_s << u"not empty"_s;
    QTest::newRow("relative") << u"lab"_s << u"whole path"_s;
}

void TestNewDeploymentWizard::folders()
{
    QFETCH(QString, folder);
    QFETCH(QString, problem);
    StateWorld world;
    QDir(world.directory.path()).mkdir(u"empty"_s);
    world.state.setFolder(folder.replace(u'@', world.directory.path()));
    QTRY_VERIFY(!world.state.isChecking());
    QCOMPARE(world.state.isSourceReady(), problem.isEmpty());
    QVERIFY2(world.state.sourceProblem().contains(problem), qPrintable(world.state.sourceProblem()));
}

void TestNewDeploymentWizard::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isFit");
    QTest::newRow("the folder's own") << QString() << true;
    QTest::newRow("words") << u"Übung im Herbst (2)"_s << true;
    QTest::newRow("slash") << u"lab/two"_s << false;
    QTest::newRow("backslash") << u"lab\\two"_s << false;
    QTest::newRow("control character") << u"lab\ntwo"_s << false;
}

void TestNewDeploymentWizard::names()
{
    QFETCH(QString, name);
    QFETCH(bool, isFit);
    StateWorld world;
    world.state.setFolder(world.directory.filePath(u"lab"_s));
    QTRY_VERIFY(!world.state.isChecking());
    world.state.setName(name);
    QCOMPARE(world.state.isSourceReady(), isFit);
    QCOMPARE(world.state.sourceProblem().contains(u"name of the deployment"_s), !isFit);
}

void TestNewDeploymentWizard::labelsLeadToTheirFields()
{
    UiWorld world;
    NewDeploymentWizard wizard(&world.workspace());
    for (const QString &name : {u"folder"_s, u"name"_s, u"topology"_s}) {
        auto *field = wizard.findChild<QLineEdit *>(name);
        const QList<QLabel *> labels = wizard.findChildren<QLabel *>();
        QVERIFY2(
            std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->buddy() == field; }),
            qPrintable(name));
    }
}

void TestNewDeploymentWizard::thePageSaysWhatItWaitsFor()
{
    UiWorld world;
    NewDeploymentWizard wizard(&world.workspace());
    wizard.show();
    const auto says = [&](const QString &part) {
        const QList<QLabel *> labels = wizard.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
    };
    QVERIFY(says(u"Choose the folder"_s));
    wizard.findChild<QLineEdit *>(u"folder"_s)->setText(world.filePath(u"new"_s));
    QTRY_VERIFY(says(u"Choose the topology document"_s));
}

void TestNewDeploymentWizard::badDocuments_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no XML") << QByteArray("hello");
    QTest::newRow("another document") << QByteArray("<html/>");
    QTest::newRow("truncated") << topologyDocument({poolA}).first(300);
}

void TestNewDeploymentWizard::badDocuments()
{
    QFETCH(QByteArray, content);
    StateWorld world;
    const QString path = writeFile(world.directory.filePath(u"bad.xml"_s), content);
    world.state.setTopologyFile(path);
    QVERIFY(world.state.isReadingTopology());
    QVERIFY(!world.state.isSourceReady());
    QTRY_VERIFY(!world.state.isReadingTopology());
    QVERIFY(!world.state.isSourceReady());
    QVERIFY2(world.state.sourceProblem().contains(u"bad.xml"_s), qPrintable(world.state.sourceProblem()));
    QVERIFY(world.state.pools().isEmpty());
}

void TestNewDeploymentWizard::anotherDocumentForgetsWhatWasChosen()
{
    StateWorld world;
    world.state.setBackupPool(poolA, poolB);
    world.state.setArchive(poolA, u"/tmp/users.zip"_s);
    world.state.setTopologyFile(writeFile(world.directory.filePath(u"other.xml"_s), topologyDocument({poolB, poolC})));
    QTRY_VERIFY(world.state.isSourceReady());
    QCOMPARE(world.state.pools(), (QStringList{poolB, poolC}));
    QVERIFY(world.state.pairs().isEmpty());
    QVERIFY(world.state.imports().isEmpty());
}

void TestNewDeploymentWizard::theTableOfPoolsEmitsTheSmallestSignals()
{
    QTemporaryDir directory;
    FakeServers sessions(directory.filePath(u"sample"_s), std::chrono::seconds(10));
    NewDeploymentState state(&sessions);
    NewDeploymentPoolModel model(&state);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    state.setTopologyFile(writeFile(directory.filePath(u"topology.xml"_s), topologyDocument({poolA, poolB, poolC})));
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(resets.count(), 1);
    const auto index = [&model](int row, int column) { return model.index(row, column); };
    QVERIFY(model.setData(index(0, NewDeploymentPoolModel::BackupPoolColumn), poolB));
    QCOMPARE(changes.count(), 2); // of both halves
    QCOMPARE(index(1, NewDeploymentPoolModel::BackupPoolColumn).data().toString(), poolA);
    QCOMPARE(index(2, NewDeploymentPoolModel::BackupPoolColumn).data().toString(), u"(none)"_s);
    QCOMPARE(index(2, NewDeploymentPoolModel::NoteColumn).data(ToneRole).toInt(), int(StatusTone::Attention));
    state.setArchive(poolC, u"/tmp/users.zip"_s);
    QCOMPARE(changes.count(), 3);
    QCOMPARE(changes.last().first().toModelIndex(), index(2, NewDeploymentPoolModel::ArchiveColumn));
    QVERIFY(!model.setData(index(0, NewDeploymentPoolModel::PoolColumn), u"x"_s));
    QCOMPARE(resets.count(), 1);
}

void TestNewDeploymentWizard::fromTheFirstPageToTheOpenDeployment()
{
    WizardWorld world;
    QVERIFY(!world.next()->isEnabled());
    world.typeSource();
    QTRY_VERIFY_WITH_TIMEOUT(world.next()->isEnabled(), 30'000);
    QVERIFY(world.find<QPlainTextEdit>(u"found"_s)->toPlainText().contains(serverD));
    world.click(world.next());
    QCOMPARE(world.wizard.currentId(), int(NewDeploymentWizard::PairsPage));
    world.wizard.state().setBackupPool(poolA, poolB);
    world.click(world.next());
    world.click(world.next());
    QCOMPARE(world.wizard.currentId(), int(NewDeploymentWizard::SummaryPage));
    QCOMPARE(world.find<QPlainTextEdit>(u"commands"_s)->toPlainText(), render(world.wizard.state().newDeployment()));
    QVERIFY(!QFileInfo::exists(world.folder()));
    world.click(world.next());
    QVERIFY(!world.wizard.button(QWizard::FinishButton)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(
        world.wizard.button(QWizard::FinishButton)->isEnabled() && world.world.workspace().session(), 60'000);
    QCOMPARE(world.world.workspace().session()->deployment().location, world.folder());
    QCOMPARE(world.world.workspace().session()->backupPoolOf(poolA), poolB);
    QTRY_COMPARE(int(world.wizard.run().phase()), int(NewDeploymentRun::Phase::Done));
    QVERIFY(!world.wizard.button(QWizard::BackButton)->isEnabled());
    world.click(world.wizard.button(QWizard::FinishButton));
    QVERIFY(!world.wizard.isVisible());
}

void TestNewDeploymentWizard::filesAreChosenWithTheDesktop()
{
    WizardWorld world;
    world.world.desktop.answers = {world.folder(), world.topology()};
    world.click(world.find<QPushButton>(u"chooseFolder"_s));
    QTRY_COMPARE(world.find<QLineEdit>(u"folder"_s)->text(), world.folder());
    world.click(world.find<QPushButton>(u"chooseTopology"_s));
    QTRY_VERIFY_WITH_TIMEOUT(world.next()->isEnabled(), 30'000);
    QCOMPARE(world.wizard.state().topologyFile(), world.topology());
}

void TestNewDeploymentWizard::aBackupPoolIsChosenInTheTable()
{
    WizardWorld world;
    world.typeSource();
    QTRY_VERIFY_WITH_TIMEOUT(world.next()->isEnabled(), 30'000);
    world.click(world.next());
    auto *table = world.find<QTableView>(u"pairs"_s);
    QTRY_VERIFY(table->hasFocus()); // at once, without a click
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Up);
    QVERIFY(!table->findChild<QComboBox *>(u"backupPoolChoice"_s)); // passing by changes nothing
    QTest::keyClick(table, Qt::Key_F2);
    auto *choice = table->findChild<QComboBox *>(u"backupPoolChoice"_s);
    QVERIFY(choice);
    QCOMPARE(choice->count(), 3); // none, and the two others
    QTRY_VERIFY(choice->view()->isVisible());
    QTest::keyClick(choice->view(), Qt::Key_Down);
    QTest::keyClick(choice->view(), Qt::Key_Return);
    QTRY_COMPARE(world.wizard.state().backupPoolOf(poolA), poolB);
    QCOMPARE(world.wizard.state().backupPoolOf(poolB), poolA);
}

void TestNewDeploymentWizard::userDataIsImportedAfterwards()
{
    WizardWorld world;
    const QString archive = world.world.filePath(u"users.zip"_s);
    writeArchive(archive, {.users = 20, .contacts = 3});
    world.fillAll();
    QCOMPARE(world.wizard.currentId(), int(NewDeploymentWizard::UserDataPage));
    world.world.desktop.answers = {archive};
    world.click(world.find<QPushButton>(u"chooseArchive"_s));
    QTRY_COMPARE(world.wizard.state().archiveOf(poolA), archive);
    world.click(world.next());
    QVERIFY(world.find<QPlainTextEdit>(u"commands"_s)->toPlainText().contains(u"Import-CsUserData"_s));
    world.click(world.next());
    QTRY_COMPARE_WITH_TIMEOUT(int(world.wizard.run().phase()), int(NewDeploymentRun::Phase::Done), 60'000);
    QVERIFY2(world.wizard.run().problem().isEmpty(), qPrintable(world.wizard.run().problem()));
    QVERIFY(world.wizard.run().isAllDone());
    const LabResult users = runLab(world.folder(), u"Get-CsUserData -PoolFqdn a.example.com"_s);
    QVERIFY(!users.objects().isEmpty());
}

void TestNewDeploymentWizard::anImportThatFailsIsShownAndTheDeploymentStays()
{
    WizardWorld world;
    world.fillAll();
    world.wizard.state().setArchive(poolB, world.world.filePath(u"nowhere.zip"_s));
    world.click(world.next());
    world.click(world.next());
    QTRY_COMPARE_WITH_TIMEOUT(int(world.wizard.run().phase()), int(NewDeploymentRun::Phase::Done), 60'000);
    QVERIFY2(world.wizard.run().problem().contains(u"nowhere.zip"_s), qPrintable(world.wizard.run().problem()));
    QVERIFY(world.find<QListWidget>(u"steps"_s)->item(2)->text().contains(u"nowhere.zip"_s));
    QCOMPARE(world.world.workspace().session()->deployment().location, world.folder());
    QVERIFY(world.wizard.button(QWizard::FinishButton)->isEnabled());
}

void TestNewDeploymentWizard::anImportThatIsCancelledIsNotCalledDone()
{
    WizardWorld world;
    const QString archive = world.world.filePath(u"users.zip"_s);
    writeArchive(archive, {.users = 2000, .contacts = 3});
    world.fillAll();
    world.wizard.state().setArchive(poolA, archive);
    world.click(world.next());
    const NewDeploymentRun &run = world.wizard.run();
    connect(&run, &NewDeploymentRun::changed, this, [&run, &world] {
        if (run.phase() == NewDeploymentRun::Phase::Importing)
            world.world.workspace().jobs().cancel(run.steps().last().job);
    });
    world.click(world.next());
    QTRY_COMPARE_WITH_TIMEOUT(int(run.phase()), int(NewDeploymentRun::Phase::Done), 60'000);
    QCOMPARE(run.steps().last().state, u"cancelled"_s);
    QVERIFY(!run.isAllDone());
    QVERIFY(run.problem().isEmpty());
    const auto *message = world.wizard.currentPage()->findChild<ToneLabel *>();
    QVERIFY2(message->text().startsWith(u"Not everything was done"_s), qPrintable(message->text()));
    QVERIFY(world.wizard.button(QWizard::FinishButton)->isEnabled());
}

void TestNewDeploymentWizard::anotherDeploymentOpenedMeanwhileEndsTheOpening()
{
    WizardWorld world;
    world.fillAll();
    world.wizard.state().setArchive(poolB, world.world.filePath(u"users.zip"_s));
    world.click(world.next());
    const NewDeploymentRun &run = world.wizard.run();
    const auto openAnother = [&world] { world.world.workspace().openLab(world.world.deployment.folder()); };
    connect(&run, &NewDeploymentRun::changed, this, [this, &run, openAnother] {
        if (run.phase() == NewDeploymentRun::Phase::Opening)
            QMetaObject::invokeMethod(this, openAnother, Qt::QueuedConnection);
    });
    world.click(world.next());
    QTRY_COMPARE_WITH_TIMEOUT(int(run.phase()), int(NewDeploymentRun::Phase::Done), 60'000);
    QCOMPARE(run.steps().at(1).state, u"another deployment was opened instead"_s);
    QCOMPARE(run.steps().last().state, u"skipped"_s);
    QVERIFY(!run.isAllDone());
    QTRY_VERIFY(world.world.workspace().session());
    QCOMPARE(world.world.workspace().session()->deployment().location, world.world.deployment.folder());
    QVERIFY(world.wizard.button(QWizard::FinishButton)->isEnabled());
}

void TestNewDeploymentWizard::aFolderWrittenOtherwiseIsTheSame()
{
    WizardWorld world;
    NewDeploymentRun run(&world.world.workspace());
    run.start(Command(u"New-Deployment"_s)
                  .set(u"Path"_s, QString(world.world.filePath(u"."_s) + u"/new lab/"_s))
                  .set(u"Topology"_s, world.topology()),
              {});
    QTRY_COMPARE_WITH_TIMEOUT(int(run.phase()), int(NewDeploymentRun::Phase::Done), 60'000);
    QVERIFY2(run.isAllDone(), qPrintable(run.steps().at(1).state));
}

void TestNewDeploymentWizard::aFailureLeavesNothingAndLetsOneGoBack()
{
    WizardWorld world;
    world.fillAll();
    world.click(world.next());
    // The document vanishes between the look at it and the making.
    QVERIFY(QFile::rename(world.topology(), world.topology() + u".away"_s));
    world.click(world.next());
    QTRY_COMPARE_WITH_TIMEOUT(int(world.wizard.run().phase()), int(NewDeploymentRun::Phase::Failed), 60'000);
    QVERIFY2(world.wizard.run().problem().contains(u"topology.xml"_s), qPrintable(world.wizard.run().problem()));
    QVERIFY(!QFileInfo::exists(world.folder()));
    QVERIFY(!world.wizard.button(QWizard::FinishButton)->isEnabled());
    QVERIFY(QFile::rename(world.topology() + u".away"_s, world.topology()));
    QVERIFY(world.wizard.button(QWizard::BackButton)->isEnabled());
    world.click(world.wizard.button(QWizard::BackButton));
    QCOMPARE(world.wizard.currentId(), int(NewDeploymentWizard::SummaryPage));
    world.click(world.next());
    QTRY_COMPARE_WITH_TIMEOUT(int(world.wizard.run().phase()), int(NewDeploymentRun::Phase::Done), 60'000);
    QVERIFY(world.world.workspace().session());
}

void TestNewDeploymentWizard::cancellingTheMakingLeavesNothingBehind()
{
    WizardWorld world;
    world.fillAll();
    world.click(world.next());
    world.click(world.next());
    QVERIFY(world.wizard.run().isMaking());
    QTest::keyClick(&world.wizard, Qt::Key_Escape);
    QVERIFY(world.wizard.isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!world.wizard.run().isMaking(), 60'000);
    QCOMPARE(int(world.wizard.run().phase()), int(NewDeploymentRun::Phase::Failed));
    QVERIFY(!QFileInfo::exists(world.folder()));
    QVERIFY(world.wizard.button(QWizard::BackButton)->isEnabled());
    QTest::keyClick(&world.wizard, Qt::Key_Escape);
    QVERIFY(!world.wizard.isVisible());
}

void TestNewDeploymentWizard::escapeClosesTheWizard()
{
    WizardWorld world;
    QTest::keyClick(&world.wizard, Qt::Key_Escape);
    QVERIFY(!world.wizard.isVisible());
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestNewDeploymentWizard)
#include "tst_new_deployment_wizard.moc"
