// The PSRP messages inside of recorded exchanges.
#pragma once

#include "backend/remoting/psrp/psrp_client.h"
#include "backend/remoting/psrp/psrp_message.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace cspool::test {

// What one envelope carries: fragments in base64, in the order in which they stand there.
QList<QByteArray> fragmentsIn(const QByteArray &envelope);

struct RecordedPsrp
{
    bool isRequest = false; // of the client
    QByteArray bytes; // of the message with its header, as it was put together from its fragments
    PsrpMessage message;
};

// All messages of an exchange in order, whichever envelopes they came in.
QList<RecordedPsrp> recordedPsrp(const QString &exchange);

// The commands of a recorded CREATE_PIPELINE (its PowerShell), to make the same again.
QList<PsrpCommand> commandsIn(const ClixmlValue &powerShell);

// CLIXML as the client of most recordings writes it. One version of it put RefId before N, and all write an empty
// ToString, which no genuine client has, as one tag.
QByteArray withUsualSpelling(const QByteArray &clixml);

} // namespace cspool::test
