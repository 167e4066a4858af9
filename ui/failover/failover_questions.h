// The questions of the page of guided failovers: what each of them says and asks for.
#pragma once

#include "backend/failover/failover_operation.h"
#include "ui/command_form/confirm_dialog.h"
#include "ui/failover/name_dialog.h"

class QMessageBox;

namespace cspool {

struct FailoverQuestions
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverQuestions)

public:
    // Before an operation begins.
    static NameQuestion begin(const FailoverFacts &facts, const QList<FailoverCheck> &checks,
                              const DeploymentInfo &deployment);
    // Before the step that changes hands. `facts`: as they are now, for the losses, which the steps before may have
    // made known; null: those that were stated when it began.
    static NameQuestion changeHands(const FailoverOperation &operation, const FailoverStep &step,
                                    const DeploymentInfo &deployment, const FailoverFacts *facts);
    // Before any other step.
    static Confirmation step(const FailoverStep &step, const DeploymentInfo &deployment);
    // Whether the step is one of those for which the pool's name is typed.
    static bool changesHands(const FailoverStep &step);

    // Still to be shown with open(). The button that does it is called "doIt".
    static QMessageBox *stop(const FailoverOperation &operation, const FailoverStep &step, QWidget *parent);
    static QMessageBox *end(const FailoverOperation &operation, QWidget *parent);
};

} // namespace cspool
