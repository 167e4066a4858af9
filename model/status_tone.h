// StatusTone: how good a status is for an administrator. Windows turn it into an icon with its own shape beside the
// word, never into colour alone.
#pragma once

#include "model/backup_service_status.h"
#include "model/job.h"
#include "model/pool.h"

namespace cspool {

enum class StatusTone {
    None, // says nothing about good or bad; no icon
    Good,
    Working, // under way, or waiting its turn
    Attention, // somebody should look at it
    Bad,
    Unknown, // not reported, not read yet, or could not be read
    Neutral, // ended, and neither a success nor a failure: cancelled, skipped, previewed
};

StatusTone toneOf(ExportStatus status);
StatusTone toneOf(ImportStatus status);
StatusTone toneOf(PoolState state);
StatusTone toneOf(JobState state);
StatusTone toneOf(Outcome outcome);
StatusTone toneOf(StepResult result);

} // namespace cspool
