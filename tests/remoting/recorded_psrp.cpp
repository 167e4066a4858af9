#include "tests/remoting/recorded_psrp.h"

#include "backend/remoting/clixml/clixml_value.h"
#include "backend/remoting/psrp/psrp_fragment.h"
#include "tests/remoting/recorded_traffic.h"

#include <QRegularExpression>

namespace cspool::test {

using namespace Qt::StringLiterals;

QList<QByteArray> fragmentsIn(const QByteArray &envelope)
{
    static const QRegularExpression carrier(u"<(?:\\w+:)?(?:creationXml|Stream|Arguments)(?=[ >])[^>]*>([^<]*)</"_s);
    QList<QByteArray> fragments;
    auto matches = carrier.globalMatch(QString::fromUtf8(envelope));
    while (matches.hasNext()) {
        const QByteArray bytes = QByteArray::fromBase64(matches.next().captured(1).toLatin1());
        if (!bytes.isEmpty())
            fragments.append(bytes);
    }
    return fragments;
}

QList<RecordedPsrp> recordedPsrp(const QString &exchange)
{
    QList<RecordedPsrp> messages;
    PsrpDefragmenter ofClient;
    PsrpDefragmenter ofServer;
    const auto take = [&messages](PsrpDefragmenter &defragmenter, const QByteArray &envelope, bool isRequest) {
        for (const QByteArray &fragments : fragmentsIn(envelope)) {
            const auto complete = defragmenter.add(fragments);
            if (!complete)
                qFatal("a recorded fragment is refused: %s", qPrintable(complete.error().message));
            for (const QByteArray &bytes : *complete) {
                const auto message = PsrpMessage::decode(bytes);
                if (!message)
                    qFatal("a recorded message is refused: %s", qPrintable(message.error().message));
                messages.append({isRequest, bytes, *message});
            }
        }
    };
    for (const RecordedMessage &message : recordedExchange(exchange)) {
        take(ofClient, message.request, true);
        take(ofServer, message.response, false);
    }
    if (ofClient.isInMessage() || ofServer.isInMessage())
        qFatal("%s ends in the middle of a message", qPrintable(exchange));
    return messages;
}

QByteArray withUsualSpelling(const QByteArray &clixml)
{
    static const QRegularExpression turned(u" RefId=\"(\\d+)\" N=\"([^\"]*)\""_s);
    return QString::fromUtf8(clixml)
        .replace(turned, u" N=\"\\2\" RefId=\"\\1\""_s)
        .replace(u"<ToString />"_s, u"<ToString></ToString>"_s)
        .toUtf8();
}

QList<PsrpCommand> commandsIn(const ClixmlValue &powerShell)
{
    const auto read = [](const ClixmlValue &list) {
        QList<PsrpCommand> commands;
        for (const ClixmlValue &item : list.object()->items) {
            PsrpCommand command{*item.object()->property(u"Cmd").get<QString>(), {}};
            for (const ClixmlValue &argument : item.object()->property(u"Args").object()->items) {
                const auto *name = argument.object()->property(u"N").get<QString>();
                command.parameters.append({name ? *name : QString(), argument.object()->property(u"V")});
            }
            commands.append(command);
        }
        return commands;
    };
    const ClixmlValue extra = powerShell.object()->property(u"ExtraCmds");
    if (extra.isNull())
        return read(powerShell.object()->property(u"Cmds"));
    QList<PsrpCommand> commands;
    for (const ClixmlValue &statement : extra.object()->items) {
        commands += read(statement.object()->property(u"Cmds"));
        commands.last().endsStatement = true;
    }
    return commands;
}

} // namespace cspool::test
