// Exchanges with genuine servers, recorded; read from the reference where it is present.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace cspool::test {

struct RecordedMessage
{
    QByteArray request; // an envelope
    QByteArray response; // an envelope, or what else came; may be empty
};

// Names of the recorded exchanges, without ".json"; empty where the reference is not present (skip the test then).
QStringList recordedExchanges();
// Its messages in order; ends the test when it cannot be read.
QList<RecordedMessage> recordedExchange(const QString &name);

} // namespace cspool::test
