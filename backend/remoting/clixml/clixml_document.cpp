#include "backend/remoting/clixml/clixml_document.h"

#include "backend/remoting/clixml/clixml_numbers.h"
#include "backend/remoting/clixml/clixml_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

ClixmlContainer containerOf(QStringView element)
{
    if (element == u"LST")
        return ClixmlContainer::List;
    if (element == u"IE")
        return ClixmlContainer::Enumerable;
    if (element == u"QUE")
        return ClixmlContainer::Queue;
    if (element == u"STK")
        return ClixmlContainer::Stack;
    if (element == u"DCT")
        return ClixmlContainer::Dictionary;
    return ClixmlContainer::None;
}

// MS-PSRP 2.2.5.1.25: what stands in a progress record, in the names of PROGRESS_RECORD messages. What is being done at
// the moment has no name there.
struct ProgressPart
{
    QLatin1StringView element;
    QLatin1StringView property;
    QLatin1StringView primitive;
};
constexpr ProgressPart progressParts[] = {
    {"AV"_L1, "Activity"_L1, "S"_L1},
    {"AI"_L1, "ActivityId"_L1, "I32"_L1},
    {"S"_L1, "CurrentOperation"_L1, "S"_L1},
    {"Nil"_L1, "CurrentOperation"_L1, "Nil"_L1},
    {"PI"_L1, "ParentActivityId"_L1, "I32"_L1},
    {"PC"_L1, "PercentComplete"_L1, "I32"_L1},
    {"T"_L1, "Type"_L1, "S"_L1},
    {"SR"_L1, "SecondsRemaining"_L1, "I32"_L1},
    {"SD"_L1, "StatusDescription"_L1, "S"_L1},
};

const ProgressPart *progressPart(QStringView element)
{
    const auto found = std::find_if(std::begin(progressParts), std::end(progressParts),
                                    [element](const ProgressPart &part) { return part.element == element; });
    return found == std::end(progressParts) ? nullptr : found;
}

} // namespace

ClixmlDocument::ClixmlDocument(const ClixmlLimits &limits)
    : m_limits(limits)
{
}

bool ClixmlDocument::isBetweenValues() const
{
    return m_stack.empty() || (m_stack.size() == 1 && m_stack.front().kind == Kind::Root);
}

// What the element is where it stands; nothing: it must not stand there.
std::optional<ClixmlDocument::Kind> ClixmlDocument::kindOf(QStringView element) const
{
    const Kind parent = m_stack.back().kind;
    if (parent == Kind::TypeNames)
        return element == u"T" ? std::optional(Kind::TypeName) : std::nullopt;
    if (parent == Kind::Progress)
        return progressPart(element) ? std::optional(Kind::Primitive) : std::nullopt;
    const bool isDictionary
        = parent == Kind::Container && m_stack[m_stack.size() - 2].object.container == ClixmlContainer::Dictionary;
    if (isDictionary)
        return element == u"En" ? std::optional(Kind::Entry) : std::nullopt;
    if (parent == Kind::Object) {
        if (element == u"TN")
            return Kind::TypeNames;
        if (element == u"TNRef")
            return Kind::TypeNamesReference;
        if (element == u"ToString")
            return Kind::Text;
        if (element == u"Props")
            return Kind::Adapted;
        if (element == u"MS")
            return Kind::Extended;
        if (containerOf(element) != ClixmlContainer::None)
            return Kind::Container;
        return isClixmlPrimitive(element) ? std::optional(Kind::Primitive) : std::nullopt;
    }
    if (parent == Kind::Root && element == u"Objs")
        return Kind::Document;
    if (element == u"MS" && (parent == Kind::Extended || parent == Kind::MemberSet))
        return Kind::MemberSet;
    const bool takesValues = parent == Kind::Root || parent == Kind::Document || parent == Kind::Adapted
        || parent == Kind::Extended || parent == Kind::MemberSet || parent == Kind::Container || parent == Kind::Entry;
    if (!takesValues)
        return std::nullopt;
    if (element == u"Obj")
        return Kind::Object;
    if (element == u"Ref")
        return Kind::Reference;
    if (element == u"PR")
        return Kind::Progress;
    return isClixmlPrimitive(element) ? std::optional(Kind::Primitive) : std::nullopt;
}

