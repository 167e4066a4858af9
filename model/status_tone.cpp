#include "model/status_tone.h"

namespace cspool {

StatusTone toneOf(ExportStatus status)
{
    switch (status) {
    case ExportStatus::FinalState:
    case ExportStatus::SteadyState:
        return StatusTone::Good;
    case ExportStatus::NonSteadyState:
    case ExportStatus::NotInitialized:
        return StatusTone::Attention;
    case ExportStatus::ErrorState:
        return StatusTone::Bad;
    }
    return StatusTone::Unknown;
}

StatusTone toneOf(ImportStatus status)
{
    switch (status) {
    case ImportStatus::NormalState:
        return StatusTone::Good;
    case ImportStatus::NotInitialized:
        return StatusTone::Attention;
    case ImportStatus::ErrorState:
        return StatusTone::Bad;
    }
    return StatusTone::Unknown;
}

StatusTone toneOf(PoolState state)
{
    switch (state) {
    case PoolState::Active:
        return StatusTone::Good;
    case PoolState::FailingOver:
        return StatusTone::Bad; // nobody may write the pool's data until it is done
    case PoolState::FailedOver:
    case PoolState::FailedBack:
        return StatusTone::Attention;
    }
    return StatusTone::Unknown;
}

StatusTone toneOf(JobState state)
{
    switch (state) {
    case JobState::WaitingForAnswer:
        return StatusTone::Attention;
    case JobState::Queued:
    case JobState::Running:
    case JobState::Cancelling:
        return StatusTone::Working;
    case JobState::Finished:
        return StatusTone::None; // the outcome tells
    }
    return StatusTone::Unknown;
}

StatusTone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return StatusTone::Good;
    case Outcome::SucceededWithWarnings:
    case Outcome::Interrupted:
        return StatusTone::Attention;
    case Outcome::Failed:
        return StatusTone::Bad;
    case Outcome::Cancelled:
    case Outcome::Skipped:
    case Outcome::Previewed:
        return StatusTone::Neutral;
    }
    return StatusTone::Unknown;
}

StatusTone toneOf(StepResult result)
{
    switch (result) {
    case StepResult::Running:
        return StatusTone::Working;
    case StepResult::Succeeded:
        return StatusTone::Good;
    case StepResult::SucceededWithWarnings:
        return StatusTone::Attention;
    case StepResult::Failed:
        return StatusTone::Bad;
    case StepResult::Cancelled:
    case StepResult::Skipped:
        return StatusTone::Neutral;
    }
    return StatusTone::Unknown;
}

} // namespace cspool
