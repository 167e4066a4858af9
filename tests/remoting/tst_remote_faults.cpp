// Sessions with a played server that goes wrong in every way at every step: one sentence comes of it, nothing hangs, a
// running command ends as is true, and no shell is left behind that could be deleted.
#include "backend/remoting/remote_session.h"
#include "backend/remoting/wsman/wsman_transport.h"
#include "tests/remoting/played_deployment.h"
#include "tests/remoting/remote_world.h"
#include "tests/remoting/wsman_server.h"
#include "tests/support/patience.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum class Kind {
    Fault, // of SOAP, with a number that nobody knows
    Unavailable, // HTTP 503
    Refused, // HTTP 403
    Cut, // the connection, before anything is done
    HalfAnswer, // the connection, in the middle of the answer to what was carried out
    Truncated, // half of the envelope, as if it were whole
    Garbage,
    WebPage, // with status 200 and the type of one
    Huge,
    Silence,
};
constexpr Kind Kinds[] = {Kind::Fault,     Kind::Unavailable, Kind::Refused, Kind::Cut,  Kind::HalfAnswer,
                          Kind::Truncated, Kind::Garbage,     Kind::WebPage, Kind::Huge, Kind::Silence};

const char *nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Fault:
        return "an unknown fault";
    case Kind::Unavailable:
        return "HTTP 503";
    case Kind::Refused:
        return "HTTP 403";
    case Kind::Cut:
        return "a cut connection";
    case Kind::HalfAnswer:
        return "half of an answer";
    case Kind::Truncated:
        return "half of an envelope";
    case Kind::Garbage:
        return "garbage";
    case Kind::WebPage:
        return "a web page";
    case Kind::Huge:
        return "a huge answer";
    case Kind::Silence:
        return "silence";
    }
    return "";
}

// What is answered when it is not carried out; nothing: it is carried out, and the answer spoilt.
std::optional<HttpReply> refusal(Kind kind)
{
    switch (kind) {
    case Kind::Fault:
        return faultReply(2150858999, "The server is out of order.");
    case Kind::Unavailable:
        return HttpReply{503, "<html>Service Unavailable</html>", {}, false, "text/html"};
    case Kind::Refused:
        return HttpReply{403, "<html>Forbidden</html>", {}, false, "text/html"};
    default:
        return std::nullopt;
    }
}

HttpReply spoilt(Kind kind, HttpReply reply)
{
    constexpr qsizetype Huge = 17 * 1024 * 1024; // one MiB more than any answer may have
    if (kind == Kind::Truncated)
        reply.body.truncate(reply.body.size() / 2);
    else if (kind == Kind::Huge)
        reply.body += QByteArray(Huge, ' ');
    else if (kind == Kind::Garbage)
        reply.body = QByteArray("\0\xff\xfe<<", 5);
    else
        reply = HttpReply{200, "<html><body>Please sign in</body></html>", {}, false, "text/html"};
    return reply;
}

// Which requests go wrong.
struct Meant
{
    WsmanOperation operation;
    bool isOfPipelines = false; // only those

    bool operator()(WsmanOperation asked, const QUuid &pipeline) const
    {
        return asked == operation && !(isOfPipelines && pipeline.isNull());
    }
    bool operator()(const ReceivedRequest &request) const
    {
        return request.action == nameOf(operation) && !(isOfPipelines && request.pipeline.isNull());
    }
    static QString nameOf(WsmanOperation operation)
    {
        constexpr const char *Names[]
            = {"Create", "Command", "Send", "Receive", "Signal", "Delete", "Disconnect", "Reconnect"};
        return QString::fromLatin1(Names[size_t(operation)]);
    }
};

// How long the client waits for what is not answered: not long, and longer each time, because the request must arrive
// first, however slow this machine is. For all else it waits as long as ever. Asked from the client's thread.
class Silence
{
public:
    void begin(const Meant &meant)
    {
        const std::lock_guard lock(m_mutex);
        m_meant = meant;
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_meant.reset();
    }
    HttpLane::Limits limits(const WsmanRequest &request, const HttpLane::Limits &usual)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_meant || !(*m_meant)(request.operation, request.pipeline))
            return usual;
        HttpLane::Limits limits = usual;
        limits.timeout = m_patience;
        m_patience *= 2;
        return limits;
    }