QString ClixmlDocument::startElement(QStringView element, const QXmlStreamAttributes &attributes)
{
    if (m_stack.empty()) {
        m_stack.emplace_back();
        return {};
    }
    if (qsizetype(m_stack.size()) > m_limits.depth)
        return tr("It is nested more deeply than is allowed.");
    const std::optional<Kind> kind = kindOf(element);
    if (!kind)
        return tr("The element %1 must not stand where it stands.")
            .arg(element.first(qMin(element.size(), qsizetype(40))));
    Frame frame;
    frame.kind = *kind;
    frame.valuesBefore = m_valueCount;
    const QStringView name = attributes.value("N"_L1);
    frame.name = unescapeClixml(name.toString());
    m_textBytes += qint64(name.size()) * qint64(sizeof(char16_t));
    if (const QStringView refId = attributes.value("RefId"_L1); !refId.isEmpty()) {
        frame.refId = readClixmlInteger<qint64>(refId);
        if (!frame.refId)
            return tr("The number of a reference is not a number.");
    }
    QString problem;
    if (frame.kind == Kind::Object || frame.kind == Kind::MemberSet || frame.kind == Kind::Progress
        || frame.kind == Kind::Primitive)
        problem = openObject(frame);
    else if (frame.kind == Kind::Reference)
        problem = openReference(frame);
    if (problem.isEmpty())
        problem = openInObject(frame, element);
    m_stack.push_back(std::move(frame));
    return problem;
}

QString ClixmlDocument::count(qint64 values)
{
    if (values > m_limits.values - m_valueCount)
        return tr("It has more values than are allowed.");
    m_valueCount += values;
    return {};
}

QString ClixmlDocument::openObject(Frame &frame)
{
    if (frame.kind == Kind::Object && frame.refId && (m_objects.contains(*frame.refId) || enclosing(*frame.refId)))
        return tr("Two objects have the same number.");
    return count(1);
}

// The frame of an object that is not complete yet.
ClixmlDocument::Frame *ClixmlDocument::enclosing(qint64 refId)
{
    const auto found = std::find_if(m_stack.begin(), m_stack.end(), [refId](const Frame &frame) {
        return frame.kind == Kind::Object && frame.refId == refId;
    });
    return found == m_stack.end() ? nullptr : &*found;
}

QString ClixmlDocument::openReference(Frame &frame)
{
    if (!frame.refId)
        return tr("A reference to an object does not say to which.");
    if (const auto known = m_objects.constFind(*frame.refId); known != m_objects.constEnd()) {
        frame.height = known->height;
        if (qsizetype(m_stack.size()) + known->height > m_limits.depth)
            return tr("It is nested more deeply than is allowed.");
        return count(known->values);
    }
    if (!enclosing(*frame.refId))
        return tr("A reference is to an object that is not there.");
    frame.isCut = true;
    return m_limits.cutLoops ? count(1) : tr("An object refers to one that encloses it.");
}

// What may be in an object only once, and what the element says.
QString ClixmlDocument::openInObject(Frame &frame, QStringView element)
{
    if (frame.kind == Kind::Primitive)
        frame.element = element.toString();
    if (m_stack.back().kind == Kind::Progress) {
        const ProgressPart *part = progressPart(element);
        frame.element = part->primitive;
        frame.name = part->property;
    }
    ClixmlObject &parent = m_stack.back().object;
    const bool isInObject = m_stack.back().kind == Kind::Object;
    const bool isRepeated = (frame.kind == Kind::Container && parent.container != ClixmlContainer::None)
        || (frame.kind == Kind::Primitive && isInObject && !parent.inner.isNull())
        || (frame.kind == Kind::Text && parent.text) || (frame.kind == Kind::TypeNames && !parent.typeNames.isEmpty())
        || (frame.kind == Kind::TypeNamesReference && !parent.typeNames.isEmpty());
    if (isRepeated)
        return tr("An object has two of what it may have once.");
    if (frame.kind == Kind::Container)
        parent.container = containerOf(element);
    return {};
}

QString ClixmlDocument::characters(QStringView text, bool isWhitespace)
{
    Frame &frame = m_stack.back();
    const bool takesText = frame.kind == Kind::Primitive || frame.kind == Kind::Text || frame.kind == Kind::TypeName;
    if (!takesText)
        return isWhitespace ? QString() : tr("Text stands where none may stand.");
    m_textBytes += qint64(text.size()) * qint64(sizeof(char16_t));
    if (m_textBytes > m_limits.textBytes)
        return tr("It has more text than is allowed.");
    frame.text += text;
    return {};
}

