#include "model/log_selection.h"

namespace cspool {

bool LogSelection::keeps(const Record &record)
{
    if (std::holds_alternative<ProgressRecord>(record.content))
        return false;
    const auto *step = std::get_if<StepRecord>(&record.content);
    if (!step || step->result != StepResult::Running)
        return true;
    if (m_begunSteps.contains(step->id))
        return false;
    m_begunSteps.insert(step->id);
    return true;
}

} // namespace cspool
