// OperationEvent: what is written as a line is what is read back; what is no event of ours is an error.
#include "backend/failover/operation_event.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Time = QDateTime::fromMSecsSinceEpoch(1'790'000'000'123, Qt::UTC);
const QUuid Job = QUuid::fromString(u"9a8b7c6d-1111-4222-8333-444455556666"_s);

FailoverStep step()
{
    FailoverStep step;
    step.kind = FailoverStepKind::EdgeNextHop;
    step.subject = u"edge.example.com"_s;
    step.target = u"b.example.com"_s;
    step.title = u"Make b the next hop"_s;
    step.purpose = u"It comes \"first\".\nAlways."_s;
    step.commandLine = u"Set-CsEdgeServer -Identity EdgeServer:edge.example.com"_s;
    step.runsHere = false;
    step.place = u"On a server – über alles \U0001F600."_s;
    step.consequence = u"Users come in elsewhere."_s;
    step.isOptional = true;
    step.hasPointOfNoReturn = true;
    return step;
}

FailoverCheck check()
{
    FailoverCheck check;
    check.id = u"Pairing"_s;
    check.title = u"Pairing"_s;
    check.verdict = Verdict::Attention;
    check.finding = u"They are a pair."_s;
    check.details = {u"one"_s, u"two"_s};
    check.trueAt = Time.addSecs(-60);
    check.toldBy = {u"Get-CsPool"_s};
    check.remedies = {{u"Look."_s, u"Get-CsPool -Identity a.example.com"_s}, {u"Think."_s, {}}};
    check.note = u"A note."_s;
    return check;
}

OperationBegun begun()
{
    OperationBegun begun;
    begun.goal = {u"a.example.com"_s, FailoverDirection::FailBack, true};
    begun.backupPool = u"b.example.com"_s;
    begun.deployment = {Job, DeploymentKind::Server, u"fe1.example.com"_s, u"https://fe1.example.com"_s, u"X\\anna"_s};
    begun.steps = {step(), FailoverStep{}};
    begun.programVersion = u"1.2"_s;
    begun.losses = {u"Five minutes."_s};
    return begun;
}

OperationEvent with(const OperationEventContent &content)
{
    return {Time, u"anna"_s, u"desk"_s, content};
}

} // namespace

class TestOperationEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsReadBackAsItWasWritten_data();
    void everyKindIsReadBackAsItWasWritten();
    void aLineHasNoEndInside();
    void halfASurrogatePairDoesNotMakeALineUnreadable();
    void whatIsNoEventIsAnError_data();
    void whatIsNoEventIsAnError();
    void everyPrefixOfALineIsAnError();
    void anEventOfALaterVersionIsNamed();
    void whatALaterVersionAddsIsPassedOver();
};

