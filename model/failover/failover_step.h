// FailoverStep: one step of a guided failover or failback: its command line, what it is for, and how it is told
// afterwards whether its goal is reached. Steps are goals: whether one is reached is read from the deployment, never
// remembered.
#pragma once

#include "model/failover/failover_facts.h"

namespace cspool {

enum class FailoverStepKind {
    EdgeNextHop, // an Edge pool's next hop leads elsewhere
    CentralManagement, // the active Central Management store is moved to the backup pool
    Replicas, // every replica is up to date
    FailOver,
    FailBack,
    ConferenceContent, // restored from the backup pool until SteadyState
    BothDirections, // nothing to run: both directions are looked at
};
QString toString(FailoverStepKind kind); // "EdgeNextHop": for files
std::optional<FailoverStepKind> failoverStepKindFromString(QStringView text);

struct FailoverStep
{
    FailoverStepKind kind = FailoverStepKind::FailOver;
    QString subject; // canonical FQDN it works on: the Edge pool, the pool; the backup pool of ConferenceContent
    QString target; // canonical FQDN: the next hop, the pool that takes over; empty: none
    QString title; // "Fail over a.example.com to b.example.com"
    QString purpose; // why it has to be done, and why here in the order
    QString commandLine; // empty: nothing is run, only looked at
    bool runsHere = true; // false: to be copied, and checked afterwards
    QString place; // when it does not run here: a sentence that says where it is run, and why
    QString consequence; // what happens, and cannot be undone: for the confirmation
    bool isOptional = false; // the way back of what need not be moved back
    bool hasPointOfNoReturn = false;

    // Which step of an operation it is, for files; unique in one procedure.
    QString id() const; // "EdgeNextHop:edge.example.com"

    bool operator==(const FailoverStep &) const = default;
};

// The steps of the goal, in the order in which they have to be done, from what is true now: what need not be done
// (no Edge pool leads to the pool) is no step. Edge pools and replicas that cannot be read give steps that say so.
// None at all while the backup pool is not known.
// Planned failover: Edge next hops → Central Management store → replicas → pool; in a disaster the store, which is down
// with its pool, before the next hops, which are written into it. Failback: pool →
// conference content → both directions, then optionally the Edge next hops of `movedEdgePools` back.
QList<FailoverStep> stepsFor(const FailoverFacts &facts, const QStringList &movedEdgePools = {});

// What is true of a step's goal.
struct StepFinding
{
    enum class State {
        Reached,
        NotReached,
        Between, // it was begun and is not ended: FailingOver, a replication under way
        Unknown, // it could not be read
    };
    State state = State::Unknown;
    QString text; // sentences: what is true, and for Between and NotReached what to do or run next
    QStringList nextCommandLines = {}; // to run next, when it is not the step's own again
    QDateTime trueAt = {}; // UTC; invalid: never read

    bool operator==(const StepFinding &) const = default;
};
StepFinding findingFor(const FailoverStep &step, const FailoverFacts &facts);
// The facts that findingFor() looks at, to be read again after the step has run.
QList<FailoverFact> factsOf(const FailoverStep &step);

} // namespace cspool
