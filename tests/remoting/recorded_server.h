// RecordedServer: a server on the loopback that gives the answers of a recorded exchange to a client, and compares each
// of its requests with the recorded one, element by element.
#pragma once

#include "backend/remoting/psrp/session_key.h"
#include "tests/remoting/https_server.h"
#include "tests/remoting/plain_psrp.h"
#include "tests/remoting/xml_node.h"

#include <QSet>

#include <vector>

namespace cspool::test {

// Lives in the thread that made it and works in its event loop. Requests of the pool and of the pipeline may come in
// another order to each other than was recorded: the recorded client had one connection.
class RecordedServer
{
public:
    explicit RecordedServer(const QList<RecordedMessage> &exchange);

    HttpsServer &https() { return m_https; }
    QUrl url() const; // by its address
    QStringList differences; // of requests to the recorded ones; with the recorded ones that never came, see finish()
    QSet<QString> accepted; // differences that may be, by their reasons
    QStringList additions; // actions that were not recorded at all: "Signal"
    QList<PlainMessage> requests() const; // the PSRP messages that came
    const SessionKey &sessionKey() const { return m_key; } // what is encrypted with it can be read

    // The client has gone: what was recorded and it did not send is a difference.
    void finish();

private:
    struct Item
    {
        XmlNode request;
        QByteArray requestText;
        QByteArray response;
        QString action;
        QString commandId; // empty: none, or not named
        bool isOfPipeline = false;
        bool isSent = false; // by this client
        bool isAnswered = false;
        std::optional<Responder> responder = {}; // held back
        QString messageId = {};
    };

    // What differs from run to run. The recorded client wrote ids into its messages in another order of bytes than
    // .NET, so that they are not those of its envelopes; servers repeat what they were given.
    struct Ids
    {
        QString shell; // as in envelopes
        QByteArray poolBytes; // as in messages
        QByteArray pipelineBytes; // of the first message

        static Ids in(const XmlNode &request, const QByteArray &envelope);
    };

    void handle(const HttpRequest &http, const Responder &responder);
    Item *match(const XmlNode &request);
    bool isLeftOut(const Item &item);
    void compare(const XmlNode &request, const Item &item);
    QStringList recordedLines(const Item &item);
    void answerWhatMayBe();
    bool mayAnswer(const Item &item) const;
    QByteArray substituted(const Item &item) const;
    QByteArray withOurKey(const QByteArray &fragments) const;

    HttpsServer m_https;
    std::vector<Item> m_items;
    QList<RecordedMessage> m_received; // requests only
    Ids m_recorded;
    Ids m_ours;
    QList<std::pair<QByteArray, QByteArray>> m_pipelines; // recorded, and as this client writes the same command's id
    QString m_session;
    SessionKey m_key;
};

} // namespace cspool::test
