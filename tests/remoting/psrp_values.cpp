#include "tests/remoting/psrp_values.h"

namespace cspool::test {

using namespace Qt::StringLiterals;

ClixmlValue enumeration(const QString &typeName, const QString &name, int number)
{
    ClixmlObject object;
    object.typeNames = {typeName, u"System.Enum"_s, u"System.ValueType"_s, u"System.Object"_s};
    object.text = name;
    object.inner = ClixmlValue(std::int32_t(number));
    return ClixmlValue(std::move(object));
}

ClixmlValue list(const QList<ClixmlValue> &items)
{
    ClixmlObject object;
    object.typeNames = {u"System.Collections.ArrayList"_s, u"System.Object"_s};
    object.container = ClixmlContainer::List;
    object.items = items;
    return ClixmlValue(std::move(object));
}

ClixmlValue text(const QString &text)
{
    return ClixmlValue(text);
}

ClixmlObject errorRecord(const QString &message, const QString &id, int category, const QString &target)
{
    ClixmlObject exception;
    exception.typeNames = {u"System.Exception"_s, u"System.Object"_s};
    exception.text = u"System.Exception: "_s + message;
    exception.adapted = {{u"Message"_s, ClixmlValue(message)}};
    ClixmlObject record;
    record.typeNames = {u"System.Management.Automation.ErrorRecord"_s, u"System.Object"_s};
    record.text = message;
    record.extended = {{u"Exception"_s, ClixmlValue(exception)},
                       {u"TargetObject"_s, target.isEmpty() ? ClixmlValue() : ClixmlValue(target)},
                       {u"FullyQualifiedErrorId"_s, ClixmlValue(id)},
                       {u"InvocationInfo"_s, ClixmlValue()},
                       {u"ErrorCategory_Category"_s, ClixmlValue(std::int32_t(category))},
                       {u"ErrorCategory_Activity"_s, ClixmlValue(u"Backup-CsPool"_s)},
                       {u"ErrorCategory_Reason"_s, ClixmlValue(u"Exception"_s)},
                       {u"ErrorCategory_TargetName"_s, ClixmlValue(target)},
                       {u"ErrorCategory_TargetType"_s, ClixmlValue(QString())},
                       {u"ErrorCategory_Message"_s, ClixmlValue(message)},
                       {u"SerializeExtendedInfo"_s, ClixmlValue(false)}};
    return record;
}

ClixmlValue progressRecord(const QString &activity, int id, int percent, const QString &status, int secondsLeft,
                           bool isCompleted, int parent)
{
    return messageObject({{u"Activity"_s, ClixmlValue(activity)},
                          {u"ActivityId"_s, ClixmlValue(std::int32_t(id))},
                          {u"StatusDescription"_s, ClixmlValue(status)},
                          {u"CurrentOperation"_s, ClixmlValue()},
                          {u"ParentActivityId"_s, ClixmlValue(std::int32_t(parent))},
                          {u"PercentComplete"_s, ClixmlValue(std::int32_t(percent))},
                          {u"Type"_s,
                           enumeration(u"System.Management.Automation.ProgressRecordType"_s,
                                       isCompleted ? u"Completed"_s : u"Processing"_s, isCompleted ? 1 : 0)},
                          {u"SecondsRemaining"_s, ClixmlValue(std::int32_t(secondsLeft))}});
}

ClixmlValue messageObject(const QList<ClixmlProperty> &extended)
{
    ClixmlObject object;
    object.extended = extended;
    return ClixmlValue(std::move(object));
}

ClixmlValue informationalRecord(const QString &typeName, const QString &message)
{
    ClixmlObject object;
    object.typeNames = {typeName, u"System.Management.Automation.InformationalRecord"_s, u"System.Object"_s};
    object.text = message;
    object.extended = {{u"InformationalRecord_Message"_s, ClixmlValue(message)},
                       {u"InformationalRecord_SerializeInvocationInfo"_s, ClixmlValue(false)}};
    return ClixmlValue(std::move(object));
}

QString stringOf(const ClixmlValue &value)
{
    if (const QString *string = value.get<QString>())
        return *string;
    return value.object() ? value.object()->text.value_or(QString()) : QString();
}

} // namespace cspool::test
