// The plan before anything runs: what it says, how often it is shown, and what it leaves behind.
#include "tests/support/ui_world.h"
#include "ui/command_form/command_preview.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

const QString PoolA = u"a.example.com"_s;
const QString PoolB = u"b.example.com"_s;

Command backup(const QString &pool)
{
    return Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, pool).set(u"WhatIf"_s, true);
}

QStringList temporaryFiles()
{
    return QDir::temp().entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

class PreviewWorld
{
public:
    PreviewWorld()
    {
        world.deployment.writeDocument(PoolA, u"urn:lcd:ann@example.com"_s, "<Data/>");
        world.open();
        before = temporaryFiles();
    }

    // Of what the preview has put into the temporary folder.
    QStringList leftBehind() const
    {
        QStringList files = temporaryFiles();
        files.removeIf([this](const QString &file) { return before.contains(file); });
        return files;
    }
    QueryRunner *queries() { return world.workspace().queries(); }
    // All that was begun has ended, also what was given up.
    bool isIdle() { return queries()->runningCount() == 0 && queries()->waitingCount() == 0; }
    static QString textOf(const CommandPreview &preview)
    {
        return preview.findChild<QTextBrowser *>(u"previewText"_s)->toPlainText();
    }

    UiWorld world;

private:
    QStringList before;
};

} // namespace

class TestCommandPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPlanOfManyPoolsIsShownOnceAllHaveAnswered();
    void thePlanNamesTheReportOfTheRealRun();
    void aReportThatCannotBeWrittenIsSaidBeforehand_data();
    void aReportThatCannotBeWrittenIsSaidBeforehand();
    void anExistingReportIsLeftAlone();
    void nothingStaysOfAPreviewThatEnds();
    void nothingStaysOfAPreviewThatIsStopped();
    void nothingStaysOfAPreviewThatIsRunAgain();
    void nothingStaysOfAPreviewThatIsClosed();

private:
    QTemporaryDir m_temporaryFolder; // no other process puts anything into it
};

// Before any other thread looks at the environment.
void TestCommandPreview::initTestCase()
{
    QVERIFY(m_temporaryFolder.isValid());
    qputenv("TMPDIR", m_temporaryFolder.path().toUtf8());
}

void TestCommandPreview::aPlanOfManyPoolsIsShownOnceAllHaveAnswered()
{
    PreviewWorld world;
    CommandPreview preview(&world.world.desktop);
    QList<Command> commands;
    for (int i = 0; i < 10; ++i)
        commands.append(backup(i % 2 ? PoolB : PoolA));
    QSignalSpy finished(&preview, &CommandPreview::finished);
    preview.run(world.queries(), commands);
    auto *text = preview.findChild<QTextBrowser *>(u"previewText"_s);
    int shown = 0;
    connect(text->document(), &QTextDocument::contentsChanged, this, [&shown] { ++shown; });
    text->setHtml({}); // how often a text that is set is told depends on Qt
    const int timesOfOne = std::exchange(shown, 0);
    QVERIFY(timesOfOne > 0);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
    QVERIFY2(shown <= 2 * timesOfOne, qPrintable(QString::number(shown)));
    QVERIFY(text->toPlainText().contains("PresenceFocus"_L1));
}

void TestCommandPreview::thePlanNamesTheReportOfTheRealRun()
{
    PreviewWorld world;
    CommandPreview preview(&world.world.desktop);
    QSignalSpy finished(&preview, &CommandPreview::finished);
    const QString report = world.world.filePath(u"report.html"_s);
    preview.run(world.queries(), {backup(PoolA).set(u"Report"_s, report)});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
    const QString plan = world.textOf(preview);
    QVERIFY2(plan.contains(QString(u"The report of the run would be written to "_s + report)), qPrintable(plan));
    QCOMPARE(plan.count("report of the run"_L1), 1); // and not that of the preview
    QVERIFY(!QFile::exists(report));
    // Without -Report the real run names its report by its own time, which nobody knows beforehand.
    preview.run(world.queries(), {backup(PoolA)});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 30000);
    QVERIFY2(!world.textOf(preview).contains("The report of the run"_L1), qPrintable(world.textOf(preview)));
}

void TestCommandPreview::aReportThatCannotBeWrittenIsSaidBeforehand_data()
{
    QTest::addColumn<QString>("report");
    QTest::newRow("folder missing") << u"nowhere/report.html"_s;
    QTest::newRow("a folder") << u"lab"_s;
}

void TestCommandPreview::aReportThatCannotBeWrittenIsSaidBeforehand()
{
    QFETCH(QString, report);
    PreviewWorld world;
    CommandPreview preview(&world.world.desktop);
    QSignalSpy finished(&preview, &CommandPreview::finished);
    preview.run(world.queries(), {backup(PoolA).set(u"Report"_s, world.world.filePath(report))});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
    const QString plan = world.textOf(preview);
    QVERIFY2(plan.contains("The command would fail:\nThe report cannot be written to"_L1), qPrintable(plan));
    QVERIFY(!plan.contains("would be written"_L1));
}

void TestCommandPreview::anExistingReportIsLeftAlone()
{
    PreviewWorld world;
    const QString report = world.world.filePath(u"report.html"_s);
    QFile file(report);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    CommandPreview preview(&world.world.desktop);
    QSignalSpy finished(&preview, &CommandPreview::finished);
    preview.run(world.queries(), {backup(PoolA).set(u"Report"_s, report)});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "mine");
}

void TestCommandPreview::nothingStaysOfAPreviewThatEnds()
{
    PreviewWorld world;
    CommandPreview preview(&world.world.desktop);
    QSignalSpy finished(&preview, &CommandPreview::finished);
    preview.run(world.queries(), {backup(PoolA), backup(PoolB)});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
    QTRY_COMPARE(world.leftBehind(), QStringList());
}

void TestCommandPreview::nothingStaysOfAPreviewThatIsStopped()
{
    PreviewWorld world;
    CommandPreview preview(&world.world.desktop);
    preview.run(world.queries(), {backup(PoolA), backup(PoolB)});
    preview.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(world.isIdle(), 30000);
    QTRY_COMPARE(world.leftBehind(), QStringList());
}

void TestCommandPreview::nothingStaysOfAPreviewThatIsRunAgain()
{
    PreviewWorld world;
    CommandPreview preview(&world.world.desktop);
    preview.run(world.queries(), {backup(PoolA)});
    QSignalSpy finished(&preview, &CommandPreview::finished);
    preview.run(world.queries(), {backup(PoolA)});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 30000); // of the one that was given up, too
    QTRY_VERIFY_WITH_TIMEOUT(world.isIdle(), 30000);
    QTRY_COMPARE(world.leftBehind(), QStringList());
    QVERIFY(world.textOf(preview).contains("PresenceFocus"_L1));
}

void TestCommandPreview::nothingStaysOfAPreviewThatIsClosed()
{
    PreviewWorld world;
    auto preview = std::make_unique<CommandPreview>(&world.world.desktop);
    preview->run(world.queries(), {backup(PoolA), backup(PoolB)});
    preview.reset();
    QTRY_VERIFY_WITH_TIMEOUT(world.isIdle(), 30000);
    QTRY_COMPARE(world.leftBehind(), QStringList());
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestCommandPreview)
#include "tst_command_preview.moc"