private:
    std::mutex m_mutex;
    std::optional<Meant> m_meant;
    std::chrono::milliseconds m_patience = 250ms;
};

// Counts those that are there: closing must end, whatever the server does.
class CountedTransport : public WsmanTransport
{
public:
    static inline std::atomic<int> live = 0;

    CountedTransport(const ConnectionSettings &settings, const Times &times, std::shared_ptr<Silence> silence)
        : WsmanTransport(settings, Secret{u"secret"_s}, times)
        , m_silence(std::move(silence))
    {
        ++live;
    }
    ~CountedTransport() override { --live; }

protected:
    HttpLane::Limits limits(const WsmanRequest &request) const override
    {
        return m_silence->limits(request, WsmanTransport::limits(request));
    }

private:
    const std::shared_ptr<Silence> m_silence;
};

class FaultyWorld
{
public:
    FaultyWorld()
    {
        server.setUp = [this](PsrpServer &psrp) {
            PlayedDeployment deployment;
            deployment.pause = [this](const std::function<void()> &continued) { goOn = continued; };
            deployment.install(psrp);
        };
        settings.url = server.https().url(u"/OcsPowershell"_s);
        settings.authentication = Authentication::Basic;
        settings.user = u"CONTOSO\\anna"_s;
        settings.trustedFingerprint = server.https().identity().fingerprint();
        times.firstRetry = 20ms;
        times.untold = 0ms;
        server.operationTimeout = 300ms; // that it has nothing to say
    }

    // From now on all that is meant.
    void breakDown(Kind kind, const Meant &isMeant)
    {
        if (kind == Kind::Silence)
            silence->begin(isMeant);
        server.rule = [this, kind, isMeant](const ReceivedRequest &request, const Responder &responder) {
            if (!isMeant(request) || (!refusal(kind) && kind != Kind::Cut && kind != Kind::Silence))
                return false;
            ++broken;
            if (kind == Kind::Cut)
                responder.cut();
            else if (kind != Kind::Silence)
                responder.answer(*refusal(kind));
            return true;
        };
        server.spoil = [this, kind, isMeant](const ReceivedRequest &request, const HttpReply &reply,
                                             const Responder &responder) {
            if (!isMeant(request))
                return false;
            ++broken;
            if (kind == Kind::HalfAnswer)
                responder.answerHalf(reply);
            else
                responder.answer(spoilt(kind, reply));
            return true;
        };
    }
    void mend()
    {
        silence->end();
        server.rule = nullptr;
        server.spoil = nullptr;
    }

