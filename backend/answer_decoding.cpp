#include "backend/answer_decoding.h"

#include "model/fqdn.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::AnswerDecoding)
};

// "Service:Registrar:pool01.contoso.com" and "Registrar:pool01.contoso.com" are about the pool at their end.
QString poolOfIdentity(const QString &identity)
{
    return canonicalFqdn(identity.mid(identity.lastIndexOf(u':') + 1));
}

} // namespace

QHash<QString, PoolState> decodePoolStates(const QList<Object> &objects)
{
    QHash<QString, PoolState> states;
    for (const Object &object : objects) {
        const auto configuration = RegistrarConfiguration::fromObject(object);
        if (configuration.poolState)
            states.insert(poolOfIdentity(configuration.identity), *configuration.poolState);
    }
    return states;
}

Result<PoolStatus> decodePoolStatus(const QueryResult &result, const QString &pool)
{
    if (!result.isOk())
        return result.error();
    if (result.objects.isEmpty()) {
        return Error{ErrorCategory::InvalidData, u"NoStatus"_s,
                     Text::tr("The deployment told no status of the pool %1.").arg(pool)};
    }
    return PoolStatus{BackupServiceStatus::fromObject(result.objects.first()), result.warnings};
}

} // namespace cspool
