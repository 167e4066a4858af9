// The words of a prompt's dialog: what its choices say, and which of them is safe.
#pragma once

#include "model/prompt.h"

namespace cspool {

// PowerShell's question of ShouldProcess: Yes, Yes to All, No, No to All, and on servers Suspend.
bool isConfirmation(const PromptRequest &prompt);

// The label of a choice, with its mnemonic: PowerShell's words; the Yes of a known cmdlet's confirmation also names the
// deed: "&Yes: back up the pool".
QString choiceText(const PromptRequest &prompt, int choice, const QString &cmdlet);

// The choice that may have the keyboard when the dialog appears; -1: none of them. PowerShell's default is taken only
// where it does not say yes: it lists what goes on first, so a default that is the first choice, or a Yes of a
// confirmation, gives way to No; where nothing is known to be No, no choice is preselected.
int safeChoice(const PromptRequest &prompt);

} // namespace cspool
