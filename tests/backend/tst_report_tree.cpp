// The report's tree is built from the records of a run and stays bounded.
#include "backend/report/report_tree.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC);

StepRecord step(int id, int parent, const QString &action, StepResult result = StepResult::Running)
{
    return {id, parent, action, result, {}, {}, noon, result == StepResult::Running ? QDateTime() : noon.addSecs(id),
            0};
}

ReportTree treeOf(const QList<RecordContent> &contents, Outcome outcome = Outcome::Succeeded)
{
    ReportTree frame;
    frame.title = u"Backup-CsPool"_s;
    frame.started = noon;
    ReportRecorder recorder(frame);
    for (const RecordContent &content : contents)
        recorder.record({noon, content});
    return recorder.finish(outcome, noon.addSecs(9));
}

QString outline(const QList<ReportNode> &nodes)
{
    QString text;
    for (const ReportNode &node : nodes)
        text += node.action + u'(' + outline(node.children) + u')';
    return text;
}

} // namespace

class TestReportTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsBecomeTheTreeTheyWere()
    {
        const ReportTree tree
            = treeOf({step(1, 0, u"a"_s), step(2, 1, u"b"_s), step(3, 2, u"c"_s),
                      step(3, 2, u"c"_s, StepResult::Succeeded), step(2, 1, u"b"_s, StepResult::Failed),
                      step(4, 1, u"d"_s, StepResult::Skipped), step(1, 0, u"a"_s, StepResult::Failed),
                      step(5, 0, u"e"_s, StepResult::Succeeded), step(6, 99, u"stray"_s)});
        QCOMPARE(outline(tree.steps), u"a(b(c())d())e()stray()"_s);
        QVERIFY(tree.steps.at(0).children.at(0).result == StepResult::Failed);
        QCOMPARE(tree.steps.at(0).children.at(0).ended, noon.addSecs(2));
        QCOMPARE(tree.ended, noon.addSecs(9));
        QCOMPARE(tree.title, u"Backup-CsPool"_s);
    }

    void theLatestStateOfAStepCounts()
    {
        StepRecord late = step(1, 0, u"a"_s, StepResult::Succeeded);
        late.counts = {{u"documents"_s, 7, false}};
        late.information = {u"x"_s};
        late.informationOmitted = 3;
        StepRecord early = step(1, 0, u"a"_s);
        early.counts = {{u"documents"_s, 1, false}};
        const ReportTree tree = treeOf({early, late});
        QCOMPARE(tree.steps.constFirst().counts, late.counts);
        QCOMPARE(tree.steps.constFirst().information, late.information);
        QCOMPARE(tree.steps.constFirst().informationOmitted, 3);
    }

    void messagesKnowTheStepTheyWereWrittenIn()
    {
        const ReportTree tree
            = treeOf({WarningRecord{u"before"_s}, step(1, 0, u"outer"_s), step(2, 1, u"inner"_s),
                      ErrorRecord{{ErrorCategory::ReadError, u"Id"_s, u"m"_s, u"do"_s, u"file"_s}, false, true},
                      step(1, 0, u"outer"_s), WarningRecord{u"still inside"_s, u"act"_s, true},
                      step(2, 1, u"inner"_s, StepResult::Succeeded), WarningRecord{u"outside"_s},
                      step(1, 0, u"outer"_s, StepResult::Succeeded), WarningRecord{u"after"_s}});
        QCOMPARE(tree.errors, QList<ReportMessage>({{noon, u"m"_s, u"do"_s, u"file"_s, u"inner"_s, true}}));
        QStringList steps;
        for (const ReportMessage &warning : tree.warnings)
            steps.append(warning.message + u':' + warning.step);
        QCOMPARE(steps, QStringList({u"before:"_s, u"still inside:inner"_s, u"outside:outer"_s, u"after:"_s}));
        QVERIFY(tree.warnings.at(1).isSuppressed);
        QCOMPARE(tree.warnings.at(1).recommendedAction, u"act"_s);
    }

    void onlyAPreviewHasAPlan()
    {
        const QList<RecordContent> contents
            = {InformationRecord{u"What if: x"_s, true}, InformationRecord{u"log only"_s, false}};
        QCOMPARE(treeOf(contents, Outcome::Previewed).plan, QStringList{u"What if: x"_s});
        QVERIFY(treeOf(contents, Outcome::Succeeded).plan.isEmpty());
    }

    void factsAreReplacedByName()
    {
        ReportRecorder recorder{ReportTree()};
        recorder.setFact(u"Pool"_s, u"a"_s);
        recorder.setFact(u"Backup pool"_s, u"b"_s);
        recorder.setFact(u"Pool"_s, u"c"_s);
        const QList<ReportFact> expected = {{u"Pool"_s, u"c"_s}, {u"Backup pool"_s, u"b"_s}};
        QCOMPARE(recorder.finish(Outcome::Succeeded, noon).facts, expected);
    }

    void whatIsBeyondTheLimitsIsCounted()
    {
        QList<RecordContent> contents;
        for (int i = 0; i < ReportTree::MessageLimit + 5; ++i) {
            contents.append(WarningRecord{QString::number(i)});
            contents.append(ErrorRecord{{ErrorCategory::ReadError, u"Id"_s, QString::number(i)}});
        }
        StepRecord parent = step(1, 0, u"parent"_s);
        parent.information.fill(u"line"_s, StepRecord::InformationLimit + 3);
        contents.append(parent);
        for (int i = 2; i <= ReportTree::StepLimit + 10; ++i) {
            contents.append(step(i, 1, u"child"_s));
            contents.append(step(i, 1, u"child"_s, StepResult::Succeeded));
        }
        contents.append(step(ReportTree::StepLimit + 11, 0, u"top"_s));
        const ReportTree tree = treeOf(contents);
        QCOMPARE(tree.warnings.size(), ReportTree::MessageLimit);
        QCOMPARE(tree.warnings.constLast().message, QString::number(ReportTree::MessageLimit - 1));
        QCOMPARE(tree.warningsOmitted, 5);
        QCOMPARE(tree.errors.size(), ReportTree::MessageLimit);
        QCOMPARE(tree.errorsOmitted, 5);
        QCOMPARE(tree.steps.size(), 1);
        QCOMPARE(tree.stepsOmitted, 1);
        QCOMPARE(tree.steps.constFirst().children.size(), ReportTree::StepLimit - 1);
        QCOMPARE(tree.steps.constFirst().childrenOmitted, 10);
        QCOMPARE(tree.steps.constFirst().information.size(), StepRecord::InformationLimit);
        QCOMPARE(tree.steps.constFirst().informationOmitted, 3);
    }

    void stepsTooDeepStandAtTheLastLevel()
    {
        QList<RecordContent> contents;
        for (int i = 1; i <= ReportTree::DepthLimit + 3; ++i)
            contents.append(step(i, i - 1, u"a"_s));
        const ReportTree tree = treeOf(contents);
        const ReportNode *node = &tree.steps.constFirst();
        int depth = 1;
        for (; !node->children.constFirst().children.isEmpty(); ++depth)
            node = &node->children.constFirst();
        QCOMPARE(depth, ReportTree::DepthLimit - 1);
        QCOMPARE(node->children.size(), 4);
    }

    void sentencesOfAllStepsTogetherAreLimited()
    {
        QList<RecordContent> contents;
        constexpr int Steps = ReportTree::InformationLimit / StepRecord::InformationLimit + 1;
        for (int i = 1; i <= Steps; ++i) {
            StepRecord full = step(i, 0, u"a"_s);
            full.information.fill(u"line"_s, StepRecord::InformationLimit);
            contents.append(full);
        }
        contents.append(step(1, 0, u"a"_s)); // gives its sentences back
        StepRecord late = step(Steps + 1, 0, u"late"_s);
        late.information.fill(u"line"_s, StepRecord::InformationLimit + 1);
        contents.append(late);
        const ReportTree tree = treeOf(contents);
        QCOMPARE(tree.steps.at(0).information.size(), 0);
        QCOMPARE(tree.steps.at(Steps - 2).information.size(), StepRecord::InformationLimit);
        QCOMPARE(tree.steps.at(Steps - 1).information.size(), 0);
        QCOMPARE(tree.steps.at(Steps - 1).informationOmitted, StepRecord::InformationLimit);
        QCOMPARE(tree.steps.at(Steps).information.size(), StepRecord::InformationLimit);
        QCOMPARE(tree.steps.at(Steps).informationOmitted, 1);
    }
};

QTEST_GUILESS_MAIN(TestReportTree)
#include "tst_report_tree.moc"
