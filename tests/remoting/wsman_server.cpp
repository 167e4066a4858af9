#include "tests/remoting/wsman_server.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 EncodingLimit = 2150858823; // of wsmerror.h: the envelope is too large

} // namespace

WsmanServer::WsmanServer(const Identity &identity, QObject *parent)
    : QObject(parent)
    , m_https(identity)
{
    m_https.setHandler([this](const HttpRequest &http, const Responder &responder) { handle(http, responder); });
}

WsmanServer::~WsmanServer() = default;

PsrpServer &WsmanServer::psrp()
{
    const auto youngest = std::max_element(m_shells.begin(), m_shells.end(), [](const auto &a, const auto &b) {
        return a.second.number < b.second.number;
    });
    if (youngest == m_shells.end())
        qFatal("There is no shell");
    return *youngest->second.psrp;
}

void WsmanServer::dropShells()
{
    m_shells.clear();
    Q_EMIT shellsChanged();
}

int WsmanServer::waitingReceives() const
{
    int count = 0;
    for (const auto &[id, shell] : m_shells) {
        for (const auto &[pipeline, waiting] : shell.waiting)
            count += !pipeline.isNull() && !shell.psrp->hasOutput(pipeline) ? 1 : 0;
    }
    return count;
}

void WsmanServer::handle(const HttpRequest &http, const Responder &responder)
{
    if (!isLetIn(http, responder))
        return;
    const ReceivedRequest request = ReceivedRequest::parse(http.body);
    m_actions.append(request.action);
    largestRequest = std::max(largestRequest, http.body.size());
    if (rule && rule(request, responder))
        return;
    if (largestEnvelope > 0 && http.body.size() > largestEnvelope) {
        responder.answer(faultReply(EncodingLimit, "The request is larger than MaxEnvelopeSize.", "w:EncodingLimit"));
        return;
    }
    if (request.action == "Create"_L1) {
        create(request, responder);
        return;
    }
    const auto shell = m_shells.find(request.shellId);
    if (request.action == "Command"_L1 && shell != m_shells.end())
        shell->second.pipelines.insert(request.pipeline);
    const bool isKnown
        = shell != m_shells.end() && (request.pipeline.isNull() || shell->second.pipelines.contains(request.pipeline));
    if (!isKnown) {
        responder.answer(faultReply(WsmanFault::ShellNotFound, "The shell or the command was not found on the server.",
                                    "w:InvalidSelectors"));
    } else if (isDisconnected(shell->second, request)) {
        responder.answer(faultReply(WsmanFault::ShellDisconnected, "The shell is disconnected."));
    } else if (request.action == "Receive"_L1) {
        receive(request, responder);
    } else if (request.action == "Delete"_L1) {
        answer(request, responder, wsmanReply("DeleteResponse"));
        m_shells.erase(shell);
        Q_EMIT shellsChanged();
    } else {
        answer(request, responder, wsmanReply(request.action.toLatin1() + "Response"));
        carryOut(shell->second, request);
    }
}

// The door of the web server: what is there, and for whom.
bool WsmanServer::isLetIn(const HttpRequest &http, const Responder &responder)
{
    const QByteArray path = http.path.toLower();
    if (!path.startsWith("/ocspowershell") && !path.startsWith("/wsman")) {
        responder.answer({404, "<html>Not found</html>", {}, false, "text/html"});
        return false;
    }
    const QByteArray wanted = "Basic " + QByteArray(user + ':' + password).toBase64();
    const QByteArray given = http.header("Authorization");
    if (user.isEmpty() || given == wanted)
        return true;
    refusals += given.isEmpty() ? 0 : 1;
    responder.answer(
        {401, "<html>Unauthorized</html>", {{"WWW-Authenticate", "Basic realm=\"WSMAN\""}}, false, "text/html"});
    return false;
}

