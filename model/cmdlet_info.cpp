#include "model/cmdlet_info.h"

#include <algorithm>

namespace cspool {

namespace {

bool isNamed(const ParameterInfo &parameter, QStringView name)
{
    return name.compare(parameter.name, Qt::CaseInsensitive) == 0
        || parameter.aliases.contains(name, Qt::CaseInsensitive);
}

} // namespace

const ParameterInfo *CmdletInfo::parameter(QStringView name) const
{
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [name](const ParameterInfo &parameter) { return isNamed(parameter, name); });
    return found == parameters.end() ? nullptr : &*found;
}

QList<const ParameterInfo *> CmdletInfo::parametersMatching(QStringView prefix) const
{
    if (const ParameterInfo *exact = parameter(prefix))
        return {exact};
    QList<const ParameterInfo *> matches;
    for (const ParameterInfo &parameter : parameters) {
        if (parameter.name.startsWith(prefix, Qt::CaseInsensitive))
            matches.append(&parameter);
    }
    QList<const ParameterInfo *> own = matches;
    own.removeIf([](const ParameterInfo *parameter) { return parameter->isCommon; });
    return own.size() == 1 ? own : matches;
}

const CmdletInfo *findCmdlet(QStringView name)
{
    const QList<CmdletInfo> &table = cmdletTable();
    const auto found = std::find_if(table.begin(), table.end(), [name](const CmdletInfo &cmdlet) {
        return name.compare(cmdlet.name, Qt::CaseInsensitive) == 0;
    });
    return found == table.end() ? nullptr : &*found;
}

} // namespace cspool
