// The parts that checksFor() is put together from, by subject, and what they share. Private to the
// failover_check*.cpp files.
#pragma once

#include "model/failover/failover_check.h"

#include <QCoreApplication>

namespace cspool {

// Who is who in the goal, and what is known of the readings.
class CheckedGoal
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverCheck)

public:
    explicit CheckedGoal(const FailoverFacts &facts);

    const FailoverFacts &facts;
    const QString pool; // canonical FQDN
    const QString backupPool; // empty: none, or not known
    const bool isFailOver;
    const bool isPlanned;
    const bool isLab;
    const QString downPool; // by the goal; empty: none

    // Who serves the users now, and who is to serve them.
    QString from() const { return isFailOver ? pool : backupPool; }
    QString to() const { return isFailOver ? backupPool : pool; }

    // A check that looks at these facts: who told them, and the time of the oldest.
    FailoverCheck begin(const QString &id, const QString &title, const QList<FailoverFact> &looksAt) const;
    // Whether nothing at all is known of one of the facts; says so in the check.
    bool isUnknown(FailoverCheck &check, const QList<FailoverFact> &looksAt) const;
    // The check as it was judged by what was last read: unknown when one of the facts could not be read again.
    FailoverCheck end(FailoverCheck check, const QList<FailoverFact> &looksAt) const;
    QString whyNotKnown(FailoverFact fact) const; // a sentence or two

    std::optional<Error> errorOf(FailoverFact fact) const;
    QDateTime timeOf(FailoverFact fact) const; // invalid: never read
    bool hasValue(FailoverFact fact) const;
    bool isBeingRead(FailoverFact fact) const;
    // "Lync Server 2013": the pool's own, or else told by its services; empty: not known.
    QString versionOf(const QString &fqdn) const;
    // The pool that a machine or pool goes by that name; empty: none is known.
    QString poolOf(const QString &fqdn) const;
};

// Words that several parts use.
Remedy remedy(const QString &text, const Command &command);
Command onPool(const QString &cmdlet, const QString &pool); // "CMDLET -PoolFqdn POOL"
QString shownList(const QStringList &names);
// Blocking before Unknown before Attention before Ready.
Verdict worse(Verdict a, Verdict b);
// Whether the error is one of the connection to the deployment.
bool isOfConnection(const Error &error);
// Whether the deployment could not be asked at all: the error says nothing of what it was asked about.
bool wasNotAsked(const Error &error);
// Whether the error of a trial run is what the cmdlet itself objects to.
bool isRefusal(const Error &error);

QList<FailoverCheck> poolChecks(const FailoverFacts &facts); // the pool, its pairing, both states
QList<FailoverCheck> serviceChecks(const FailoverFacts &facts); // the backup services
QList<FailoverCheck> replicationChecks(const FailoverFacts &facts); // out and back
QList<FailoverCheck> centralManagementChecks(const FailoverFacts &facts); // the store and its replicas
QList<FailoverCheck> edgeChecks(const FailoverFacts &facts); // next hops
QList<FailoverCheck> dataChecks(const FailoverFacts &facts); // left over, not carried over, lost
QList<FailoverCheck> previewChecks(const FailoverFacts &facts); // the trial run, and permissions

} // namespace cspool
