// operationReport(): everything that happened stands in the one report, and every rendering of it can be read.
#include "backend/failover/operation_report.h"
#include "backend/report/report_html.h"
#include "backend/report/report_json.h"
#include "backend/report/report_pages.h"
#include "backend/report/report_text.h"
#include "backend/report/report_ticket.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QUuid Job = QUuid::createUuid();

FailoverStep makeStep(FailoverStepKind kind, const QString &subject, const QString &title, const QString &line)
{
    FailoverStep step;
    step.kind = kind;
    step.subject = subject;
    step.title = title;
    step.commandLine = line;
    return step;
}

const FailoverStep EdgeStep = makeStep(FailoverStepKind::EdgeNextHop, u"edge.x.com"_s, u"Move the next hop"_s,
                                       u"Set-CsEdgeServer -Identity EdgeServer:edge.x.com"_s);
const FailoverStep StoreStep = makeStep(FailoverStepKind::CentralManagement, u"a.x.com"_s, u"Move the store"_s,
                                        u"Invoke-CsManagementServerFailover"_s);
const FailoverStep PoolStep = makeStep(FailoverStepKind::FailOver, u"a.x.com"_s, u"Fail over a"_s,
                                       u"Invoke-CsPoolFailOver -PoolFqdn a.x.com"_s);

// One event after the other, a minute each.
class Story
{
public:
    Story &add(const OperationEventContent &content, const QString &user = u"anna"_s)
    {
        const QDateTime start(QDate(2026, 3, 1), QTime(2, 0), Qt::UTC);
        events.append({start.addSecs(60 * events.size()), user, u"desk"_s, content});
        return *this;
    }
    Story &begin(bool isDisaster = false, DeploymentKind kind = DeploymentKind::Server)
    {
        OperationBegun begun;
        begun.goal = {u"a.x.com"_s, FailoverDirection::FailOver, isDisaster};
        begun.backupPool = u"b.x.com"_s;
        begun.deployment = {Job, kind, u"fe1.x.com"_s, u"https://fe1.x.com"_s};
        begun.steps = {EdgeStep, StoreStep, PoolStep};
        begun.programVersion = u"1.0"_s;
        if (isDisaster)
            begun.losses = {u"Three documents are lost."_s};
        return add(begun).checks(Verdict::Attention);
    }
    Story &checks(Verdict verdict)
    {
        FailoverCheck check{u"Pairing"_s, u"Pairing"_s};
        check.verdict = verdict;
        check.finding = u"They are a pair."_s;
        check.details = {u"One detail"_s};
        check.toldBy = {u"Get-CsPool"_s};
        check.trueAt = events.first().time.addSecs(-600);
        check.remedies = {{u"Synchronise first."_s, u"Invoke-CsBackupServiceSync -PoolFqdn a.x.com"_s}};
        check.note = u"Replication is not an archive."_s;
        return add(ChecksRead{{check}});
    }
    Story &run(const FailoverStep &step, Outcome outcome, StepFinding::State state, const QString &text)
    {
        add(StepStarted{step.id(), step.commandLine, Job});
        add(StepEnded{step.id(), Job, outcome, outcome == Outcome::Failed ? u"Access is denied."_s : QString(),
                      u"/tmp/run.html"_s, u"C:\\run.html"_s, 2, 1});
        return verified(step, state, text);
    }
    Story &verified(const FailoverStep &step, StepFinding::State state, const QString &text)
    {
        return add(StepVerified{step.id(), {state, text, {u"Get-CsPool -Identity a.x.com"_s}, {}}});
    }

    QList<OperationEvent> events;
};

Story wholeStory()
{
    Story story;
    story.begin()
        .run(EdgeStep, Outcome::Failed, StepFinding::State::NotReached, u"The next hop is a."_s)
        .run(EdgeStep, Outcome::Succeeded, StepFinding::State::Reached, u"The next hop is b."_s)
        .add(StepRunElsewhere{StoreStep.id(), StoreStep.commandLine})
        .add(OperationResumed{}, u"bert"_s)
        .verified(EdgeStep, StepFinding::State::Reached, u"The next hop is still b."_s)
        .verified(StoreStep, StepFinding::State::Unknown, u"Nobody knows."_s)
        .add(StepLeftOut{StoreStep.id(), u"It is on c."_s}, u"bert"_s)
        .run(PoolStep, Outcome::Succeeded, StepFinding::State::Reached, u"The state of a is FailedOver."_s)
        .checks(Verdict::Ready)
        .add(OperationEnded{true, u"The users of a are served by b."_s}, u"bert"_s);
    return story;
}

