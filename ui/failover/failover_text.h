// The words of the page of guided failovers: the ways, what they mean, and where a step stands.
#pragma once

#include "backend/failover/failover_operation.h"

#include <QCoreApplication>

namespace cspool {

struct FailoverText
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverText)

public:
    // "Planned failover", "Failback, backup pool down"
    static QString way(FailoverDirection direction, bool isDisaster);
    // What it needs and what it does, in sentences, against the usual misunderstandings.
    static QString explanation(FailoverDirection direction, bool isDisaster);
    // "Planned failover of a.example.com"
    static QString name(const FailoverGoal &goal);
    // "Begin the planned failover of a.example.com?"
    static QString beginQuestion(const FailoverGoal &goal);
    // "Begin the planned failover": on a button.
    static QString beginVerb(const FailoverGoal &goal);
    static QString symbol(const FailoverGoal &goal); // of symbolIcon()

    static QString state(StepState state);
};

} // namespace cspool
