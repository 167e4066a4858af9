// Fragments of PSRP messages. MS-PSRP 2.2.4.
#pragma once

#include "backend/remoting/psrp/psrp_object_ids.h"
#include "model/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUuid>

#include <optional>

namespace cspool {

// Cuts messages into fragments. Object ids start at 1, ascend and never repeat.
class PsrpFragmenter
{
public:
    static constexpr qsizetype HeaderSize = 21;

    // Each fragment of the message with its header of 21 bytes, none longer than `maxFragmentSize` bytes (at least 22).
    QList<QByteArray> fragments(const QByteArray &message, qsizetype maxFragmentSize);

private:
    quint64 m_lastObjectId = 0;
};

// Puts messages together again. Fragments of different messages may interleave; those of one arrive in order.
class PsrpDefragmenter
{
public:
    // `maxMessageSize` in bytes bounds one message, and all incomplete ones together; `maxOpenMessages` how many of these
    // there may be at once.
    explicit PsrpDefragmenter(qsizetype maxMessageSize = 512 * 1024 * 1024, int maxOpenMessages = 1000);

    // Any number of whole fragments, or parts of one: a fragment may be split over calls for the same `lane` (where the
    // transport has several: the pipeline whose output it is). The messages that are complete now, in the order of their
    // last fragments. An error (wrong order, unknown flags, too large) is final.
    Result<QList<QByteArray>> add(const QByteArray &bytes, const QUuid &lane = {});
    // Whether a message, or a fragment, has begun and not ended.
    bool isInMessage() const;

    // Something of this lane may have been lost on the way: from the next fragment on a message that does not follow on
    // what came before is no error. What is incomplete then is dropped.
    void expectGap(const QUuid &lane);
    // Whether all messages of the lane can be shown to have come: at each gap that was expected none is missing between the
    // messages round it, unless it came on another lane. A server that shares its numbers with other sessions cannot show
    // it.
    bool isComplete(const QUuid &lane) const;
    void forget(const QUuid &lane); // nothing more comes of it

private:
    struct Fragment
    {
        quint64 object = 0;
        quint64 id = 0;
        bool isStart = false;
        bool isEnd = false;
        qsizetype size = 0; // of its part of the message
    };
    struct Partial
    {
        QByteArray message;
        quint64 nextFragment = 0;
    };
    struct Gap
    {
        quint64 before = 0; // object ids of the messages round it; 0: there was none
        quint64 after = 0;
    };
    struct Lane
    {
        QByteArray rest; // less than a fragment
        quint64 lastObject = 0;
        bool isGapExpected = false;
        bool hasLost = false; // for certain
        QList<Gap> gaps;
    };

    Result<Fragment> header(const QByteArray &bytes, qsizetype at);
    bool closesGap(Lane &lane, const Fragment &fragment);
    Result<> append(const Fragment &fragment, QByteArrayView part, QList<QByteArray> &complete);
    Error fail(const QString &message);

    const qsizetype m_maxMessageSize;
    const int m_maxOpenMessages;
    QHash<QUuid, Lane> m_lanes;
    PsrpObjectIds m_seen;
    QHash<quint64, Partial> m_partial;
    qsizetype m_partialSize = 0; // bytes of all
    std::optional<Error> m_error;
};

} // namespace cspool
