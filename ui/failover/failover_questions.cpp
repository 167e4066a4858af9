#include "ui/failover/failover_questions.h"

#include "model/failover/failover_losses.h"
#include "ui/failover/failover_text.h"
#include "ui/plain_message_box.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QMessageBox *makeQuestion(QWidget *parent, const QString &name, const QString &title, const QString &text,
                          const QString &more, const QString &verb, const QString &safeAnswer)
{
    QMessageBox *question = makePlainQuestion(parent, name, title, text, more);
    QPushButton *doIt = question->addButton(verb, QMessageBox::DestructiveRole);
    doIt->setObjectName(u"doIt"_s);
    QPushButton *leave = question->addButton(safeAnswer, QMessageBox::RejectRole);
    leave->setObjectName(u"leaveIt"_s);
    question->setDefaultButton(leave);
    question->setEscapeButton(leave);
    return question;
}

// What was stated when the operation began.
QStringList acceptedLosses(const FailoverOperation &operation)
{
    for (const OperationEvent &event : operation.events()) {
        if (const auto *begun = std::get_if<OperationBegun>(&event.content))
            return begun->losses;
    }
    return {};
}

} // namespace

bool FailoverQuestions::changesHands(const FailoverStep &step)
{
    return step.kind == FailoverStepKind::FailOver || step.kind == FailoverStepKind::FailBack;
}

NameQuestion FailoverQuestions::begin(const FailoverFacts &facts, const QList<FailoverCheck> &checks,
                                      const DeploymentInfo &deployment)
{
    NameQuestion question{facts.goal, deployment, FailoverText::beginQuestion(facts.goal)};
    question.text = facts.goal.isDisaster
        ? tr("This gives up data. It is meant for a pool that is down and does not come back in time.")
        : tr("No data of users is lost: what was not copied yet is copied before they change hands.");
    question.verb = FailoverText::beginVerb(facts.goal);
    question.losses = lossesOf(facts);
    for (const FailoverCheck &check : checks) {
        if (check.verdict == Verdict::Unknown || check.verdict == Verdict::Blocking)
            question.openChecks.append(check);
    }
    const QList<FailoverStep> steps = stepsFor(facts);
    for (const FailoverStep &step : steps)
        question.steps.append(step.isOptional ? tr("%1 (optional)", "a step").arg(step.title) : step.title);
    return question;
}

NameQuestion FailoverQuestions::changeHands(const FailoverOperation &operation, const FailoverStep &step,
                                            const DeploymentInfo &deployment, const FailoverFacts *facts)
{
    NameQuestion question{operation.goal(), deployment, tr("%1?", "title of a step").arg(step.title)};
    question.text = step.consequence;
    question.verb = step.kind == FailoverStepKind::FailOver ? tr("&Fail over now") : tr("&Fail back now");
    question.losses = facts ? lossesOf(*facts) : acceptedLosses(operation);
    question.commandLines = {step.commandLine};
    return question;
}

Confirmation FailoverQuestions::step(const FailoverStep &step, const DeploymentInfo &deployment)
{
    Confirmation confirmation{tr("%1?", "title of a step").arg(step.title), deployment, tr("Run the step")};
    if (!step.consequence.isEmpty())
        confirmation.notes = {step.consequence};
    confirmation.commandLines = {step.commandLine};
    return confirmation;
}

QMessageBox *FailoverQuestions::stop(const FailoverOperation &operation, const FailoverStep &step, QWidget *parent)
{
    const bool isPast = operation.isPastPointOfNoReturn() || (changesHands(step) && step.hasPointOfNoReturn);
    const QString more = isPast
        ? tr("The point of no return may have been passed. Stopping takes nothing back then: the pool may stay between "
             "the two, with the pool state FailingOver, and its users may be served by neither. After stopping, the "
             "page says what is true and what to run next.")
        : tr("The users have not changed hands. What the command has done until now stays done; the page says "
             "afterwards what is true, and the step can be run again.");
    return makeQuestion(parent, u"stopQuestion"_s, tr("Stop the step"), tr("Stop \"%1\"?").arg(step.title), more,
                        tr("&Stop the step"), tr("&Let it go on"));
}

QMessageBox *FailoverQuestions::end(const FailoverOperation &operation, QWidget *parent)
{
    QStringList open;
    for (const OperationStep &step : operation.steps()) {
        if (step.state != StepState::Reached && step.state != StepState::LeftOut)
            open.append(step.step.title);
    }
    QString more = tr("These steps are not reached: %1.", "a list").arg(open.join("; "_L1));
    more += u'\n';
    more += operation.isPastPointOfNoReturn()
        ? tr("The pool may have changed hands. Ending the operation takes nothing back; the record says how the pools "
             "are then, and that it is not complete.")
        : tr("The users have not changed hands. Steps that were done stay done, next hops of Edge pools for example; "
             "the record says so, and that the operation is not complete.");
    more += u'\n';
    more += tr("An operation that has ended cannot be gone on with. To go on later, just leave it.");
    return makeQuestion(parent, u"endQuestion"_s, tr("End the operation"), tr("End it although it is not complete?"),
                        more, tr("&End it"), tr("&Keep it"));
}

} // namespace cspool