// Every text of a node and its children.
QString textOf(const ReportNode &node)
{
    QString text = reportLook(node).text + u' ' + node.action + u' ' + node.information.join(u' ');
    for (const StepCount &count : node.counts)
        text += u' ' + count.name + u'=' + QString::number(count.value);
    for (const ReportNode &child : node.children)
        text += u'\n' + textOf(child);
    return text;
}

} // namespace

class TestOperationReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWhenWhereAndWhatStandAtTheTop();
    void everyStepStandsWithEachAttempt();
    void theChecksStandBeforeAndAfter();
    void theOutcomeIsSaidInWordsOfItsOwn_data();
    void theOutcomeIsSaidInWordsOfItsOwn();
    void whatADisasterLosesIsAWarning();
    void labAndServersAreUnmistakable();
    void ofAnOperationUnderWayItTellsSoFar();
    void everyPrefixOfAStoryIsAReport();
    void everyRenderingHasTheCommandsAndTheirEnds();
    void noEventsAreAnEmptyReport();
};

void TestOperationReport::whoWhenWhereAndWhatStandAtTheTop()
{
    const Story story = wholeStory();
    const ReportTree tree = operationReport(story.events);
    QVERIFY(tree.title.contains(u"a.x.com"));
    QCOMPARE(tree.user, u"anna"_s);
    QCOMPARE(tree.machine, u"desk"_s);
    QCOMPARE(tree.programVersion, u"1.0"_s);
    QCOMPARE(tree.started, story.events.first().time);
    QCOMPARE(tree.ended, story.events.last().time);
    QVERIFY(tree.commandLine.isEmpty());
    QStringList values;
    for (const ReportFact &fact : tree.facts)
        values.append(fact.value);
    QVERIFY(values.contains(u"a.x.com"_s) && values.contains(u"b.x.com"_s));
    QVERIFY(values.contains(u"The users of a are served by b."_s));
}

