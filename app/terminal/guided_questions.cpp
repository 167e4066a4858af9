#include "app/terminal/guided_questions.h"

#include "model/fqdn.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GuidedQuestions)
};

void add(StepQuestion &question, StepAnswer answer, const QString &label, const QString &help)
{
    question.prompt.choices.append({label, help});
    question.answers.append(answer);
}

void addLook(StepQuestion &question)
{
    add(question, StepAnswer::Look, Text::tr("&Look again"),
        Text::tr("Ask the deployment again whether the goal of the step is reached."));
}

void addStop(StepQuestion &question)
{
    add(question, StepAnswer::Stop, Text::tr("&Stop"),
        Text::tr("Leave the operation here; it can be gone on with later."));
    question.prompt.defaultChoice = int(question.prompt.choices.size()) - 1;
}

void addRun(StepQuestion &question, const OperationStep &step)
{
    if (step.isBegun()) {
        add(question, StepAnswer::Run, Text::tr("&Run again"), Text::tr("Run the command line of the step again."));
        addLook(question);
        addStop(question);
        return;
    }
    add(question, StepAnswer::Run, Text::tr("&Yes"), Text::tr("Run the command line now."));
    add(question, StepAnswer::Stop, Text::tr("&No"),
        Text::tr("Run nothing, and leave the operation here; it can be gone on with later."));
    question.prompt.defaultChoice = 1;
}

} // namespace

StepQuestion questionFor(const OperationStep &step, bool canLeaveOut)
{
    StepQuestion question;
    if (step.step.commandLine.isEmpty()) {
        question.prompt.message = Text::tr("This step runs nothing: it is only looked at.");
        addLook(question);
        addStop(question);
    } else if (!step.step.runsHere) {
        question.prompt.message
            = Text::tr("Run the line there, then press Enter: the deployment is asked whether it has "
                       "reached its goal.");
        add(question, StepAnswer::Look, Text::tr("&Done"), Text::tr("It was run; ask the deployment now."));
        addStop(question);
        question.prompt.defaultChoice = 0;
    } else {
        question.prompt.message = step.isBegun() ? Text::tr("The goal of the step is not reached. What next?")
                                                 : Text::tr("Run this step now?");
        addRun(question, step);
    }
    if (canLeaveOut) {
        add(question, StepAnswer::LeaveOut, Text::tr("Leave &out"),
            Text::tr("Leave the step out, and go on with the next one."));
    }
    return question;
}

bool isPoolStep(const FailoverStep &step)
{
    return step.kind == FailoverStepKind::FailOver || step.kind == FailoverStepKind::FailBack;
}

bool namesPool(const QString &typed, const QString &pool)
{
    return !pool.isEmpty() && canonicalFqdn(typed) == pool;
}

QList<FailoverCheck> obstacles(const QList<FailoverCheck> &checks, const QList<FailoverStep> &steps,
                               const FailoverGoal &goal)
{
    // The ids of checks are those of the steps that take their obstacle away; a trial run is refused by any of them.
    // While the Central Management store is down, no backup service answers for any pool.
    const auto takesAway = [&goal](const FailoverStep &step, const QString &check) {
        if (step.commandLine.isEmpty() || isPoolStep(step))
            return false;
        const bool bringsStoreBack = goal.isDisaster && step.kind == FailoverStepKind::CentralManagement;
        return toString(step.kind) == check || check == "Preview"_L1
            || (bringsStoreBack && (check == "BackupPoolService"_L1 || check.startsWith("Replication"_L1)));
    };
    QList<FailoverCheck> found;
    for (const FailoverCheck &check : checks) {
        const bool isTakenAway = std::any_of(steps.begin(), steps.end(),
                                             [&](const FailoverStep &step) { return takesAway(step, check.id); });
        if (check.verdict == Verdict::Blocking && !isTakenAway)
            found.append(check);
    }
    return found;
}

} // namespace cspool
