// What stands in the journal of a failover or failback of a pool; see the table in failover.h.
#pragma once

#include "backend/lab/deployment.h"

#include <optional>

namespace cspool {

// Texts of FailoverJournalEntry::operation.
inline constexpr QLatin1StringView FailOverOperation("FailOver");
inline constexpr QLatin1StringView FailBackOperation("FailBack");

// Texts of FailoverJournalEntry::step: the last one that is done.
inline constexpr QLatin1StringView StartedStep("Started");
inline constexpr QLatin1StringView SynchronisedStep("Synchronised");
inline constexpr QLatin1StringView CommittedStep("Committed");

// FailoverJournalEntry::details. `partner`: the backup pool; `previousState`: of the pool before a failover began.
QString journalDetails(const QString &partner, PoolState previousState);
QString partnerOf(const FailoverJournalEntry &entry);
PoolState previousStateOf(const FailoverJournalEntry &entry);

// Of a pool, and one that this version can read.
bool isPoolFailover(const FailoverJournalEntry &entry);
QString cmdletOf(const FailoverJournalEntry &entry); // that began it
QString begunAt(const FailoverJournalEntry &entry); // for sentences: UTC, with its zone

// What a sequence that nobody works on any more has left, in sentences: what is true, and which command brings it to
// its end.
struct InterruptedFailover
{
    QString truth;
    QString wayOut;
};
// Nothing when the entry is none of isPoolFailover().
std::optional<InterruptedFailover> interruptedFailover(const FailoverJournalEntry &entry);

} // namespace cspool