void TestOperationReport::everyStepStandsWithEachAttempt()
{
    const ReportTree tree = operationReport(wholeStory().events);
    QCOMPARE(tree.steps.size(), 6); // checks, three steps, resumed, checks
    const ReportNode &edge = tree.steps.at(1);
    QCOMPARE(edge.action, EdgeStep.title);
    QVERIFY(edge.result == StepResult::Succeeded);
    QCOMPARE(edge.children.size(), 5); // two attempts, three findings
    const ReportNode &failed = edge.children.at(0);
    QCOMPARE(failed.action, EdgeStep.commandLine);
    QVERIFY(failed.result == StepResult::Failed);
    QCOMPARE(failed.started.secsTo(failed.ended), 60);
    const QString text = textOf(failed);
    for (const QString &part : {u"Access is denied."_s, u"/tmp/run.html"_s, u"C:\\run.html"_s, u"anna"_s, u"=2"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY(edge.children.at(1).result == StepResult::Failed);
    QVERIFY(textOf(edge.children.at(1)).contains(u"Get-CsPool -Identity a.x.com"));
    QVERIFY(edge.children.at(2).result == StepResult::Succeeded);
    QCOMPARE(tree.errors.size(), 1);
    QCOMPARE(tree.errors.first().step, EdgeStep.title);

    const ReportNode &store = tree.steps.at(2);
    QVERIFY(store.result == StepResult::Skipped);
    QCOMPARE(store.children.size(), 3);
    QVERIFY(textOf(store.children.at(0)).contains(u"another server"));
    QVERIFY(textOf(store.children.at(2)).contains(u"It is on c."));
    QVERIFY(textOf(store.children.at(2)).contains(u"bert"));
    QVERIFY(textOf(tree.steps.at(4)).contains(u"bert")); // who went on with it
}

void TestOperationReport::theChecksStandBeforeAndAfter()
{
    const Story story = wholeStory();
    const ReportTree tree = operationReport(story.events);
    const ReportNode &before = tree.steps.first();
    QVERIFY(before.result == StepResult::SucceededWithWarnings);
    QCOMPARE(before.children.size(), 1);
    QCOMPARE(before.children.first().started, story.events.first().time.addSecs(-600)); // when it was true
    const QString text = textOf(before);
    for (const QString &part : {u"They are a pair."_s, u"One detail"_s, u"Get-CsPool"_s, u"Synchronise first."_s,
                                u"Invoke-CsBackupServiceSync -PoolFqdn a.x.com"_s, u"not an archive"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY(tree.steps.last().result == StepResult::Succeeded);
    QVERIFY(tree.steps.last().action != before.action);
}

void TestOperationReport::theOutcomeIsSaidInWordsOfItsOwn_data()
{
    QTest::addColumn<bool>("isLeftOut");
    QTest::addColumn<bool>("isComplete");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("complete") << false << true << u"Succeeded"_s;
    QTest::newRow("something left out") << true << true << u"SucceededWithWarnings"_s;
    QTest::newRow("given up") << false << false << u"Failed"_s;
}

void TestOperationReport::theOutcomeIsSaidInWordsOfItsOwn()
{
    QFETCH(bool, isLeftOut);
    QFETCH(bool, isComplete);
    Story story;
    story.begin();
    if (isLeftOut)
        story.add(StepLeftOut{EdgeStep.id(), u"No."_s});
    story.add(OperationEnded{isComplete, {}});
    const ReportTree tree = operationReport(story.events);
    QTEST(toString(tree.outcome), "outcome");
    QVERIFY(!tree.outcomeText.isEmpty());
    QCOMPARE(reportLook(tree).text, tree.outcomeText);
    QVERIFY(reportLook(tree).text != reportLook(tree.outcome).text);
}

void TestOperationReport::whatADisasterLosesIsAWarning()
{
    Story story;
    const ReportTree tree = operationReport(story.begin(true).events);
    QCOMPARE(tree.warnings.size(), 1);
    QVERIFY(tree.warnings.first().message.contains(u"Three documents are lost."));
    Story planned;
    QVERIFY(operationReport(planned.begin().events).title != tree.title);
}

void TestOperationReport::labAndServersAreUnmistakable()
{
    Story lab;
    Story server;
    const ReportTree ofLab = operationReport(lab.begin(false, DeploymentKind::Lab).events);
    const ReportTree ofServer = operationReport(server.begin(false, DeploymentKind::Server).events);
    QVERIFY(reportBannerTitle(ofLab) != reportBannerTitle(ofServer));
    QVERIFY(reportTicket(ofLab, QTimeZone::utc(), {}).text.contains(u"no server was touched"));
    QVERIFY(!reportTicket(ofServer, QTimeZone::utc(), {}).text.contains(u"no server was touched"));
}

void TestOperationReport::ofAnOperationUnderWayItTellsSoFar()
{
    Story story;
    story.begin().add(StepStarted{EdgeStep.id(), EdgeStep.commandLine, Job});
    const ReportTree tree = operationReport(story.events);
    QVERIFY(!tree.ended.isValid());
    QVERIFY(tree.steps.at(1).children.first().result == StepResult::Running);
    QVERIFY(!tree.steps.at(1).children.first().ended.isValid());
    QVERIFY(tree.steps.at(3).result == StepResult::Skipped);
    for (const ReportFact &fact : reportFacts(tree, QTimeZone::utc()))
        QVERIFY2(!fact.value.contains(u"not recorded") && fact.value != reportDuration(0), qPrintable(fact.name));
    QVERIFY(!textOf(tree.steps.at(3)).contains(u"not recorded"));
}

void TestOperationReport::everyPrefixOfAStoryIsAReport()
{
    const QList<OperationEvent> events = wholeStory().events;
    for (qsizetype count = 1; count <= events.size(); ++count) {
        const ReportTree tree = operationReport(events.first(count));
        QVERIFY(tree.steps.size() >= 3);
        QCOMPARE(tree.ended.isValid(), count == events.size());
    }
}

void TestOperationReport::everyRenderingHasTheCommandsAndTheirEnds()
{
    const ReportTree tree = operationReport(wholeStory().events);
    ReportJsonReader reader;
    QVERIFY(reader.feed(reportToJson(tree)));
    const Result<ReportTree> read = reader.finish();
    QVERIFY(read);
    QVERIFY(*read == tree);

    const QString html = QString::fromUtf8(renderReportHtml(tree, QTimeZone::utc()));
    const ReportPages pages(std::make_shared<const ReportTree>(tree), QTimeZone::utc());
    QString page;
    for (int row = 0; row < pages.rowCount(); ++row) {
        for (const ReportParagraph &paragraph : pages.paragraphs(row))
            page += paragraph.text + u'\n';
    }
    const QString ticket = reportTicket(tree, QTimeZone::utc(), u"/tmp/operation.html"_s).text;
    for (const QString &text : {html, page, ticket}) {
        for (const QString &part : {EdgeStep.commandLine, PoolStep.commandLine, u"a.x.com"_s, u"b.x.com"_s,
                                    tree.outcomeText, u"Access is denied."_s, u"02:0"_s, u"anna"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" in\n"_s + text));
        QVERIFY2(!text.contains(u"not recorded"), qPrintable(text));
        QVERIFY2(!text.contains(u"Command line:\n"), qPrintable(text));
    }
}

void TestOperationReport::noEventsAreAnEmptyReport()
{
    QVERIFY(operationReport({}) == ReportTree());
}

QTEST_GUILESS_MAIN(TestOperationReport)
#include "tst_operation_report.moc"
