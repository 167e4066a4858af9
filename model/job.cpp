#include "model/job.h"

#include "model/enum_text.h"

namespace cspool {

QString toString(JobState state)
{
    static constexpr EnumText<JobState> texts[] = {
        {JobState::Queued, "Queued"},
        {JobState::Running, "Running"},
        {JobState::WaitingForAnswer, "WaitingForAnswer"},
        {JobState::Cancelling, "Cancelling"},
        {JobState::Finished, "Finished"},
    };
    return enumToString(texts, state);
}

} // namespace cspool