QString ClixmlDocument::endElement()
{
    Frame frame = std::move(m_stack.back());
    m_stack.pop_back();
    if (m_stack.empty())
        return {};
    m_stack.back().height = qMax(m_stack.back().height, frame.height + 1);
    return close(std::move(frame));
}

QString ClixmlDocument::close(Frame frame)
{
    ClixmlObject &parent = m_stack.back().object;
    switch (frame.kind) {
    case Kind::Root:
    case Kind::Document:
    case Kind::Adapted:
    case Kind::Extended:
    case Kind::Container:
        return {};
    case Kind::TypeName:
        m_stack.back().object.typeNames.append(unescapeClixml(frame.text));
        return {};
    case Kind::TypeNames:
    case Kind::TypeNamesReference:
        return closeTypeNames(std::move(frame));
    case Kind::Text:
        parent.text = unescapeClixml(frame.text);
        return {};
    case Kind::Entry: {
        if (frame.parts.size() != 2)
            return tr("An entry of a dictionary is not a key and a value.");
        m_stack[m_stack.size() - 2].object.entries.append({frame.parts[0], frame.parts[1]});
        return {};
    }
    case Kind::Primitive: {
        std::optional<ClixmlValue> value = readClixmlPrimitive(frame.element, frame.text);
        return value ? addValue(frame, std::move(*value))
                     : tr("The text of an element %1 is not one of its values.").arg(frame.element);
    }
    case Kind::Reference:
        return closeReference(std::move(frame));
    case Kind::Progress:
        frame.object.typeNames = {u"System.Management.Automation.ProgressRecord"_s, u"System.Object"_s};
        return addValue(frame, std::exchange(frame.object, {}));
    case Kind::Object:
    case Kind::MemberSet: {
        const ClixmlValue value(std::exchange(frame.object, {}));
        if (frame.kind == Kind::Object && frame.refId)
            m_objects.insert(*frame.refId, {value, frame.height, m_valueCount - frame.valuesBefore});
        return addValue(frame, value);
    }
    }
    return {};
}

QString ClixmlDocument::closeReference(Frame frame)
{
    if (!frame.isCut)
        return addValue(frame, m_objects.value(*frame.refId).value);
    const ClixmlObject &whole = enclosing(*frame.refId)->object;
    ClixmlObject stub(whole.typeNames);
    stub.text = whole.text;
    return addValue(frame, stub);
}

QString ClixmlDocument::closeTypeNames(Frame frame)
{
    QStringList &names = m_stack.back().object.typeNames;
    if (frame.kind == Kind::TypeNames) {
        names = frame.object.typeNames;
        if (frame.refId)
            m_typeNames.insert(*frame.refId, names);
        return {};
    }
    const auto known = frame.refId ? m_typeNames.constFind(*frame.refId) : m_typeNames.constEnd();
    if (known == m_typeNames.constEnd())
        return tr("A reference is to type names that are not there.");
    names = *known;
    return {};
}

// Gives a complete value to what it stands in.
QString ClixmlDocument::addValue(const Frame &frame, ClixmlValue value)
{
    Frame &parent = m_stack.back();
    switch (parent.kind) {
    case Kind::Root:
    case Kind::Document:
        m_values.append(std::move(value));
        return {};
    case Kind::Object:
        parent.object.inner = std::move(value);
        return {};
    case Kind::Adapted:
        m_stack[m_stack.size() - 2].object.adapted.append({frame.name, std::move(value)});
        return {};
    case Kind::Extended:
        m_stack[m_stack.size() - 2].object.extended.append({frame.name, std::move(value)});
        return {};
    case Kind::MemberSet:
    case Kind::Progress:
        parent.object.extended.append({frame.name, std::move(value)});
        return {};
    case Kind::Container:
        m_stack[m_stack.size() - 2].object.items.append(std::move(value));
        return {};
    case Kind::Entry:
        if (parent.parts.size() == 2)
            return tr("An entry of a dictionary is not a key and a value.");
        if (frame.name.compare(u"Key", Qt::CaseInsensitive) == 0)
            parent.parts.prepend(std::move(value));
        else
            parent.parts.append(std::move(value));
        return {};
    default:
        return {};
    }
}

} // namespace cspool