void TestOperationEvent::everyKindIsReadBackAsItWasWritten_data()
{
    QTest::addColumn<OperationEvent>("event");
    QTest::newRow("begun") << with(begun());
    QTest::newRow("begun, of nothing but a pool")
        << with(OperationBegun{{u"a"_s}, {}, {Job, DeploymentKind::Lab, {}, {}}, {}, {}, {}});
    QTest::newRow("checks") << with(ChecksRead{{check(), FailoverCheck{u"Empty"_s, {}}}});
    QTest::newRow("no checks") << with(ChecksRead{});
    QTest::newRow("started") << with(StepStarted{u"FailOver:a"_s, u"Invoke-CsPoolFailOver -PoolFqdn a"_s, Job});
    QTest::newRow("ended") << with(StepEnded{u"FailOver:a"_s, Job, Outcome::Interrupted, u"Gone."_s, u"/tmp/r.html"_s,
                                             u"C:\\r.html"_s, 3, 5'000'000'000});
    QTest::newRow("run elsewhere") << with(StepRunElsewhere{u"CentralManagement:a"_s, u"Invoke …"_s});
    QTest::newRow("verified") << with(
        StepVerified{u"FailOver:a"_s, {StepFinding::State::Between, u"FailingOver."_s, {u"Get-CsPool"_s}, Time}});
    QTest::newRow("verified, never read") << with(StepVerified{u"FailOver:a"_s, {}});
    QTest::newRow("left out") << with(StepLeftOut{u"EdgeNextHop:e"_s, u"Done already."_s});
    QTest::newRow("resumed") << with(OperationResumed{});
    QTest::newRow("complete") << with(OperationEnded{true, u"All is well."_s});
    QTest::newRow("ended") << with(OperationEnded{false, {}});
}

void TestOperationEvent::everyKindIsReadBackAsItWasWritten()
{
    QFETCH(OperationEvent, event);
    const Result<OperationEvent> read = operationEventFromJsonLine(toJsonLine(event));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QVERIFY(*read == event);
    QCOMPARE(toJsonLine(*read), toJsonLine(event));
}

void TestOperationEvent::aLineHasNoEndInside()
{
    QVERIFY(!toJsonLine(with(begun())).contains('\n'));
}

void TestOperationEvent::halfASurrogatePairDoesNotMakeALineUnreadable()
{
    const QString half = u"name "_s + QChar(0xd83d);
    const Result<OperationEvent> read = operationEventFromJsonLine(toJsonLine(with(OperationEnded{false, half})));
    QVERIFY(read);
    QVERIFY(std::get<OperationEnded>(read->content).text.startsWith(u"name "));
}

void TestOperationEvent::whatIsNoEventIsAnError_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto changed = [](const OperationEventContent &content, const QString &name, const QJsonValue &value) {
        QJsonObject json = QJsonDocument::fromJson(toJsonLine(with(content))).object();
        json.insert(name, value);
        return QJsonDocument(json).toJson(QJsonDocument::Compact);
    };
    const StepStarted started{u"FailOver:a"_s, u"Get-CsPool"_s, Job};
    const StepVerified verified{u"FailOver:a"_s, {StepFinding::State::Reached, {}, {}, Time}};
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("once upon a time");
    QTest::newRow("zeros") << QByteArray(100, '\0');
    QTest::newRow("no object") << QByteArray("[1,2]");
    QTest::newRow("no kind") << QByteArray(R"({"time":"2026-01-01T00:00:00.000Z"})");
    QTest::newRow("nested too deeply") << QByteArray(5000, '[');
    QTest::newRow("no time") << changed(started, u"time"_s, u""_s);
    QTest::newRow("a time that is none") << changed(started, u"time"_s, u"yesterday"_s);
    QTest::newRow("a local time") << changed(started, u"time"_s, u"2026-01-01T00:00:00.000"_s);
    QTest::newRow("a time that is a number") << changed(started, u"time"_s, 17);
    QTest::newRow("a user that is a list") << changed(started, u"user"_s, QJsonArray{1});
    QTest::newRow("no step") << changed(started, u"step"_s, QJsonValue());
    QTest::newRow("no job") << changed(started, u"job"_s, u"none"_s);
    QTest::newRow("no command line") << changed(started, u"commandLine"_s, u""_s);
    QTest::newRow("a finding that is none") << changed(verified, u"finding"_s, u"Perhaps"_s);
    QTest::newRow("commands that are numbers") << changed(verified, u"nextCommandLines"_s, QJsonArray{1, 2});
    QTest::newRow("an outcome that is none") << changed(StepEnded{u"FailOver:a"_s, Job}, u"outcome"_s, u"Perhaps"_s);
    QTest::newRow("a deployment of unknown kind")
        << changed(begun(), u"deployment"_s, QJsonObject{{u"id"_s, Job.toString()}, {u"kind"_s, u"Cloud"_s}});
    QTest::newRow("a direction that is none") << changed(begun(), u"direction"_s, u"Sideways"_s);
    QTest::newRow("steps that are none") << changed(begun(), u"steps"_s, QJsonArray{u"one"_s});
    QTest::newRow("a step of unknown kind")
        << changed(begun(), u"steps"_s, QJsonArray{QJsonObject{{u"kind"_s, u"Pray"_s}}});
    QTest::newRow("a verdict that is none")
        << changed(ChecksRead{}, u"checks"_s, QJsonArray{QJsonObject{{u"id"_s, u"A"_s}, {u"verdict"_s, u"Blue"_s}}});
}

void TestOperationEvent::whatIsNoEventIsAnError()
{
    QFETCH(QByteArray, line);
    const Result<OperationEvent> read = operationEventFromJsonLine(line);
    QVERIFY(!read);
    QCOMPARE(read.error().id, u"OperationEventDamaged"_s);
    QVERIFY(!read.error().message.isEmpty());
}

void TestOperationEvent::everyPrefixOfALineIsAnError()
{
    const QByteArray line = toJsonLine(with(ChecksRead{{check()}}));
    for (qsizetype length = 0; length < line.size(); ++length)
        QVERIFY2(!operationEventFromJsonLine(line.first(length)), line.first(length).constData());
}

void TestOperationEvent::anEventOfALaterVersionIsNamed()
{
    const Result<OperationEvent> read
        = operationEventFromJsonLine(R"({"event":"StepDreamtOf","time":"2026-01-01T00:00:00.000Z"})");
    QVERIFY(!read);
    QCOMPARE(read.error().id, u"OperationEventUnknown"_s);
    QVERIFY(read.error().message.contains(u"StepDreamtOf"));
}

void TestOperationEvent::whatALaterVersionAddsIsPassedOver()
{
    const Result<OperationEvent> read = operationEventFromJsonLine(
        R"({"event":"OperationResumed","time":"2026-01-01T00:00:00.000Z","user":"anna","mood":{"good":true}})");
    QVERIFY(read);
    QCOMPARE(read->user, u"anna"_s);
}

QTEST_GUILESS_MAIN(TestOperationEvent)
#include "tst_operation_event.moc"
