#include "backend/remoting/clixml/clixml_value.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

const ClixmlValue nothing;

const ClixmlValue *find(const QList<ClixmlProperty> &properties, QStringView name)
{
    const auto found = std::find_if(properties.begin(), properties.end(), [name](const ClixmlProperty &property) {
        return name.compare(property.name, Qt::CaseInsensitive) == 0;
    });
    return found == properties.end() ? nullptr : &found->value;
}

} // namespace

bool ClixmlDateTime::operator==(const ClixmlDateTime &other) const
{
    return time == other.time && time.offsetFromUtc() == other.time.offsetFromUtc() && zone == other.zone
        && ticksBelowMillisecond == other.ticksBelowMillisecond;
}

ClixmlValue::ClixmlValue(ClixmlObject object)
    : m_content(std::make_shared<const ClixmlObject>(std::move(object)))
{
}

ClixmlValue ClixmlValue::enumeration(const QString &typeName, const QString &name, std::int32_t number)
{
    ClixmlObject object({typeName, u"System.Enum"_s, u"System.ValueType"_s, u"System.Object"_s});
    object.text = name;
    object.inner = ClixmlValue(number);
    return object;
}

const ClixmlObject *ClixmlValue::object() const
{
    const auto shared = get<std::shared_ptr<const ClixmlObject>>();
    return shared ? shared->get() : nullptr;
}

bool ClixmlValue::operator==(const ClixmlValue &other) const
{
    const ClixmlObject *mine = object();
    const ClixmlObject *theirs = other.object();
    if (mine && theirs)
        return mine == theirs || *mine == *theirs;
    return m_content == other.m_content;
}

const ClixmlValue &ClixmlObject::property(QStringView name) const
{
    const ClixmlValue *value = find(extended, name);
    if (!value)
        value = find(adapted, name);
    return value ? *value : nothing;
}

bool ClixmlObject::contains(QStringView name) const
{
    return find(extended, name) || find(adapted, name);
}

} // namespace cspool