    bool connect()
    {
        attempt.reset();
        QObject context;
        RemoteSession::connectThrough(
            [settings = settings, times = times, silence = silence] {
                return std::make_unique<CountedTransport>(settings, times, silence);
            },
            settings, &context, [this](ConnectionAttempt result) { attempt = std::move(result); });
        if (!waitUntil([this] { return attempt.has_value(); }))
            qFatal("The attempt to connect hangs");
        auto *made = std::get_if<std::unique_ptr<Session>>(&*attempt);
        if (!made)
            return false;
        session = std::move(*made);
        QObject::connect(session.get(), &Session::connectionStateChanged, session.get(), [this] {
            wasInterrupted = wasInterrupted || session->connectionState().kind == ConnectionState::Kind::Interrupted;
        });
        return true;
    }
    Error attemptError() const
    {
        const Error *error = attempt ? std::get_if<Error>(&*attempt) : nullptr;
        return error ? *error : Error();
    }
    std::unique_ptr<RemoteCommand> startBackup(const QString &more = {})
    {
        const QString report = folder.filePath(u"report.html"_s);
        return std::make_unique<RemoteCommand>(
            *session, *parseCommand(u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Report %1 "_s.arg(report) + more));
    }
    // Leaves the server: nothing of the client is there afterwards.
    bool leave()
    {
        attempt.reset();
        session.reset();
        return waitUntil([] { return CountedTransport::live == 0; });
    }

    QTemporaryDir folder;
    WsmanServer server;
    ConnectionSettings settings;
    WsmanTransport::Times times;
    std::optional<ConnectionAttempt> attempt;
    std::unique_ptr<Session> session;
    bool wasInterrupted = false; // the session
    std::function<void()> goOn; // of the backup in its middle
    int broken = 0; // answers

private:
    const std::shared_ptr<Silence> silence = std::make_shared<Silence>();
};

bool isSentence(const QString &text)
{
    return text.size() > 20 && text.endsWith(u'.') && !text.contains(u'\n') && !text.contains(u'%');
}

void addKinds()
{
    QTest::addColumn<Kind>("kind");
    for (const Kind kind : Kinds)
        QTest::newRow(nameOf(kind)) << kind;
}

} // namespace

Q_DECLARE_METATYPE(Kind)

class TestRemoteFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connecting_data();
    void connecting();
    void firstCommand_data() { addKinds(); }
    void firstCommand();
    void startingABackup_data() { addKinds(); }
    void startingABackup();
    void receivingABackup_data() { addKinds(); }
    void receivingABackup();
    void answeringAQuestion_data() { addKinds(); }
    void answeringAQuestion();
    void stoppingABackup_data() { addKinds(); }
    void stoppingABackup();
    void releasingACommand_data() { addKinds(); }
    void releasingACommand();
    void theNextCommandNoticesAShellThatIsGone();
    void leaving_data() { addKinds(); }
    void leaving();

private:
    void checkFailure(const RemoteCommand &backup);
};

// One sentence that says what is wrong, and what to do.
void TestRemoteFaults::checkFailure(const RemoteCommand &backup)
{
    QCOMPARE(backup.outcome(), u"Failed"_s);
    const Error error = backup.errorValues().constLast();
    QVERIFY2(isSentence(error.message), qPrintable(error.message));
    QVERIFY2(!error.recommendedAction.isEmpty(), qPrintable(error.message));
}

void TestRemoteFaults::connecting_data()
{
    QTest::addColumn<WsmanOperation>("operation");
    QTest::addColumn<Kind>("kind");
    for (const WsmanOperation operation : {WsmanOperation::Create, WsmanOperation::Receive}) {
        for (const Kind kind : Kinds)
            QTest::addRow("%s of %s", nameOf(kind), qPrintable(Meant::nameOf(operation))) << operation << kind;
    }
}

// A connection that is lost and found again and again is given up when the session should have been opened: which must
// be long enough for the request to arrive.
void TestRemoteFaults::connecting()
{
    QFETCH(const WsmanOperation, operation);
    QFETCH(const Kind, kind);
    FaultyWorld world;
    world.breakDown(kind, {operation});
    for (world.settings.openTimeout = 1s; world.broken == 0; world.settings.openTimeout *= 2) {
        QVERIFY(!world.connect());
        const Error error = world.attemptError();
        QVERIFY2(isSentence(error.message), qPrintable(error.message));
        QVERIFY(!error.recommendedAction.isEmpty());
        QVERIFY(world.leave());
    }
    QCOMPARE(world.server.shells(), 0);
}

void TestRemoteFaults::firstCommand()
{
    QFETCH(const Kind, kind);
    FaultyWorld world;
    world.breakDown(kind, {WsmanOperation::Command, true});
    if (!world.connect())
        QVERIFY2(isSentence(world.attemptError().message), qPrintable(world.attemptError().message));
    QVERIFY(world.leave());
    QCOMPARE(world.server.shells(), 0);
}

void TestRemoteFaults::startingABackup()
{
    QFETCH(const Kind, kind);
    FaultyWorld world;
    QVERIFY(world.connect());
    world.breakDown(kind, {WsmanOperation::Command, true});
    const std::unique_ptr<RemoteCommand> backup = world.startBackup();
    if (kind == Kind::HalfAnswer) { // it was carried out: the server, asked for it, knows it
        QTRY_VERIFY(bool(world.goOn));
        world.goOn();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
        QCOMPARE(backup->errors().size(), 1);
    } else {
        QVERIFY(backup->waitForEnd());
        checkFailure(*backup);
    }
    world.mend();
    QVERIFY(world.leave());
    QCOMPARE(world.server.shells(), 0);
}

