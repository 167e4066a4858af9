#include "tests/remoting/wsman_server.h"

#include <QTimer>

#include <algorithm>

namespace cspool::test {

using namespace Qt::StringLiterals;

WsmanServer::WsmanServer(QObject *parent)
    : QObject(parent)
    , m_psrp(std::make_unique<PsrpServer>())
{
    m_https.setHandler([this](const HttpRequest &http, const Responder &responder) { handle(http, responder); });
    connect(m_psrp.get(), &PsrpServer::outputAvailable, this, &WsmanServer::answerReceive, Qt::QueuedConnection);
}

void WsmanServer::handle(const HttpRequest &http, const Responder &responder)
{
    const ReceivedRequest request = ReceivedRequest::parse(http.body);
    m_actions.append(request.action);
    largestRequest = std::max(largestRequest, http.body.size());
    const bool isOfPipeline = !request.pipeline.isNull();
    if (faults.contains(request.action) || (isOfPipeline && faults.contains(request.action + u":pipeline"_s))) {
        responder.answer(faultReply(2150858999, "The server is out of order."));
        return;
    }
    if (request.action == "Receive"_L1) {
        receive(request.pipeline, responder);
        return;
    }
    if (request.action == "Create"_L1)
        responder.answer(createReply(request.shellId));
    else
        responder.answer(wsmanReply(request.action.toLatin1() + "Response"));
    // Spelt like that by PowerShell itself.
    if (request.action == "Signal"_L1 && request.signal.endsWith("crtl_c"_L1)) {
        m_psrp->stop(request.pipeline);
    } else if (request.action == "Signal"_L1) {
        m_psrp->forget(request.pipeline);
        m_waiting.erase(request.pipeline);
    } else if (request.action == "Delete"_L1) {
        isShellDeleted = true;
        m_waiting.clear();
    } else if (!request.fragments.isEmpty()) {
        m_psrp->receive(request.pipeline, request.fragments);
    }
}

void WsmanServer::receive(const QUuid &pipeline, const Responder &responder)
{
    m_waiting.insert_or_assign(pipeline, responder);
    if (m_psrp->hasOutput(pipeline)) {
        answerReceive(pipeline);
    } else if (operationTimeout.count() > 0) {
        QTimer::singleShot(operationTimeout, this, [this, pipeline] {
            if (const auto waiting = m_waiting.find(pipeline); waiting != m_waiting.end()) {
                const Responder late = waiting->second;
                m_waiting.erase(waiting);
                late.answer(timedOutReply());
            }
        });
    }
}

void WsmanServer::answerReceive(const QUuid &pipeline)
{
    const auto waiting = m_waiting.find(pipeline);
    if (waiting == m_waiting.end() || !m_psrp->hasOutput(pipeline))
        return;
    const Responder responder = waiting->second;
    m_waiting.erase(waiting);
    const QByteArray data = m_psrp->take(pipeline, answerSize);
    responder.answer(receiveReply(pipeline, {data}, m_psrp->hasEnded(pipeline)));
}

} // namespace cspool::test
