// Checks, steps and findings of a guided failover as text for a terminal, and as JSON for programs.
#pragma once

#include "backend/failover/operation_state.h"
#include "model/failover/failover_losses.h"

namespace cspool {

// How wide the terminal is, and whether it has colors. A color never says anything alone.
struct TextStyle
{
    int width = 0; // columns; 0: unlimited
    bool hasColors = false;
};

// Each text ends with a line feed, unless it is empty. Lines to be copied are never broken.
QString goalText(const FailoverGoal &goal, const QString &backupPool, const DeploymentInfo &deployment,
                 const TextStyle &style);
QString checkText(const FailoverCheck &check, const TextStyle &style);
// All of them, and the sentence that sums them up.
QString checksText(const QList<FailoverCheck> &checks, const TextStyle &style);
// The steps in their order, a line each.
QString stepListText(const QList<OperationStep> &steps, const TextStyle &style);
// "Step 2 of 5: …", what it is for, its consequence and its command line.
QString stepText(const FailoverStep &step, int number, int count, const TextStyle &style);
QString findingText(const StepFinding &finding, const TextStyle &style);
QString lossesText(const QStringList &losses, const TextStyle &style);
QString commandLineText(const QString &line);
// A paragraph, wrapped; empty for an empty text.
QString paragraphText(const QString &text, const TextStyle &style, int indent = 0);

// One JSON object, with a line end.
QByteArray readinessJson(const FailoverFacts &facts, const QList<FailoverCheck> &checks,
                         const DeploymentInfo &deployment);

} // namespace cspool