void TestRemoteFaults::receivingABackup()
{
    QFETCH(const Kind, kind);
    FaultyWorld world;
    QVERIFY(world.connect());
    world.breakDown(kind, {WsmanOperation::Receive, true});
    const std::unique_ptr<RemoteCommand> backup = world.startBackup();
    QTRY_VERIFY(world.broken > 0 && world.goOn);
    QTRY_VERIFY(backup->finished || world.wasInterrupted);
    world.mend();
    world.goOn();
    QVERIFY(backup->waitForEnd());
    const bool isFollowed
        = kind == Kind::Cut || kind == Kind::Silence || kind == Kind::Unavailable || kind == Kind::HalfAnswer;
    if (isFollowed) {
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
        QCOMPARE(backup->warnings().join(u' ').contains(u"may be missing"_s), kind == Kind::HalfAnswer);
    } else {
        checkFailure(*backup);
    }
    QVERIFY(world.leave());
    QCOMPARE(world.server.shells(), 0);
}

void TestRemoteFaults::answeringAQuestion()
{
    QFETCH(const Kind, kind);
    FaultyWorld world;
    QVERIFY(world.connect());
    world.breakDown(kind, {WsmanOperation::Send, true});
    const std::unique_ptr<RemoteCommand> backup = world.startBackup(u"-Confirm"_s);
    backup->answers = {PromptAnswer{0, 0, {}, {}}};
    QVERIFY(backup->waitForEnd());
    checkFailure(*backup);
    world.mend();
    QVERIFY(world.leave());
    QCOMPARE(world.server.shells(), 0);
}

void TestRemoteFaults::stoppingABackup()
{
    QFETCH(const Kind, kind);
    FaultyWorld world;
    world.settings.stopTimeout = 300ms; // whatever the server answers then, or does not
    QVERIFY(world.connect());
    const std::unique_ptr<RemoteCommand> backup = world.startBackup();
    QTRY_VERIFY(!backup->errors().isEmpty());
    world.breakDown(kind, {WsmanOperation::Signal});
    backup->pipeline().cancel();
    QVERIFY(backup->waitForEnd());
    QTRY_VERIFY(world.broken > 0);
    QCOMPARE(backup->outcome(), u"Cancelled"_s);
    if (world.server.stops == 0) // it runs on there
        QVERIFY(!backup->warnings().isEmpty());
    world.mend();
    QVERIFY(world.leave());
    QCOMPARE(world.server.shells(), 0);
}

void TestRemoteFaults::releasingACommand()
{
    QFETCH(const Kind, kind);
    FaultyWorld world;
    QVERIFY(world.connect());
    const std::unique_ptr<RemoteCommand> backup = world.startBackup();
    QTRY_VERIFY(bool(world.goOn)); // what was run to connect is released by now
    world.breakDown(kind, {WsmanOperation::Signal});
    world.goOn();
    QVERIFY(backup->waitForEnd());
    QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s); // it had ended before
    QTRY_VERIFY(world.broken > 0);
    world.mend();
    QVERIFY(world.leave());
    QCOMPARE(world.server.shells(), 0);
}

void TestRemoteFaults::theNextCommandNoticesAShellThatIsGone()
{
    FaultyWorld world;
    QVERIFY(world.connect());
    world.server.dropShells();
    const std::unique_ptr<RemoteCommand> backup = world.startBackup();
    QVERIFY(backup->waitForEnd());
    checkFailure(*backup);
    QTRY_VERIFY(world.session->connectionState().kind == ConnectionState::Kind::Lost);
}

void TestRemoteFaults::leaving()
{
    QFETCH(const Kind, kind);
    FaultyWorld world;
    QVERIFY(world.connect());
    world.breakDown(kind, {WsmanOperation::Delete});
    QVERIFY(world.leave());
    QTRY_VERIFY(world.broken > 0);
}

QTEST_GUILESS_MAIN(TestRemoteFaults)
#include "tst_remote_faults.moc"
