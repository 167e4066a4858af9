#include "backend/remoting/psrp/psrp_fragment.h"

#include <QCoreApplication>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

constexpr quint8 StartFlag = 1;
constexpr quint8 EndFlag = 2;

} // namespace

QList<QByteArray> PsrpFragmenter::fragments(const QByteArray &message, qsizetype maxFragmentSize)
{
    const qsizetype room = qMax(maxFragmentSize, HeaderSize + 1) - HeaderSize;
    const quint64 object = ++m_lastObjectId;
    QList<QByteArray> fragments;
    qsizetype at = 0;
    do {
        const qsizetype size = qMin(room, message.size() - at);
        const bool isEnd = at + size == message.size();
        QByteArray fragment(HeaderSize, Qt::Uninitialized);
        char *header = fragment.data();
        qToBigEndian(object, header);
        qToBigEndian(quint64(fragments.size()), header + 8);
        header[16] = char((at == 0 ? StartFlag : 0) | (isEnd ? EndFlag : 0));
        qToBigEndian(quint32(size), header + 17);
        fragments.append(fragment.append(QByteArrayView(message).sliced(at, size)));
        at += size;
    } while (at < message.size());
    return fragments;
}

PsrpDefragmenter::PsrpDefragmenter(qsizetype maxMessageSize, int maxOpenMessages)
    : m_maxMessageSize(maxMessageSize)
    , m_maxOpenMessages(maxOpenMessages)
{
}

Error PsrpDefragmenter::fail(const QString &message)
{
    m_rest.clear();
    m_partial.clear();
    m_error = Error{ErrorCategory::InvalidData, u"PsrpFragmentInvalid"_s, message};
    return *m_error;
}

Result<PsrpDefragmenter::Fragment> PsrpDefragmenter::header(const QByteArray &bytes, qsizetype at)
{
    const char *header = bytes.constData() + at;
    const quint8 flags = quint8(header[16]);
    const Fragment fragment{qFromBigEndian<quint64>(header), qFromBigEndian<quint64>(header + 8),
                            bool(flags & StartFlag), bool(flags & EndFlag),
                            qsizetype(qFromBigEndian<quint32>(header + 17))};
    if (flags & ~(StartFlag | EndFlag))
        return fail(
            QCoreApplication::translate("PsrpFragment", "The server sent a fragment with flags that are not known."));
    if (fragment.size > m_maxMessageSize)
        return fail(QCoreApplication::translate("PsrpFragment", "The server sent a message that is too large."));
    return fragment;
}

Result<> PsrpDefragmenter::append(const Fragment &fragment, QByteArrayView part, QList<QByteArray> &complete)
{
    auto partial = m_partial.find(fragment.object);
    const bool isOpen = partial != m_partial.end();
    if (fragment.isStart == isOpen || fragment.id != (isOpen ? partial->nextFragment : 0))
        return fail(
            QCoreApplication::translate("PsrpFragment", "The server sent the fragments of a message out of order."));
    if (fragment.isStart && fragment.isEnd) {
        complete.append(part.toByteArray());
        return {};
    }
    if (!isOpen) {
        if (m_partial.size() >= m_maxOpenMessages)
            return fail(
                QCoreApplication::translate("PsrpFragment", "The server began too many messages without ending them."));
        partial = m_partial.insert(fragment.object, {});
    }
    if (part.size() > m_maxMessageSize - m_partialSize)
        return fail(QCoreApplication::translate("PsrpFragment", "The server sent a message that is too large."));
    partial->message.append(part);
    m_partialSize += part.size();
    ++partial->nextFragment;
    if (fragment.isEnd) {
        m_partialSize -= partial->message.size();
        complete.append(partial->message);
        m_partial.erase(partial);
    }
    return {};
}

Result<QList<QByteArray>> PsrpDefragmenter::add(const QByteArray &bytes, const QUuid &lane)
{
    if (m_error)
        return *m_error;
    QByteArray data = m_rest.take(lane);
    data.append(bytes);
    QList<QByteArray> complete;
    qsizetype at = 0;
    while (data.size() - at >= PsrpFragmenter::HeaderSize) {
        const auto fragment = header(data, at);
        if (!fragment)
            return fragment.error();
        const qsizetype end = at + PsrpFragmenter::HeaderSize + fragment->size;
        if (data.size() < end)
            break;
        const QByteArrayView part = QByteArrayView(data).sliced(at + PsrpFragmenter::HeaderSize, fragment->size);
        if (const auto appended = append(*fragment, part, complete); !appended)
            return appended.error();
        at = end;
    }
    if (at < data.size())
        m_rest.insert(lane, at == 0 ? data : data.sliced(at));
    return complete;
}

} // namespace cspool