void WsmanServer::create(const ReceivedRequest &request, const Responder &responder)
{
    const QString id = request.shellId;
    Shell &shell = m_shells[id];
    shell.number = ++m_shellsMade;
    shell.psrp = std::make_unique<PsrpServer>();
    connect(
        shell.psrp.get(), &PsrpServer::outputAvailable, this,
        [this, id](const QUuid &pipeline) { answerReceive(id, pipeline); }, Qt::QueuedConnection);
    if (setUp)
        setUp(*shell.psrp);
    answer(request, responder, createReply(id));
    Q_EMIT shellsChanged();
    carryOut(shell, request);
}

// The shell, or a command that was not reconnected after it.
bool WsmanServer::isDisconnected(const Shell &shell, const ReceivedRequest &request)
{
    if (request.action == "Disconnect"_L1 || request.action == "Reconnect"_L1 || request.action == "Delete"_L1)
        return false;
    return shell.isDisconnected || shell.disconnectedPipelines.contains(request.pipeline);
}

// The Receives that wait are answered before the shell is disconnected.
void WsmanServer::disconnectShell(Shell &shell)
{
    for (const auto &[pipeline, waiting] : std::exchange(shell.waiting, {}))
        waiting.responder.answer(faultReply(WsmanFault::ShellDisconnected, "The shell was disconnected."));
    shell.isDisconnected = true;
    shell.disconnectedPipelines = shell.pipelines;
}

void WsmanServer::carryOut(Shell &shell, const ReceivedRequest &request)
{
    if (request.action == "Disconnect"_L1)
        return disconnectShell(shell);
    if (request.action == "Reconnect"_L1) {
        if (request.pipeline.isNull())
            shell.isDisconnected = false;
        shell.disconnectedPipelines.remove(request.pipeline);
        return;
    }
    // Spelt like that by PowerShell itself.
    if (request.action == "Signal"_L1 && request.signal.endsWith("crtl_c"_L1)) {
        ++stops;
        shell.psrp->stop(request.pipeline);
    } else if (request.action == "Signal"_L1) {
        shell.psrp->forget(request.pipeline);
        shell.waiting.erase(request.pipeline);
        shell.pipelines.remove(request.pipeline);
    } else if (!request.fragments.isEmpty()) {
        shell.psrp->receive(request.pipeline, request.fragments);
    }
}

void WsmanServer::answer(const ReceivedRequest &request, const Responder &responder, const HttpReply &reply)
{
    if (!spoil || !spoil(request, reply, responder))
        responder.answer(reply);
}

void WsmanServer::receive(const ReceivedRequest &request, const Responder &responder)
{
    Shell &shell = m_shells.at(request.shellId);
    if (!request.pipeline.isNull() && shell.psrp->hasEnded(request.pipeline)) { // and said so to somebody
        answer(request, responder,
               faultReply(WsmanFault::ShellNotFound, "The command has ended.", "w:InvalidSelectors"));
        return;
    }
    shell.waiting.insert_or_assign(request.pipeline, Waiting{request, responder});
    if (shell.psrp->hasOutput(request.pipeline)) {
        answerReceive(request.shellId, request.pipeline);
    } else if (operationTimeout.count() > 0) {
        QTimer::singleShot(operationTimeout, this, [this, id = request.shellId, pipeline = request.pipeline] {
            const auto found = m_shells.find(id);
            if (found == m_shells.end())
                return;
            if (const auto late = found->second.waiting.extract(pipeline))
                answer(late.mapped().request, late.mapped().responder, timedOutReply());
        });
    }
}

void WsmanServer::answerReceive(const QString &shell, const QUuid &pipeline)
{
    const auto found = m_shells.find(shell);
    if (found == m_shells.end())
        return;
    PsrpServer &psrp = *found->second.psrp;
    const auto waiting = found->second.waiting.find(pipeline);
    if (waiting == found->second.waiting.end() || !psrp.hasOutput(pipeline))
        return;
    const Waiting asked = waiting->second;
    found->second.waiting.erase(waiting);
    if (!asked.responder.isConnected()) // what waits is for the next who asks
        return;
    const QByteArray data = psrp.take(pipeline, answerSize);
    answer(asked.request, asked.responder, receiveReply(pipeline, {data}, psrp.hasEnded(pipeline)));
}

} // namespace cspool::test
