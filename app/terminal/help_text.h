// Help as text: of cspool itself, of one cmdlet, and the list of cmdlets; all from CmdletInfo and the option table.
#pragma once

#include "app/terminal/verbs.h"
#include "model/cmdlet_info.h"

#include <QStringList>

namespace cspool {

// Every line at most `width` columns; 0: unlimited. Each text ends with a line feed.
QString usageText(int width);
QString cmdletHelpText(const CmdletInfo &info, int width);
QString verbHelpText(const VerbInfo &verb, int width);
// Those whose name contains `part`, in any case; empty when there is none.
QString cmdletListText(QStringView part, int width);

// "-PoolFqdn <Fqdn>", "[-Category <CMS | UserData>]", …: the parts of the syntax line after the cmdlet's name. Common
// parameters are one last part, "[<CommonParameters>]".
QStringList syntaxParts(const CmdletInfo &info);

// What must be said of a parameter besides its help: "Required: yes", "Not together with: SteadyState", …
struct HelpFact
{
    QString name;
    QString value;
};
QList<HelpFact> parameterFacts(const ParameterInfo &parameter);

// "readiness POOL [--disaster] [--failback]"
QString verbSyntax(const VerbInfo &verb);

// What exit codes and environment mean, as pairs of word and sentence.
QList<HelpFact> exitCodeFacts();
QList<HelpFact> environmentFacts();
QList<HelpFact> fileFacts();

} // namespace cspool
