// OperationWork: beginning, going on with and ending an operation, and what is written down of it.
#include "backend/failover/operation_work.h"

#include "backend/user_name.h"

#include <QSysInfo>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// The line was read from a file that others could have changed.
bool isCommandOf(const FailoverStep &step)
{
    const Result<Command> command = parseCommand(step.commandLine);
    return command && failoverCmdlets().contains(command->cmdlet(), Qt::CaseInsensitive)
        && command->string(u"PoolFqdn", step.subject).compare(step.subject, Qt::CaseInsensitive) == 0;
}

} // namespace

OperationWork::OperationWork(FailoverOperation *operation, const FailoverOperation::Parts &parts)
    : q(operation)
    , m_parts(parts)
    , m_journal(std::make_unique<OperationJournal>(parts.storeFolder))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { look(factsOf(state.steps().at(m_step).step)); });
    connect(m_parts.jobs, &JobRunner::jobFinished, this, &OperationWork::takeJobsEnd);
}

// --- the record -----------------------------------------------------------------------------------------------------

OperationEvent OperationWork::eventOf(const OperationEventContent &content) const
{
    return {m_parts.now ? m_parts.now() : QDateTime::currentDateTimeUtc(), currentUserName(),
            QSysInfo::machineHostName(), content};
}

void OperationWork::append(const QList<OperationEvent> &happened)
{
    for (const OperationEvent &event : happened)
        state.apply(event);
    events += happened;
    m_written.resize(state.steps().size());
}

// Of what has happened, whatever becomes of its record.
void OperationWork::record(const OperationEventContent &content)
{
    const QList<OperationEvent> happened{eventOf(content)};
    append(happened);
    m_journal->add(happened, OperationJournal::Need::HasHappened, this, [this](const Result<> &written) {
        // Once until it works again: every event would say the same.
        if (!std::exchange(m_hasWritingFailed, !written) && !written)
            Q_EMIT q->journalFailed(written.error());
    });
}

// `then`, unless they cannot be written.
void OperationWork::writeBefore(const QList<OperationEventContent> &contents, const std::function<void()> &then)
{
    QList<OperationEvent> planned;
    for (const OperationEventContent &content : contents)
        planned.append(eventOf(content));
    m_journal->add(planned, OperationJournal::Need::BeforeItHappens, this,
                   [this, planned, then](const Result<> &written) {
                       if (written) {
                           append(planned);
                           then();
                           return;
                       }
                       m_activity = Activity::None;
                       const QPointer<OperationWork> alive(this);
                       Q_EMIT q->journalFailed(written.error());
                       if (alive)
                           Q_EMIT q->changed();
                   });
    become(Activity::Writing);
}

void OperationWork::become(Activity activity, int step)
{
    m_activity = activity;
    m_step = step;
    state.setActive(step, activity == Activity::Running ? StepState::Running : StepState::Verifying);
    Q_EMIT q->changed();
}

// --- beginning and going on -----------------------------------------------------------------------------------------

void OperationWork::startSurvey()
{
    m_survey = std::make_unique<FailoverSurvey>(m_parts.queries, state.begun().goal);
    // Queued: a slot of the operation may destroy the survey.
    connect(m_survey.get(), &FailoverSurvey::finished, this, &OperationWork::takeLook, Qt::QueuedConnection);
}

void OperationWork::begin(const FailoverFacts &facts, const QStringList &losses, const Made &made)
{
    if (stepsFor(facts).isEmpty()) {
        const Error error{
            ErrorCategory::InvalidOperation, u"NoFailoverSteps"_s,
            tr("The backup pool of %1 is not known, so there are no steps to guide through.").arg(facts.goal.pool),
            tr("Look at the readiness of the pool: its checks say what is missing."), facts.goal.pool};
        QMetaObject::invokeMethod(
            this, [made, error] { made(error); }, Qt::QueuedConnection);
        return;
    }
    const DeploymentInfo deployment = m_parts.session->deployment();
    const OperationEvent first = eventOf({});
    // In the journal's thread.
    const auto beginning = [facts, losses, deployment, first](const QStringList &movedEdgePools) {
        OperationEvent begun = first;
        begun.content = OperationBegun{
            facts.goal, facts.backupPool(), deployment, stepsFor(facts, movedEdgePools), QStringLiteral(CSPOOL_VERSION),
            losses};
        OperationEvent checked = first;
        checked.content = ChecksRead{checksFor(facts)};
        return QList<OperationEvent>{begun, checked};
    };
    m_journal->create(facts.goal.pool, deployment, beginning, this,
                      [this, facts, made](const Result<OperationJournal::Begun> &begun) {
                          if (!begun) {
                              made(begun.error());
                              return;
                          }
                          id = begun->id;
                          append(begun->events);
                          for (int i = 0; i < state.steps().size(); ++i)
                              state.setFinding(i, findingFor(state.steps().at(i).step, facts));
                          startSurvey();
                          made({});
                      });
}

