// The text side of a prompt: what is shown for a question with choices and which choice an answer means, as
// PowerShell's console does it.
#pragma once

#include "model/prompt.h"

#include <optional>

namespace cspool {

// Caption and message, then promptLine().
QString promptText(const PromptRequest &prompt);

// "[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): "
QString promptLine(const PromptRequest &prompt);

// "Y - Continue with only the next step of the operation.", a line for each choice.
QString choiceHelp(const PromptRequest &prompt);

struct ChoiceAnswer
{
    enum class Kind {
        Choice,
        Help, // "?"
        Unknown, // to be asked again
    };
    Kind kind = Kind::Unknown;
    int choice = -1; // index into the prompt's choices
};

// By hot key or by the whole label, in any case; an empty answer is the default choice.
ChoiceAnswer choiceFor(const PromptRequest &prompt, const QString &answer);

} // namespace cspool
