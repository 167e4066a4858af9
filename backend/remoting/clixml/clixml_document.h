// ClixmlDocument: makes values of the elements of a CLIXML document, as they come. The half of ClixmlReader that knows
// what the elements mean.
#pragma once

#include "backend/remoting/clixml/clixml_reader.h"

#include <QCoreApplication>
#include <QHash>
#include <QXmlStreamAttributes>

#include <vector>

namespace cspool {

// Each function returns what is wrong, a sentence; empty: nothing.
class ClixmlDocument
{
    Q_DECLARE_TR_FUNCTIONS(ClixmlReader)

public:
    explicit ClixmlDocument(const ClixmlLimits &limits);

    QString startElement(QStringView element, const QXmlStreamAttributes &attributes);
    QString endElement();
    QString characters(QStringView text, bool isWhitespace);

    QList<ClixmlValue> takeValues() { return std::exchange(m_values, {}); }
    bool isBetweenValues() const; // nothing is open but the root
    bool isComplete() const { return m_stack.empty(); }

private:
    enum class Kind {
        Root, // round everything; not of the document
        Document, // <Objs>
        Object,
        Progress, // <PR>: an object with names of its own for its properties
        TypeNames,
        TypeName,
        TypeNamesReference,
        Text, // <ToString>
        Adapted, // <Props>
        Extended, // <MS>
        MemberSet, // <MS> as a property: an object with nothing but extended properties
        Container,
        Entry,
        Primitive,
        Reference,
    };
    struct Frame
    {
        Kind kind = Kind::Root;
        QString element; // of a primitive: which it is
        QString name; // N
        std::optional<qint64> refId;
        QString text; // so far
        ClixmlObject object; // of Object and MemberSet, so far
        bool isCut = false; // of Reference: of a loop
        QList<ClixmlValue> parts; // of Entry: key and value
        int height = 0; // levels of elements below it
        qint64 valuesBefore = 0; // of the document, when it began
    };
    struct Known // an object that is complete
    {
        ClixmlValue value;
        int height = 0;
        qint64 values = 0;
    };

    std::optional<Kind> kindOf(QStringView element) const;
    QString openObject(Frame &frame);
    QString openReference(Frame &frame);
    QString openInObject(Frame &frame, QStringView element);
    QString close(Frame frame);
    QString closeReference(Frame frame);
    QString closeTypeNames(Frame frame);
    QString addValue(const Frame &frame, ClixmlValue value);
    QString count(qint64 values);
    Frame *enclosing(qint64 refId);

    const ClixmlLimits m_limits;
    std::vector<Frame> m_stack;
    QHash<qint64, Known> m_objects;
    QHash<qint64, QStringList> m_typeNames;
    QList<ClixmlValue> m_values;
    qint64 m_valueCount = 0; // references counted as what they stand for
    qint64 m_textBytes = 0;
};

} // namespace cspool
