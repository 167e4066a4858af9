// What a guided failover asks about a step, what an answer means, and what keeps a script from beginning.
#include "app/terminal/guided_questions.h"
#include "app/terminal/guided_text.h"
#include "app/terminal/text_layout.h"

#include <QRegularExpression>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

FailoverStep stepOf(FailoverStepKind kind, const QString &line)
{
    FailoverStep step;
    step.kind = kind;
    step.subject = u"a.example.com"_s;
    step.title = u"Do it"_s;
    step.commandLine = line;
    return step;
}

FailoverCheck checkOf(const QString &id, Verdict verdict)
{
    FailoverCheck check{id, id};
    check.verdict = verdict;
    check.finding = u"It is so."_s;
    return check;
}

StepAnswer defaultOf(const StepQuestion &question)
{
    return question.answers.at(question.prompt.defaultChoice);
}

} // namespace

class TestGuidedQuestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultNeverRunsAnything_data();
    void theDefaultNeverRunsAnything();
    void onlyWhatCanBeLeftOutIsOffered();
    void theNameIsTypedAsAWhole_data();
    void theNameIsTypedAsAWhole();
    void whatAStepTakesAwayIsNoObstacle();
    void aColorNeverSaysAnythingAlone();
    void checksFitIntoTheTerminalAndLinesStayWhole();
};

void TestGuidedQuestions::theDefaultNeverRunsAnything_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("runsHere");
    QTest::addColumn<bool>("isBegun");
    for (const bool isBegun : {false, true}) {
        QTest::addRow("runs here %d", isBegun) << u"Get-CsPool"_s << true << isBegun;
        QTest::addRow("runs elsewhere %d", isBegun) << u"Get-CsPool"_s << false << isBegun;
        QTest::addRow("nothing to run %d", isBegun) << QString() << true << isBegun;
    }
}

void TestGuidedQuestions::theDefaultNeverRunsAnything()
{
    QFETCH(QString, line);
    QFETCH(bool, runsHere);
    QFETCH(bool, isBegun);
    OperationStep step;
    step.step = stepOf(FailoverStepKind::Replicas, line);
    step.step.runsHere = runsHere;
    if (isBegun)
        step.lastStart = StepStarted{};
    const StepQuestion question = questionFor(step, true);
    QCOMPARE(question.answers.size(), question.prompt.choices.size());
    QVERIFY(defaultOf(question) != StepAnswer::Run);
    QCOMPARE(question.answers.contains(StepAnswer::Run), runsHere && !line.isEmpty());
    QVERIFY(question.answers.contains(StepAnswer::Stop));
    QStringList keys; // an answer means one thing
    for (const PromptChoice &choice : question.prompt.choices)
        keys.append(choice.label.sliced(choice.label.indexOf(u'&') + 1, 1).toUpper());
    QCOMPARE(keys.removeDuplicates(), 0);
}

void TestGuidedQuestions::onlyWhatCanBeLeftOutIsOffered()
{
    OperationStep step;
    step.step = stepOf(FailoverStepKind::Replicas, u"Get-CsPool"_s);
    QVERIFY(questionFor(step, true).answers.contains(StepAnswer::LeaveOut));
    QVERIFY(!questionFor(step, false).answers.contains(StepAnswer::LeaveOut));
}

void TestGuidedQuestions::theNameIsTypedAsAWhole_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isName");
    QTest::newRow("name") << u"a.example.com"_s << true;
    QTest::newRow("upper case, with a dot") << u" A.Example.COM. "_s << true;
    QTest::newRow("host alone") << u"a"_s << false;
    QTest::newRow("another") << u"b.example.com"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestGuidedQuestions::theNameIsTypedAsAWhole()
{
    QFETCH(QString, typed);
    QFETCH(bool, isName);
    QCOMPARE(namesPool(typed, u"a.example.com"_s), isName);
    QVERIFY(!namesPool(typed, QString()));
}

void TestGuidedQuestions::whatAStepTakesAwayIsNoObstacle()
{
    const QList<FailoverStep> steps{stepOf(FailoverStepKind::EdgeNextHop, u"Set-CsEdgeServer"_s),
                                    stepOf(FailoverStepKind::CentralManagement, {}), // only looked at
                                    stepOf(FailoverStepKind::FailOver, u"Invoke-CsPoolFailOver"_s)};
    const auto idsOf = [&steps](const QList<FailoverCheck> &checks, bool isDisaster = false) {
        QStringList ids;
        const QList<FailoverCheck> found = obstacles(checks, steps, {u"a.example.com"_s, {}, isDisaster});
        for (const FailoverCheck &check : found)
            ids.append(check.id);
        return ids;
    };
    const QList<FailoverCheck> checks{
        checkOf(u"EdgeNextHop"_s, Verdict::Blocking), checkOf(u"Preview"_s, Verdict::Blocking),
        checkOf(u"CentralManagement"_s, Verdict::Blocking), checkOf(u"PoolState"_s, Verdict::Blocking),
        checkOf(u"LeftData"_s, Verdict::Attention)};
    QCOMPARE(idsOf(checks), (QStringList{u"CentralManagement"_s, u"PoolState"_s}));
    QCOMPARE(idsOf({checkOf(u"BackupPoolService"_s, Verdict::Blocking)}, true), QStringList{u"BackupPoolService"_s});
}

void TestGuidedQuestions::aColorNeverSaysAnythingAlone()
{
    for (const Verdict verdict : {Verdict::Ready, Verdict::Attention, Verdict::Blocking, Verdict::Unknown}) {
        const FailoverCheck check = checkOf(u"Pairing"_s, verdict);
        const QString plain = checkText(check, {80, false});
        QVERIFY(plain.startsWith(verdictText(verdict)));
        QVERIFY(!plain.contains(u'\x1b'));
        QString colored = checkText(check, {80, true});
        QVERIFY(colored.contains(u'\x1b'));
        static const QRegularExpression colors(u"\x1b\\[[0-9]*m"_s);
        QCOMPARE(colored.remove(colors), plain);
    }
}

void TestGuidedQuestions::checksFitIntoTheTerminalAndLinesStayWhole()
{
    FailoverCheck check = checkOf(u"Pairing"_s, Verdict::Blocking);
    check.finding = u"A sentence that goes on and on. "_s.repeated(8).trimmed();
    check.details = {u"A detail that goes on and on, too. "_s.repeated(4).trimmed()};
    const QString line
        = u"Invoke-CsPoolFailOver -PoolFqdn a-rather-long-name.example.com -DisasterMode -Confirm:$false"_s;
    check.remedies = {{u"Do something about it, whatever it may be. "_s.repeated(3).trimmed(), line}};
    const QStringList lines = checkText(check, {60, false}).split(u'\n');
    QVERIFY(lines.contains(u"        "_s + line));
    for (const QString &each : lines)
        QVERIFY2(each.contains(line) || displayWidth(each) <= 60, qPrintable(each));
}

QTEST_GUILESS_MAIN(TestGuidedQuestions)
#include "tst_guided_questions.moc"
