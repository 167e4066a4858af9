// PowerShell's lexical rules: quoting a value so that the shell reads it back unchanged, and splitting a line.
#pragma once

#include "model/result.h"

#include <QList>
#include <QStringList>

namespace cspool {

// The value as an argument: bare where PowerShell would read a bare word as this very string, else in quotes.
QString quotePowerShell(const QString &value);

struct PowerShellToken
{
    enum class Kind {
        Word, // an argument value; for a list, `values` holds its elements
        Parameter, // "-Name"; `hasArgument` when it was written "-Name:value"
    };
    Kind kind = Kind::Word;
    QString text; // unquoted; of a Parameter its name without '-'
    QStringList values = {}; // elements of 'a','b'; empty for a single value
    bool isQuoted = false;
    bool hasArgument = false; // Parameter: the next token is its argument, after ':'
    qsizetype position = 0; // offset in the line, for messages
};

// One command in argument mode (about_Parsing, about_Quoting_Rules): '…' with '' for ', "…" with backquote
// escapes and "" for ", typographic quotes and dashes as PowerShell takes them, backquote at a line's end as
// continuation, # comments, commas. Refuses what would be more than one plain command: $variables other
// than $true, $false and $null, (…), {…}, |, ;, &, <, >, @.
Result<QList<PowerShellToken>> tokenizePowerShell(const QString &line);

} // namespace cspool
