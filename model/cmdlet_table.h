// How the table of all cmdlets is put together: its rows by subject, and the parameters that several cmdlets share.
// Private to the cmdlet_table*.cpp files; everybody else asks cmdletTable() and findCmdlet().
#pragma once

#include "model/cmdlet_info.h"

#include <QCoreApplication>

namespace cspool {

// The rows state what is particular to each cmdlet. cmdletTable() completes them: .NET type names that follow from the
// type, the other half of every exclusion, WhatIf and Confirm, and the common parameters.
class CmdletTable
{
    Q_DECLARE_TR_FUNCTIONS(cspool::CmdletTable)

public:
    static QList<CmdletInfo> backupCmdlets();
    static QList<CmdletInfo> failoverCmdlets();
    static QList<CmdletInfo> topologyCmdlets();
    static QList<CmdletInfo> userDataCmdlets();

    // -PoolFqdn <Fqdn>, required.
    static ParameterInfo poolFqdn(const QString &help);
    static ParameterInfo switchParameter(const QString &name, const QString &help);
    static ParameterInfo localStore();
    // -Report <String>, a path on this machine.
    static ParameterInfo report();
    // -Force of cmdlets that ask before they act.
    static ParameterInfo forceWithoutAsking();
    // A parameter of genuine servers that changes nothing in the lab; says so at the end of its help.
    static ParameterInfo withoutMeaningInLab(ParameterInfo parameter);
};

} // namespace cspool
