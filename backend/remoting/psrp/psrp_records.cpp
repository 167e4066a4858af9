#include "backend/remoting/psrp/psrp_records.h"

#include "backend/remoting/clixml/clixml_text.h"

#include <concepts>
#include <limits>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

// The numbers of System.Management.Automation.ErrorCategory, those this program has no word for as the nearest one.
ErrorCategory categoryOf(int number)
{
    static constexpr ErrorCategory categories[] = {
        ErrorCategory::NotSpecified,        ErrorCategory::ResourceUnavailable, // OpenError
        ErrorCategory::NotSpecified, // CloseError
        ErrorCategory::ResourceUnavailable, // DeviceError
        ErrorCategory::ResourceBusy, // DeadlockDetected
        ErrorCategory::InvalidArgument,     ErrorCategory::InvalidData,         ErrorCategory::InvalidOperation,
        ErrorCategory::InvalidData, // InvalidResult
        ErrorCategory::InvalidArgument, // InvalidType
        ErrorCategory::InvalidData, // MetadataError
        ErrorCategory::InvalidOperation, // NotImplemented
        ErrorCategory::ResourceUnavailable, // NotInstalled
        ErrorCategory::ObjectNotFound,      ErrorCategory::OperationStopped,    ErrorCategory::OperationTimeout,
        ErrorCategory::InvalidArgument, // SyntaxError
        ErrorCategory::InvalidArgument, // ParserError
        ErrorCategory::PermissionDenied,    ErrorCategory::ResourceBusy,        ErrorCategory::ResourceExists,
        ErrorCategory::ResourceUnavailable, ErrorCategory::ReadError,           ErrorCategory::WriteError,
        ErrorCategory::NotSpecified, // FromStdErr
        ErrorCategory::PermissionDenied, // SecurityError
        ErrorCategory::InvalidData, // ProtocolError
        ErrorCategory::ResourceUnavailable, // ConnectionError
        ErrorCategory::PermissionDenied, // AuthenticationError
        ErrorCategory::LimitsExceeded,
        ErrorCategory::LimitsExceeded, // QuotaExceeded
        ErrorCategory::InvalidOperation, // NotEnabled
    };
    return number >= 0 && number < int(std::size(categories)) ? categories[number] : ErrorCategory::NotSpecified;
}

struct ToVariant
{
    QVariant operator()(std::nullptr_t) const { return {}; }
    QVariant operator()(const QString &text) const { return text; }
    QVariant operator()(QChar character) const { return QString(character); }
    QVariant operator()(bool value) const { return value; }
    QVariant operator()(const ClixmlDateTime &time) const { return time.time.toUTC(); }
    QVariant operator()(const TimeSpan &duration) const { return QVariant::fromValue(duration); }
    template <std::integral T> QVariant operator()(T number) const
    {
        if constexpr (sizeof(T) < sizeof(int) || std::is_same_v<T, std::int32_t>)
            return int(number);
        else if constexpr (std::is_same_v<T, std::uint64_t>)
            return number > quint64(std::numeric_limits<qint64>::max()) ? QVariant(QString::number(number))
                                                                        : QVariant(qint64(number));
        else
            return qint64(number);
    }
    template <std::floating_point T> QVariant operator()(T number) const { return double(number); }
    QVariant operator()(const QByteArray &bytes) const { return bytes; }
    QVariant operator()(const QUuid &uuid) const { return uuid; }
    QVariant operator()(const ClixmlSecureString &) const { return u"System.Security.SecureString"_s; }
    QVariant operator()(const std::shared_ptr<const ClixmlObject> &) const { return {}; } // not asked
    // Decimals, URIs, versions, XML, script blocks.
    template <typename T>
        requires requires(const T &other) { other.text; }
    QVariant operator()(const T &other) const
    {
        return other.text;
    }
};

bool isList(ClixmlContainer container)
{
    return container != ClixmlContainer::None && container != ClixmlContainer::Dictionary;
}

QVariantList listOf(const ClixmlObject &object)
{
    QVariantList list;
    list.reserve(object.items.size());
    for (const ClixmlValue &item : object.items)
        list.append(toVariant(item));
    return list;
}

Object objectOf(const ClixmlObject &source)
{
    Object object;
    object.setTypeNames(source.typeNames);
    object.setText(source.text.value_or(QString()));
    for (const auto &[key, value] : source.entries)
        object.set(displayText(toVariant(key)), toVariant(value));
    for (const ClixmlProperty &property : source.adapted)
        object.set(property.name, toVariant(property.value));
    for (const ClixmlProperty &property : source.extended) // these hide adapted ones
        object.set(property.name, toVariant(property.value));
    return object;
}

QString text(const ClixmlObject &object, QStringView name)
{
    const QVariant value = toVariant(object.property(name));
    return value.canConvert<Object>() ? value.value<Object>().text() : displayText(value);
}

