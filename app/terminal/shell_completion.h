// Completion for shells, generated from the cmdlet table and the option table: cmdlets, parameters, the values of
// enumerations, and files and folders where a parameter names one.
#pragma once

#include <QString>

namespace cspool {

// Defines _cspool and registers it. Needs nothing but bash 4.4, not even the package bash-completion.
QString bashCompletion();

// To be sourced once compinit has run, or put as "_cspool" into a folder of $fpath.
QString zshCompletion();

} // namespace cspool
