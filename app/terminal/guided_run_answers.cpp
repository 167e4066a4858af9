// What a guided run asks, what the answers set going, and how a person or the end of the input stops it.
#include "app/terminal/guided_run.h"

#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

void GuidedRun::askAboutStep()
{
    const OperationStep &step = current();
    if (isPoolStep(step.step) && step.step.runsHere && !step.isBegun()) {
        askName(Asking::NameToRun,
                tr("To run this step, type the name of the pool; an empty line leaves the operation "
                   "here."));
        return;
    }
    m_question = questionFor(step, m_operation->canLeaveOut());
    m_asking = Asking::Step;
    m_conversation.askChoice(m_question.prompt);
}

// Whoever is not there cannot run anything elsewhere, nor judge what to do next.
void GuidedRun::decideUnattended()
{
    const OperationStep &step = current();
    // Also one that was interrupted and has come to nothing; not one that is neither here nor there.
    const bool isToBeRun
        = !step.step.commandLine.isEmpty() && (!step.isBegun() || step.finding.state == StepFinding::State::NotReached);
    if (step.step.isOptional && m_operation->canLeaveOut()) {
        say(tr("Left out, because it is optional."));
        leaveOut({});
    } else if (!step.step.runsHere) {
        say(tr("This step cannot be run from here."));
        leave();
    } else if (isToBeRun && !m_hasRun.contains(m_presented)) {
        runStep();
    } else {
        say(tr("The goal of the step is not reached, so the operation is left here."));
        leave();
    }
}

void GuidedRun::askName(Asking asking, const QString &sentence)
{
    m_asking = asking;
    m_conversation.askLine(paragraphText(sentence, m_style) + tr("Name of the pool: "));
}

void GuidedRun::takeChoice(int choice)
{
    m_asking = Asking::Nothing;
    act(m_question.answers.at(choice));
}

void GuidedRun::act(StepAnswer answer)
{
    switch (answer) {
    case StepAnswer::Run:
        if (isPoolStep(current().step))
            askName(Asking::NameToRun, tr("To run this step again, type the name of the pool."));
        else
            runStep();
        return;
    case StepAnswer::Look:
        startTelling();
        if (!current().step.runsHere && !current().wasRunElsewhere)
            m_operation->markCurrentStepRunElsewhere();
        else if (current().step.commandLine.isEmpty())
            m_operation->runCurrentStep();
        else
            m_operation->verify();
        return;
    case StepAnswer::LeaveOut:
        if (current().step.isOptional) {
            leaveOut({});
        } else {
            m_asking = Asking::Reason;
            m_conversation.askLine(tr("Why is it left out? The record keeps the reason: "));
        }
        return;
    case StepAnswer::Stop:
        leave();
        return;
    }
}

void GuidedRun::takeLine(const QString &line)
{
    switch (std::exchange(m_asking, Asking::Nothing)) {
    case Asking::NameToBegin:
        if (namesPool(line, m_request.goal.pool)) {
            begin();
        } else {
            say(line.trimmed().isEmpty() ? tr("Nothing was begun.")
                                         : tr("That is not the name of the pool. Nothing was begun."));
            finish(ExitCode::Cancelled);
        }
        return;
    case Asking::NameToRun:
        takeNameToRun(line);
        return;
    case Asking::Reason:
        if (line.trimmed().isEmpty()) {
            say(tr("Without a reason it is not left out."));
            askAboutStep();
        } else {
            leaveOut(line.trimmed());
        }
        return;
    case Asking::Step:
    case Asking::Nothing:
        return;
    }
}

void GuidedRun::takeNameToRun(const QString &line)
{
    if (namesPool(line, m_operation->goal().pool)) {
        runStep();
        return;
    }
    if (!line.trimmed().isEmpty())
        say(tr("That is not the name of the pool. The step was not run."));
    leave();
}

void GuidedRun::leaveOut(const QString &reason)
{
    m_operation->leaveOut(reason); // advance() follows
}

void GuidedRun::interrupt()
{
    if (m_isOver)
        return;
    const bool wasAsking = m_conversation.isAsking();
    m_conversation.leaveQuestion();
    if (!m_operation) {
        say(tr("Nothing was begun."));
        finish(ExitCode::Cancelled);
        return;
    }
    if (wasAsking || !m_operation->isBusy()) {
        leave();
        return;
    }
    const QString lineEnd = isTerminal(StandardStream::Error) ? u"\n"_s : QString();
    m_conversation.say(lineEnd);
    if (std::exchange(m_isStopping, true)) {
        // The command has ended, and its goal is only waited for.
        if (m_acting >= 0 && m_operation->steps().at(m_acting).state == StepState::Verifying) {
            m_operation->stopCurrentStep();
            return;
        }
        say(tr("Still stopping. What has begun cannot simply be called cancelled: what is true is read when it has "
               "ended."));
        return;
    }
    say(m_operation->isPastPointOfNoReturn()
            ? tr("The pool may have changed hands already: nothing is taken back by stopping. What is true is read "
                 "now.")
            : tr("Stopping the step, as far as it can be stopped. What is true is read afterwards."));
    m_operation->stopCurrentStep();
}

void GuidedRun::endOfInput()
{
    m_asking = Asking::Nothing;
    say(tr("The question could not be answered, because the standard input has ended."));
    if (m_operation) {
        leave();
        return;
    }
    say(tr("Nothing was begun. A script names the pool with --confirm."));
    finish(ExitCode::Cancelled);
}

} // namespace cspool
