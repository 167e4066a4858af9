#include "backend/remoting/psrp/host_call.h"

#include <QCoreApplication>

#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

// What the server gives as the id of a call that it does not wait for.
constexpr qint64 NotAnswered = -100;

Error invalid()
{
    return {ErrorCategory::InvalidData, u"HostCallInvalid"_s,
            QCoreApplication::translate("HostCall",
                                        "The server called the client's host in a way that is not understood.")};
}

// Genuine servers write the id with 64 bits, the method as an enum of 32; others write either as they like.
std::optional<qint64> integer(const ClixmlValue &value)
{
    if (const auto *number = value.get<std::int64_t>())
        return *number;
    const auto *number = value.get<std::int32_t>();
    return number ? std::optional<qint64>(*number) : std::nullopt;
}

ClixmlObject response(const HostCall &call)
{
    ClixmlObject object;
    object.extended = {{u"ci"_s, ClixmlValue(std::int64_t(call.id))},
                       {u"mi"_s,
                        ClixmlValue::enumeration(u"System.Management.Automation.Remoting.RemoteHostMethodId"_s,
                                                 call.methodName, call.method)}};
    return object;
}

} // namespace

bool HostCall::isAnswered() const
{
    return id != NotAnswered;
}

bool HostCall::isWriting() const
{
    return method >= int(HostMethod::Write1) && method <= int(HostMethod::WriteWarningLine);
}

Result<HostCall> HostCall::decode(const ClixmlValue &value)
{
    const ClixmlObject *object = value.object();
    if (!object)
        return invalid();
    const std::optional<qint64> id = integer(object->property(u"ci"));
    const ClixmlValue method = object->property(u"mi");
    const std::optional<qint64> number = integer(method.object() ? method.object()->inner : method);
    if (!id || !number || *number < 0 || *number > std::numeric_limits<int>::max())
        return invalid();
    const ClixmlObject *parameters = object->property(u"mp").object();
    return HostCall{*id, int(*number), method.object() ? method.object()->text.value_or(QString()) : QString(),
                    parameters ? parameters->items : QList<ClixmlValue>()};
}

ClixmlValue hostCall(const HostCall &call)
{
    ClixmlObject parameters({u"System.Collections.ArrayList"_s, u"System.Object"_s});
    parameters.container = ClixmlContainer::List;
    parameters.items = call.parameters;
    ClixmlObject object = response(call);
    object.extended.append({u"mp"_s, parameters});
    return object;
}

ClixmlValue hostResponse(const HostCall &call, const ClixmlValue &result)
{
    ClixmlObject object = response(call);
    object.extended.append({u"mr"_s, result});
    return object;
}

// With every property without which a server refuses to read an error record (MS-PSRP 2.2.3.15).
ClixmlValue hostFailure(const HostCall &call, const QString &reason)
{
    ClixmlObject exception({u"System.Management.Automation.Host.HostException"_s,
                            u"System.Management.Automation.RuntimeException"_s, u"System.SystemException"_s,
                            u"System.Exception"_s, u"System.Object"_s});
    exception.text = reason;
    exception.adapted = {{u"Message"_s, ClixmlValue(reason)}};
    ClixmlObject record({u"System.Management.Automation.ErrorRecord"_s, u"System.Object"_s});
    record.text = reason;
    const ClixmlValue empty(QString(u""_s));
    record.extended = {{u"Exception"_s, exception},
                       {u"TargetObject"_s, {}},
                       {u"FullyQualifiedErrorId"_s, ClixmlValue(u"HostMethodFailed"_s)},
                       {u"InvocationInfo"_s, {}},
                       {u"ErrorCategory_Category"_s, ClixmlValue(std::int32_t(11))}, // NotImplemented
                       {u"ErrorCategory_Activity"_s, ClixmlValue(call.methodName)},
                       {u"ErrorCategory_Reason"_s, ClixmlValue(u"HostException"_s)},
                       {u"ErrorCategory_TargetName"_s, empty},
                       {u"ErrorCategory_TargetType"_s, empty},
                       {u"ErrorCategory_Message"_s, ClixmlValue(reason)},
                       {u"SerializeExtendedInfo"_s, ClixmlValue(false)}};
    ClixmlObject object = response(call);
    object.extended.append({u"me"_s, record});
    return object;
}

} // namespace cspool