Result<> OperationWork::checkResumable(const QList<OperationEvent> &read) const
{
    const OperationState resumed(read);
    const OperationBegun &begun = resumed.begun();
    if (begun.deployment.id != m_parts.session->deployment().id) {
        return Error{
            ErrorCategory::InvalidOperation, u"OperationElsewhere"_s,
            tr("The operation belongs to another deployment: %1, %2.")
                .arg(begun.deployment.name, begun.deployment.location),
            tr("Open that deployment and go on with the operation there. If it can no longer be reached, begin a new "
               "operation: what has been done already is read from the deployment."),
            begun.deployment.name};
    }
    if (resumed.hasEnded()) {
        return Error{ErrorCategory::InvalidOperation, u"OperationEnded"_s,
                     tr("The operation on %1 has ended.").arg(begun.goal.pool),
                     tr("Its report can be read; begin a new operation to go on."), begun.goal.pool};
    }
    for (const FailoverStep &step : begun.steps) {
        if (step.runsHere && !step.commandLine.isEmpty() && !isCommandOf(step)) {
            return Error{ErrorCategory::InvalidData, u"OperationDamaged"_s,
                         tr("The record of the operation holds a command that no failover needs: %1")
                             .arg(step.commandLine.left(200)),
                         tr("Begin a new operation: its checks and steps are read from the deployment."),
                         step.commandLine.left(200)};
        }
    }
    return {};
}

void OperationWork::resume(const QUuid &operation, const Made &made)
{
    m_journal->open(operation, this, [this, operation, made](const Result<QList<OperationEvent>> &read) {
        const Result<> checked = read ? checkResumable(*read) : Result<>(read.error());
        if (!checked) {
            made(checked);
            return;
        }
        id = operation;
        append(*read);
        const QList<OperationEvent> resumed{eventOf(OperationResumed{})};
        m_journal->add(resumed, OperationJournal::Need::BeforeItHappens, this,
                       [this, resumed, made](const Result<> &written) {
                           if (written) {
                               append(resumed);
                               startSurvey();
                               lookAtAll();
                           }
                           made(written);
                       });
    });
}

// --- what a person decides ------------------------------------------------------------------------------------------

void OperationWork::markCurrentStepRunElsewhere()
{
    const int current = state.currentStep();
    if (current < 0)
        return;
    const FailoverStep step = state.steps().at(current).step;
    record(StepRunElsewhere{step.id(), step.commandLine});
    m_written[current].reset();
    verify(current);
}

void OperationWork::leaveOut(const QString &reason)
{
    const FailoverStep step = state.steps().at(state.currentStep()).step;
    if (reason.trimmed().isEmpty() && !step.isOptional)
        return;
    record(StepLeftOut{step.id(), reason.trimmed()});
    Q_EMIT q->changed();
}

// An operation that is complete is followed by its way back, if by anything: asked whether the pool could be failed
// over, a pool that has been failed over is "not ready", and the record of a success would end in red.
FailoverGoal OperationWork::goalAtTheEnd() const
{
    const FailoverGoal &goal = state.begun().goal;
    return state.isComplete() ? wayBack(goal) : goal;
}

void OperationWork::end()
{
    m_survey->setGoal(goalAtTheEnd());
    m_wanted = {std::begin(AllFailoverFacts), std::end(AllFailoverFacts)};
    m_survey->read();
    become(Activity::Ending);
}

void OperationWork::finishEnd()
{
    FailoverFacts facts = m_survey->facts();
    if (facts.goal != goalAtTheEnd()) { // the last look has found that it is not complete any more
        facts.goal = goalAtTheEnd();
        facts.preview = {};
    }
    writeBefore({ChecksRead{checksFor(facts)}, OperationEnded{state.isComplete(), state.summary()}}, [this] {
        m_journal->close();
        const QPointer<OperationWork> alive(this);
        become(Activity::None);
        if (alive)
            Q_EMIT q->ended();
    });
}

} // namespace cspool
