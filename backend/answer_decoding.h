// What the objects that a cmdlet put out say: shared by all who read a deployment. Pure; any thread.
#pragma once

#include "backend/query_runner.h"
#include "model/pool.h"
#include "model/pool_status.h"

#include <QHash>

#include <optional>

namespace cspool {

// Of a cmdlet that tells of one thing; empty when it told nothing.
template <typename T> T decodeFirst(const QList<Object> &objects)
{
    return objects.isEmpty() ? T() : T::fromObject(objects.first());
}

template <typename T> QList<T> decodeAll(const QList<Object> &objects)
{
    QList<T> values;
    values.reserve(objects.size());
    for (const Object &object : objects)
        values.append(T::fromObject(object));
    return values;
}

// `read`, sharing the data of `before` where they are equal: whoever compares the two then need not look at every
// value.
template <typename T> T decodedLike(const std::optional<T> &before, T read)
{
    return before && *before == read ? *before : read;
}

// Of Get-CsRegistrarConfiguration: canonical FQDN → state; a pool without an entry: not reported.
QHash<QString, PoolState> decodePoolStates(const QList<Object> &objects);

// Of Get-CsBackupServiceStatus for `pool`; an error when it ended with one, or told nothing ("NoStatus").
Result<PoolStatus> decodePoolStatus(const QueryResult &result, const QString &pool);

} // namespace cspool
