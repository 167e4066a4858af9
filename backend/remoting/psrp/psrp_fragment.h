// Fragments of PSRP messages. MS-PSRP 2.2.4.
#pragma once

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
    bool isInMessage() const { return !m_partial.isEmpty() || !m_rest.isEmpty(); }

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

    Result<Fragment> header(const QByteArray &bytes, qsizetype at);
    Result<> append(const Fragment &fragment, QByteArrayView part, QList<QByteArray> &complete);
    Error fail(const QString &message);

    const qsizetype m_maxMessageSize;
    const int m_maxOpenMessages;
    QHash<QUuid, QByteArray> m_rest; // of each lane, less than a fragment
    QHash<quint64, Partial> m_partial;
    qsizetype m_partialSize = 0; // bytes of all
    std::optional<Error> m_error;
};

} // namespace cspool
