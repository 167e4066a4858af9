// PowerShell's lexical rules: quoting a value so that the shell reads it back unchanged, and splitting a line.
#pragma once

#include "model/result.h"

#include <QList>
#include <QStringList>

namespace cspool {

// The hyphen and the dashes that PowerShell takes for one: en dash, em dash, horizontal bar.
bool isPowerShellDash(QChar character);

// The value as an argument: bare where PowerShell would read a bare word as this very string, else in single quotes;
// in double quotes with backquote escapes when it holds control characters, so that it stays on one line.
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
    bool isQuoted = false; // something in it was quoted or escaped: then '$true' is a text and not the constant
    bool hasArgument = false; // Parameter: the next token is its argument, after ':'
    qsizetype position = 0; // offset in the line, for messages
};

// One command in argument mode (about_Parsing, about_Quoting_Rules): '…' with '' for ', "…" with backquote
// escapes and "" for ", typographic quotes and dashes as PowerShell takes them, backquote at a line's end as
// continuation, # comments, commas, "--" as the end of the parameters. Refuses what would be more than one plain
// command: $variables other than $true, $false and $null (which come as words that are not quoted), (…), {…}, |, ;, &,
// <, >, @. Escapes are those of Windows PowerShell 5.1, in which Lync's cmdlets run: `e and `u are no escapes there.
// Errors: "TerminatorExpectedAtEndOfString", "MissingArgument" (a comma without a value), "UnsupportedSyntax".
Result<QList<PowerShellToken>> tokenizePowerShell(const QString &line);

} // namespace cspool
