// Steps made of a server's progress.
#include "backend/remoting/remote_steps.h"

#include <QTest>

#include <map>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

ProgressRecord progress(int id, const QString &activity, const QString &status = {}, int parent = -1)
{
    ProgressRecord record;
    record.activityId = id;
    record.parentActivityId = parent;
    record.activity = activity;
    record.status = status;
    return record;
}

ProgressRecord completed(int id, const QString &status = {})
{
    ProgressRecord record = progress(id, {}, status);
    record.isCompleted = true;
    return record;
}

} // namespace

class TestRemoteSteps : public QObject
{
    Q_OBJECT

private:
    std::map<int, StepRecord> m_last;
    int m_sent = 0;
    RemoteSteps::Sink sink()
    {
        return [this](const StepRecord &step) {
            m_last[step.id] = step;
            ++m_sent;
        };
    }
    QString resultOf(int id) const { return toString(m_last.at(id).result); }

private Q_SLOTS:
    void init()
    {
        m_last.clear();
        m_sent = 0;
    }

    void activitiesStandBelowTheCommandAndBelowEachOther()
    {
        RemoteSteps steps(sink());
        steps.begin(u"Run it"_s);
        steps.follow(progress(1, u"Outer"_s, u"1 of 2"_s));
        steps.follow(progress(2, u"Inner"_s, {}, 1));
        steps.follow(progress(3, u"Stray"_s, {}, 99));
        QCOMPARE(m_last.at(2).parentId, 1);
        QCOMPARE(m_last.at(3).parentId, 2);
        QCOMPARE(m_last.at(4).parentId, 1);
        steps.follow(completed(2));
        QCOMPARE(resultOf(3), u"Succeeded"_s);
        QCOMPARE(resultOf(2), u"Running"_s);
        steps.end(StepResult::Succeeded, {});
        for (const auto &[id, step] : m_last) {
            QCOMPARE(resultOf(id), u"Succeeded"_s);
            QVERIFY(step.ended.isValid());
        }
        QCOMPARE(m_last.at(2).information, QStringList{u"1 of 2"_s});
    }

    void anActivityThatChangesItsNameIsAnotherStep()
    {
        RemoteSteps steps(sink());
        steps.begin(u"Run it"_s);
        steps.follow(progress(1, u"First"_s));
        steps.follow(progress(1, u"First"_s, u"half"_s));
        QCOMPARE(m_sent, 2);
        steps.follow(progress(1, u"Second"_s));
        QCOMPARE(resultOf(2), u"Succeeded"_s);
        QCOMPARE(m_last.at(2).information, QStringList{u"half"_s});
        QCOMPARE(m_last.at(3).action, u"Second"_s);
        QCOMPARE(steps.runningActivities(), QList<int>{1});
    }

    void whatIsBelowEndsWithItsActivity()
    {
        RemoteSteps steps(sink());
        steps.begin(u"Run it"_s);
        steps.follow(progress(1, u"Outer"_s));
        steps.follow(progress(2, u"Inner"_s, {}, 1));
        steps.follow(progress(3, u"Innermost"_s, {}, 2));
        steps.follow(completed(1, u"all done"_s));
        QCOMPARE(resultOf(2), u"Succeeded"_s);
        QCOMPARE(resultOf(3), u"Succeeded"_s);
        QCOMPARE(resultOf(4), u"Succeeded"_s);
        QCOMPARE(m_last.at(2).information, QStringList{u"all done"_s});
        QVERIFY(steps.runningActivities().isEmpty());
    }

    void aWarningMarksItsStepAndAllAroundIt()
    {
        RemoteSteps steps(sink());
        steps.begin(u"Run it"_s);
        steps.follow(progress(1, u"Outer"_s));
        steps.follow(progress(2, u"Good"_s, {}, 1));
        steps.follow(completed(2));
        steps.follow(progress(3, u"Bad"_s, {}, 1));
        steps.markIssue();
        steps.follow(completed(3));
        steps.follow(completed(1));
        steps.end(StepResult::Succeeded, {});
        QCOMPARE(resultOf(3), u"Succeeded"_s);
        QCOMPARE(resultOf(4), u"SucceededWithWarnings"_s);
        QCOMPARE(resultOf(2), u"SucceededWithWarnings"_s);
        QCOMPARE(resultOf(1), u"SucceededWithWarnings"_s);
    }

    void anEndInTheMiddleEndsEverythingTheSameWay_data()
    {
        QTest::addColumn<int>("result");
        QTest::newRow("failed") << int(StepResult::Failed);
        QTest::newRow("cancelled") << int(StepResult::Cancelled);
    }
    void anEndInTheMiddleEndsEverythingTheSameWay()
    {
        QFETCH(const int, result);
        RemoteSteps steps(sink());
        steps.begin(u"Run it"_s);
        steps.follow(progress(1, u"Outer"_s));
        steps.follow(progress(2, u"Inner"_s, {}, 1));
        steps.end(StepResult(result), u"The reason."_s);
        for (const int id : {1, 2, 3})
            QCOMPARE(resultOf(id), toString(StepResult(result)));
        QCOMPARE(m_last.at(1).information, QStringList{u"The reason."_s});
        QVERIFY(m_last.at(3).information.isEmpty());
    }

    void hostileProgressIsBounded()
    {
        RemoteSteps steps(sink());
        steps.begin(u"Run it"_s);
        for (int id = 1; id <= 1000; ++id)
            steps.follow(progress(id, u"Activity"_s, {}, id - 1)); // a chain
        QCOMPARE(steps.runningActivities().size(), qsizetype(RemoteSteps::RunningLimit));
        for (int i = 0; i < 3 * RemoteSteps::StepLimit; ++i)
            steps.follow(progress(1, QString::number(i)));
        steps.follow(progress(7, u"Own parent"_s, {}, 7));
        steps.end(StepResult::Succeeded, {});
        QVERIFY(int(m_last.size()) <= RemoteSteps::StepLimit);
        QVERIFY2(m_last.at(1).information.last().contains(u"not listed"_s), qPrintable(m_last.at(1).information.last()));
        for (const auto &[id, step] : m_last)
            QVERIFY(step.ended.isValid());
    }

    void theCommandItselfIsNoActivity()
    {
        RemoteSteps steps(sink());
        steps.follow(progress(1, u"Too early"_s));
        steps.begin(u"Run it"_s);
        steps.follow(progress(-1, u"Hostile"_s));
        steps.follow(completed(-1));
        QCOMPARE(resultOf(1), u"Running"_s);
        QCOMPARE(m_sent, 1);
        steps.end(StepResult::Skipped, {});
        QCOMPARE(resultOf(1), u"Skipped"_s);
    }
};

QTEST_GUILESS_MAIN(TestRemoteSteps)
#include "tst_remote_steps.moc"
