#include "backend/lab/failover_journal.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::Failover)
};

constexpr auto PartnerField = "partner"_L1;
constexpr auto PreviousStateField = "previousState"_L1;

QString detail(const FailoverJournalEntry &entry, QLatin1StringView field)
{
    return QJsonDocument::fromJson(entry.details.toUtf8()).object().value(field).toString();
}

QString truthOfFailOver(const FailoverJournalEntry &entry)
{
    const QString &pool = entry.pool;
    if (entry.step == CommittedStep) {
        return Text::tr("The failover of the pool %1, begun at %2, has taken effect: %3 serves its users and may write "
                        "their data. Only its end is not written down.")
            .arg(pool, begunAt(entry), partnerOf(entry));
    }
    if (entry.isDisaster) {
        return Text::tr(
                   "The failover of the pool %1, begun at %2, has not taken effect: its users have no service while "
                   "%1 is down.")
            .arg(pool, begunAt(entry));
    }
    return Text::tr(
               "The failover of the pool %1, begun at %2, has not taken effect: %1 serves its users, and their data "
               "is read-only until the failover goes on or is rolled back. Nothing is lost.")
        .arg(pool, begunAt(entry));
}

QString truthOfFailBack(const FailoverJournalEntry &entry)
{
    const QString &pool = entry.pool;
    if (entry.step == CommittedStep) {
        return Text::tr("The failback of the pool %1, begun at %2, has taken effect: %1 serves its users and may write "
                        "their data. Its exchange with %3 is not complete.")
            .arg(pool, begunAt(entry), partnerOf(entry));
    }
    if (entry.isDisaster) {
        return Text::tr(
                   "The failback of the pool %1, begun at %2, has not taken effect: its users have no service while "
                   "%3 is down.")
            .arg(pool, begunAt(entry), partnerOf(entry));
    }
    return Text::tr(
               "The failback of the pool %1, begun at %2, has not taken effect: %3 serves its users, and their data "
               "is read-only until the failback goes on or is rolled back. Nothing is lost.")
        .arg(pool, begunAt(entry), partnerOf(entry));
}

QString wayOutOf(const FailoverJournalEntry &entry)
{
    const QString line = cmdletOf(entry) + " -PoolFqdn "_L1 + entry.pool
        + (entry.isDisaster ? " -DisasterMode"_L1 : QLatin1StringView());
    if (entry.step == CommittedStep) {
        return Text::tr("Unless it is still under way in another process, run %1 again: it finishes what was begun.")
            .arg(line);
    }
    return Text::tr(
               "Unless it is still under way in another process, run %1 again: it rolls back what was begun and "
               "begins anew. Any other command that changes data of the pool, as Backup-CsPool -PoolFqdn %2, rolls "
               "it back and leaves it at that.")
        .arg(line, entry.pool);
}

} // namespace

QString journalDetails(const QString &partner, PoolState previousState)
{
    const QJsonObject details{{PartnerField, partner}, {PreviousStateField, toString(previousState)}};
    return QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact));
}

QString partnerOf(const FailoverJournalEntry &entry)
{
    return detail(entry, PartnerField);
}

PoolState previousStateOf(const FailoverJournalEntry &entry)
{
    return poolStateFromString(detail(entry, PreviousStateField)).value_or(PoolState::Active);
}

bool isPoolFailover(const FailoverJournalEntry &entry)
{
    return (entry.operation == FailOverOperation || entry.operation == FailBackOperation)
        && !partnerOf(entry).isEmpty();
}

QString cmdletOf(const FailoverJournalEntry &entry)
{
    return entry.operation == FailOverOperation ? u"Invoke-CsPoolFailOver"_s : u"Invoke-CsPoolFailBack"_s;
}

QString begunAt(const FailoverJournalEntry &entry)
{
    return entry.started.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

std::optional<InterruptedFailover> interruptedFailover(const FailoverJournalEntry &entry)
{
    if (!isPoolFailover(entry))
        return std::nullopt;
    const bool isFailOver = entry.operation == FailOverOperation;
    return InterruptedFailover{isFailOver ? truthOfFailOver(entry) : truthOfFailBack(entry), wayOutOf(entry)};
}

} // namespace cspool
