#include "backend/remoting/psrp/psrp_requests.h"

#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

ClixmlValue object(const QList<ClixmlProperty> &properties)
{
    ClixmlObject object;
    object.extended = properties;
    return object;
}

ClixmlValue number(int value)
{
    return ClixmlValue(std::int32_t(value));
}

ClixmlValue apartmentState()
{
    return ClixmlValue::enumeration(u"System.Management.Automation.Runspaces.ApartmentState"_s, u"UNKNOWN"_s, 2);
}

// 2.2.3.14. With a host the server asks; without one it answers for itself. There is no raw user interface (keys,
// cursor, buffer), so none of its _hostDefaultData is sent either: the sizes and colours of a screen that is not there.
ClixmlValue hostInfo(bool hasHost)
{
    return object({{u"_isHostNull"_s, ClixmlValue(!hasHost)},
                   {u"_isHostUINull"_s, ClixmlValue(!hasHost)},
                   {u"_isHostRawUINull"_s, ClixmlValue(true)},
                   {u"_useRunspaceHost"_s, ClixmlValue(!hasHost)}});
}

// The list of .NET that commands, statements and arguments travel in.
ClixmlValue list(const QList<ClixmlValue> &items)
{
    ClixmlObject list(
        {u"System.Collections.Generic.List`1[[System.Management.Automation.PSObject, System.Management.Automation, "
         "Version=1.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]"_s,
         u"System.Object"_s});
    list.container = ClixmlContainer::List;
    list.items = items;
    return list;
}

// Nothing is merged: each record stream arrives as what it is.
ClixmlProperty notMerged(const QString &name)
{
    return {name,
            ClixmlValue::enumeration(u"System.Management.Automation.Runspaces.PipelineResultTypes"_s, u"None"_s, 0)};
}

ClixmlValue arguments(const QList<PsrpParameter> &parameters)
{
    QList<ClixmlValue> arguments;
    for (const PsrpParameter &parameter : parameters) {
        arguments.append(object({{u"N"_s, parameter.name.isEmpty() ? ClixmlValue() : ClixmlValue(parameter.name)},
                                 {u"V"_s, parameter.value}}));
    }
    return list(arguments);
}

// 2.2.3.11
ClixmlValue command(const PsrpCommand &command, const QVersionNumber &version)
{
    QList<ClixmlProperty> properties{{u"Cmd"_s, ClixmlValue(command.name)},
                                     {u"IsScript"_s, ClixmlValue(false)},
                                     {u"UseLocalScope"_s, {}},
                                     notMerged(u"MergeMyResult"_s),
                                     notMerged(u"MergeToResult"_s),
                                     notMerged(u"MergePreviousResults"_s),
                                     {u"Args"_s, arguments(command.parameters)}};
    if (version >= QVersionNumber(2, 2)) {
        for (const QString &stream : {u"MergeError"_s, u"MergeWarning"_s, u"MergeVerbose"_s, u"MergeDebug"_s})
            properties.append(notMerged(stream));
    }
    if (version >= QVersionNumber(2, 3))
        properties.append(notMerged(u"MergeInformation"_s));
    return object(properties);
}

ClixmlValue commandList(const QList<PsrpCommand> &commands, const QVersionNumber &version)
{
    QList<ClixmlValue> items;
    for (const PsrpCommand &item : commands)
        items.append(command(item, version));
    return list(items);
}

QList<QList<PsrpCommand>> statementsOf(const QList<PsrpCommand> &commands)
{
    QList<QList<PsrpCommand>> statements{{}};
    for (const PsrpCommand &command : commands) {
        statements.last().append(command);
        if (command.endsStatement)
            statements.append(QList<PsrpCommand>());
    }
    if (statements.last().isEmpty() && statements.size() > 1)
        statements.removeLast();
    return statements;
}

// 2.2.3.11: the first statement; all of them stand in ExtraCmds where there is more than one.
ClixmlValue powerShell(const QList<PsrpCommand> &commands, const QVersionNumber &version)
{
    const QList<QList<PsrpCommand>> statements = statementsOf(commands);
    ClixmlValue extra;
    if (statements.size() > 1) {
        QList<ClixmlValue> all;
        for (const QList<PsrpCommand> &statement : statements)
            all.append(object({{u"Cmds"_s, commandList(statement, version)}}));
        extra = list(all);
    }
    return object({{u"IsNested"_s, ClixmlValue(false)},
                   {u"ExtraCmds"_s, extra},
                   {u"Cmds"_s, commandList(statements.first(), version)},
                   {u"History"_s, {}},
                   {u"RedirectShellErrorOutputPipe"_s, ClixmlValue(false)}});
}

} // namespace

ClixmlValue sessionCapability()
{
    return object({{u"protocolversion"_s, ClixmlValue(ClixmlVersion{u"2.3"_s})},
                   {u"PSVersion"_s, ClixmlValue(ClixmlVersion{u"2.0"_s})},
                   {u"SerializationVersion"_s, ClixmlValue(ClixmlVersion{u"1.1.0.1"_s})}});
}

ClixmlValue initRunspacePool(const PsrpClient::Options &options)
{
    return object(
        {{u"MinRunspaces"_s, number(options.minRunspaces)},
         {u"MaxRunspaces"_s, number(options.maxRunspaces)},
         {u"PSThreadOptions"_s,
          ClixmlValue::enumeration(u"System.Management.Automation.Runspaces.PSThreadOptions"_s, u"Default"_s, 0)},
         {u"ApartmentState"_s, apartmentState()},
         {u"HostInfo"_s, hostInfo(options.hasHost)},
         {u"ApplicationArguments"_s, {}}});
}

ClixmlValue createPipeline(const PsrpClient::Options &options, const QList<PsrpCommand> &commands, bool hasInput,
                           const QString &serverProtocolVersion)
{
    const QVersionNumber version = QVersionNumber::fromString(serverProtocolVersion);
    return object({{u"NoInput"_s, ClixmlValue(!hasInput)},
                   {u"ApartmentState"_s, apartmentState()},
                   {u"RemoteStreamOptions"_s,
                    ClixmlValue::enumeration(u"System.Management.Automation.Runspaces.RemoteStreamOptions"_s,
                                             options.recordsTellInvocation ? u"AddInvocationInfo"_s : u"0"_s,
                                             options.recordsTellInvocation ? 15 : 0)},
                   {u"AddToHistory"_s, ClixmlValue(false)},
                   {u"HostInfo"_s, hostInfo(options.hasHost)},
                   {u"PowerShell"_s, powerShell(commands, version)},
                   {u"IsNested"_s, ClixmlValue(false)}});
}

ClixmlValue publicKeyData(const QString &publicKey)
{
    return object({{u"PublicKey"_s, ClixmlValue(publicKey)}});
}

} // namespace cspool
