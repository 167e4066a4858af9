// The server's side of WS-Management's envelopes: requests taken apart, answers made.
#pragma once

#include "backend/remoting/wsman/wsman_shell.h"
#include "tests/remoting/https_server.h"

namespace cspool::test {

struct ReceivedRequest
{
    QString action; // the last part: "Receive"
    QUuid pipeline; // null: of the shell
    QString shellId; // of the selector, or of Create
    QString stream; // of Send: "stdin" or "pr"
    QString signal; // the code
    QByteArray fragments; // of Create, Command and Send
    qsizetype maxEnvelopeSize = 0;

    // Ends the test when it is no request.
    static ReceivedRequest parse(const QByteArray &envelope);
};

HttpReply wsmanReply(const QByteArray &action, const QByteArray &body = {});
// `idleTimeOut` as xs:duration; empty: the server does not say.
HttpReply createReply(const QString &shellId, const QByteArray &idleTimeOut = {});
// Data of one stream; `isDone`: the pipeline's last.
HttpReply receiveReply(const QUuid &pipeline, const QList<QByteArray> &data, bool isDone = false);
HttpReply faultReply(quint32 code, const QByteArray &reason, const QByteArray &subcode = "w:InternalError");
HttpReply timedOutReply();

} // namespace cspool::test