int number(const ClixmlObject &object, QStringView name, int fallback)
{
    const QVariant value = toVariant(object.property(name));
    if (value.canConvert<Object>()) { // an enum
        const ClixmlObject *enumeration = object.property(name).object();
        const auto *inner = enumeration ? enumeration->inner.get<std::int32_t>() : nullptr;
        return inner ? *inner : fallback;
    }
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber ? number : fallback;
}

// The message of a warning, verbose or debug record, or of whatever a server sends in its place.
QString messageOf(const ClixmlValue &value)
{
    const ClixmlObject *object = value.object();
    if (!object)
        return displayText(toVariant(value));
    for (const QStringView name : {u"InformationalRecord_Message", u"Message"}) {
        if (object->contains(name))
            return text(*object, name);
    }
    return object->text.value_or(QString());
}

ProgressRecord progressOf(const ClixmlObject &object)
{
    ProgressRecord progress;
    progress.activityId = number(object, u"ActivityId", 0);
    progress.parentActivityId = number(object, u"ParentActivityId", -1);
    progress.activity = text(object, u"Activity");
    progress.status = text(object, u"StatusDescription");
    progress.currentOperation = text(object, u"CurrentOperation");
    progress.percentComplete = qBound(-1, number(object, u"PercentComplete", -1), 100);
    progress.secondsRemaining = qMax(-1, number(object, u"SecondsRemaining", -1));
    progress.isCompleted = number(object, u"Type", 0) == 1 || text(object, u"Type") == u"Completed"_s;
    return progress;
}

// Write-Host sends its text as an object that is a message for the host, or tags it.
InformationRecord informationOf(const ClixmlObject &object)
{
    const ClixmlValue data = object.property(u"MessageData");
    const ClixmlValue tags = object.property(u"Tags");
    bool isHostMessage = false;
    if (const ClixmlObject *list = tags.object())
        isHostMessage = list->items.contains(ClixmlValue(u"PSHOST"_s));
    if (const ClixmlObject *message = data.object()) {
        isHostMessage
            = isHostMessage || message->typeNames.contains(u"System.Management.Automation.HostInformationMessage"_s);
        if (message->contains(u"Message"))
            return {text(*message, u"Message"), isHostMessage};
        return {message->text.value_or(QString()), isHostMessage};
    }
    return {displayText(toVariant(data)), isHostMessage};
}

} // namespace

QVariant toVariant(const ClixmlValue &value)
{
    const ClixmlObject *object = value.object();
    if (!object)
        return std::visit(ToVariant(), value.content());
    if (!object->inner.isNull() && !object->typeNames.contains(u"System.Enum"_s)
        && !object->typeNames.contains(u"Deserialized.System.Enum"_s))
        return toVariant(object->inner);
    if (isList(object->container))
        return listOf(*object);
    return QVariant::fromValue(objectOf(*object));
}

Object toObject(const ClixmlValue &value)
{
    if (const ClixmlObject *source = value.object()) {
        Object object = objectOf(*source);
        if (isList(source->container))
            object.set(u"Items"_s, listOf(*source));
        if (object.text().isEmpty() && !source->inner.isNull())
            object.setText(displayText(toVariant(source->inner)));
        return object;
    }
    const QVariant variant = toVariant(value);
    return Object(clixmlTypeName(value), displayText(variant));
}

ErrorRecord decodeErrorRecord(const ClixmlValue &value, bool isTerminating)
{
    ErrorRecord record;
    record.isTerminating = isTerminating;
    const ClixmlObject *object = value.object();
    if (!object) {
        record.error.message = displayText(toVariant(value));
        return record;
    }
    Error &error = record.error;
    error.category = categoryOf(number(*object, u"ErrorCategory_Category", 0));
    error.id = text(*object, u"FullyQualifiedErrorId");
    error.message = text(*object, u"ErrorDetails_Message");
    const ClixmlValue exception = object->property(u"Exception");
    if (error.message.isEmpty() && exception.object())
        error.message = text(*exception.object(), u"Message");
    if (error.message.isEmpty())
        error.message = object->text.value_or(QString());
    error.recommendedAction = text(*object, u"ErrorDetails_RecommendedAction");
    error.target = text(*object, u"ErrorCategory_TargetName");
    if (error.target.isEmpty())
        error.target = text(*object, u"TargetObject");
    return record;
}

std::optional<RecordContent> decodeRecord(PsrpMessageType type, const ClixmlValue &value)
{
    const ClixmlObject *object = value.object();
    switch (type) {
    case PsrpMessageType::ErrorRecord:
        return decodeErrorRecord(value, false);
    case PsrpMessageType::WarningRecord:
        return WarningRecord{messageOf(value)};
    case PsrpMessageType::VerboseRecord:
        return VerboseRecord{messageOf(value)};
    case PsrpMessageType::DebugRecord:
        return InformationRecord{messageOf(value)};
    case PsrpMessageType::ProgressRecord:
        return object ? std::optional<RecordContent>(progressOf(*object)) : std::nullopt;
    case PsrpMessageType::InformationRecord:
        return object ? informationOf(*object) : InformationRecord{messageOf(value)};
    default:
        return std::nullopt;
    }
}

} // namespace cspool
