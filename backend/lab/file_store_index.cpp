// FileStore: what the index knows of files and of runs.
#include "backend/lab/file_store.h"

#include <QDateTime>

namespace cspool {

using namespace Qt::StringLiterals;

Result<QHash<QString, KnownContent>> FileStore::known(const QString &homePool) const
{
    Result<Statement> select = m_index.prepare(
        u"SELECT path, size, modified, source_size, source_modified, digest FROM content WHERE home_pool = ?"_s);
    if (!select)
        return select.error();
    select->bind(1, homePool);
    QHash<QString, KnownContent> rows;
    while (true) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return rows;
        const QString path = select->text(0);
        rows.insert(path,
                    {path, select->int64(1), select->int64(2), select->int64(3), select->int64(4), select->blob(5)});
    }
}

Result<> FileStore::setKnown(const QString &homePool, const QList<KnownContent> &rows)
{
    if (rows.isEmpty())
        return {};
    Result<Transaction> transaction = Transaction::begin(m_index);
    if (!transaction)
        return transaction.error();
    if (const Result<> written = upsertKnown(homePool, rows); !written)
        return written;
    return transaction->commit();
}

Result<> FileStore::upsertKnown(const QString &homePool, const QList<KnownContent> &rows)
{
    Result<Statement> upsert = m_index.prepare(
        u"INSERT INTO content (home_pool, path, size, modified, source_size, source_modified, digest) VALUES (?, ?, ?, "
        u"?, ?, ?, ?) "
        "ON CONFLICT (home_pool, path) DO UPDATE SET size = excluded.size, modified = excluded.modified, "
        "source_size = excluded.source_size, source_modified = excluded.source_modified, digest = excluded.digest"_s);
    if (!upsert)
        return upsert.error();
    for (const KnownContent &row : rows) {
        upsert->bind(1, homePool).bind(2, row.path).bind(3, row.size).bind(4, row.modified);
        upsert->bind(5, row.sourceSize).bind(6, row.sourceModified).bind(7, row.digest);
        if (const Result<> written = upsert->run(); !written)
            return written;
    }
    return {};
}

Result<> FileStore::forgetKnown(const QString &homePool, const QStringList &paths)
{
    if (paths.isEmpty())
        return {};
    Result<Transaction> transaction = Transaction::begin(m_index);
    if (!transaction)
        return transaction.error();
    Result<Statement> remove = m_index.prepare(u"DELETE FROM content WHERE home_pool = ? AND path = ?"_s);
    if (!remove)
        return remove.error();
    for (const QString &path : paths) {
        if (const Result<> removed = remove->bind(1, homePool).bind(2, path).run(); !removed)
            return removed;
    }
    return transaction->commit();
}

Result<std::optional<ContentRun>> FileStore::lastRun(const QString &homePool) const
{
    Result<Statement> select = m_index.prepare(u"SELECT source_id, time, loss_pending FROM run WHERE home_pool = ?"_s);
    if (!select)
        return select.error();
    const Result<bool> row = select->bind(1, homePool).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<ContentRun>();
    return std::optional(ContentRun{QUuid::fromString(select->text(0)),
                                    QDateTime::fromMSecsSinceEpoch(select->int64(1), Qt::UTC), select->int64(2) != 0});
}

Result<> FileStore::setLastRun(const QString &homePool, const ContentRun &run)
{
    Result<Statement> insert = m_index.prepare(
        u"INSERT OR REPLACE INTO run (home_pool, source_id, time, loss_pending) VALUES (?, ?, ?, ?)"_s);
    if (!insert)
        return insert.error();
    insert->bind(1, homePool).bind(2, run.sourceId.toString(QUuid::WithoutBraces));
    return insert->bind(3, run.time.toMSecsSinceEpoch()).bind(4, run.isLossPending).run();
}

Result<qint64> FileStore::generation(const QString &homePool) const
{
    Result<Statement> select = m_index.prepare(u"SELECT number FROM generation WHERE home_pool = ?"_s);
    if (!select)
        return select.error();
    const Result<bool> row = select->bind(1, homePool).step();
    if (!row)
        return row.error();
    return *row ? select->int64(0) : 0;
}

Result<> FileStore::setGeneration(const QString &homePool, qint64 generation)
{
    Result<Statement> insert
        = m_index.prepare(u"INSERT OR REPLACE INTO generation (home_pool, number) VALUES (?, ?)"_s);
    if (!insert)
        return insert.error();
    return insert->bind(1, homePool).bind(2, generation).run();
}

} // namespace cspool
