#include "backend/lab/document.h"

#include <QCryptographicHash>
#include <QStringList>

#include <tuple>

namespace cspool {

bool Document::descendsFrom(const Revision &other) const
{
    if (revision.epoch == other.epoch)
        return other.counter <= revision.counter;
    for (const Revision &ancestor : lineage) {
        if (ancestor.epoch == other.epoch)
            return other.counter <= ancestor.counter;
    }
    return false;
}

bool Document::supersedes(const Document &other) const
{
    return std::tie(revision, homePool) > std::tie(other.revision, other.homePool);
}

QByteArray documentDigest(const QByteArray &namespaces, const QByteArray &data)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(namespaces);
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(data);
    return hash.result();
}

bool isWhole(const Document &document)
{
    return document.digest == documentDigest(document.namespaces, document.data)
        && (!document.isDeleted || (document.data.isEmpty() && document.namespaces.isEmpty()));
}

QString lineageToText(const QList<Revision> &lineage)
{
    QStringList parts;
    for (const Revision &revision : lineage)
        parts.append(QString::number(revision.epoch) + u':' + QString::number(revision.counter));
    return parts.join(u' ');
}

std::optional<QList<Revision>> lineageFromText(const QString &text)
{
    QList<Revision> lineage;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        bool isEpoch = false;
        bool isCounter = false;
        const Revision revision{part.section(u':', 0, 0).toLongLong(&isEpoch),
                                part.section(u':', 1).toLongLong(&isCounter)};
        if (!isEpoch || !isCounter)
            return std::nullopt;
        lineage.append(revision);
    }
    return lineage;
}

} // namespace cspool
