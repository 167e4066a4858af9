#include "model/records.h"

#include "model/enum_text.h"

namespace cspool {

namespace {

constexpr EnumText<StepResult> stepResultTexts[] = {
    {StepResult::Running, "Running"},
    {StepResult::Succeeded, "Succeeded"},
    {StepResult::SucceededWithWarnings, "SucceededWithWarnings"},
    {StepResult::Failed, "Failed"},
    {StepResult::Cancelled, "Cancelled"},
    {StepResult::Skipped, "Skipped"},
};

constexpr EnumText<Outcome> outcomeTexts[] = {
    {Outcome::Succeeded, "Succeeded"},
    {Outcome::SucceededWithWarnings, "SucceededWithWarnings"},
    {Outcome::Failed, "Failed"},
    {Outcome::Cancelled, "Cancelled"},
    {Outcome::Skipped, "Skipped"},
    {Outcome::Previewed, "Previewed"},
    {Outcome::Interrupted, "Interrupted"},
};

} // namespace

QString toString(StepResult result)
{
    return enumToString(stepResultTexts, result);
}

std::optional<StepResult> stepResultFromString(QStringView text)
{
    return enumFromString(stepResultTexts, text);
}

QString toString(Outcome outcome)
{
    return enumToString(outcomeTexts, outcome);
}

std::optional<Outcome> outcomeFromString(QStringView text)
{
    return enumFromString(outcomeTexts, text);
}

} // namespace cspool
