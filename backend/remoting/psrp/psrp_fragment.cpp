#include "backend/remoting/psrp/psrp_fragment.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <utility>

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
    m_lanes.clear();
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
    Lane &from = m_lanes[lane];
    QByteArray data = std::exchange(from.rest, {});
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
        at = end;
        if (from.isGapExpected && !closesGap(from, *fragment))
            continue; // of a message whose beginning was lost
        if (const auto appended = append(*fragment, part, complete); !appended)
            return appended.error();
        if (fragment->isStart) {
            from.lastObject = fragment->object;
            m_seen.insert(fragment->object);
        }
    }
    if (at < data.size())
        from.rest = at == 0 ? data : data.sliced(at);
    return complete;
}

bool PsrpDefragmenter::isInMessage() const
{
    const auto hasRest = [](const Lane &lane) { return !lane.rest.isEmpty(); };
    return !m_partial.isEmpty() || std::any_of(m_lanes.begin(), m_lanes.end(), hasRest);
}

void PsrpDefragmenter::expectGap(const QUuid &lane)
{
    Lane &at = m_lanes[lane];
    at.isGapExpected = true;
    at.hasLost = at.hasLost || !at.rest.isEmpty(); // servers send whole fragments in an answer
    at.rest.clear();
}

// The first fragment after a gap. True when it is one that can be used: the next of the message that was begun, or the
// first of another.
bool PsrpDefragmenter::closesGap(Lane &lane, const Fragment &fragment)
{
    const auto begun = m_partial.find(lane.lastObject);
    const bool isNext = begun != m_partial.end() && fragment.object == lane.lastObject && !fragment.isStart
        && fragment.id == begun->nextFragment;
    if (begun != m_partial.end() && !isNext) {
        m_partialSize -= begun->message.size();
        m_partial.erase(begun);
        lane.hasLost = true;
    }
    if (!isNext && !fragment.isStart) {
        lane.hasLost = true;
        return false;
    }
    if (!isNext)
        lane.gaps.append({lane.lastObject, fragment.object});
    lane.isGapExpected = false;
    return true;
}

bool PsrpDefragmenter::isComplete(const QUuid &lane) const
{
    const auto found = m_lanes.find(lane);
    if (found == m_lanes.end())
        return true;
    const auto isClosed = [this](const Gap &gap) { return m_seen.hasAll(gap.before + 1, gap.after - 1); };
    return !found->hasLost && std::all_of(found->gaps.begin(), found->gaps.end(), isClosed);
}

void PsrpDefragmenter::forget(const QUuid &lane)
{
    m_lanes.remove(lane);
}

} // namespace cspool
