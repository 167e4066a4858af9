#include "app/terminal/object_formatter.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Narrower than this no column gets, however narrow the terminal is.
constexpr int SmallestColumn = 8;
constexpr int SmallestListValue = 20;

bool isNumber(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Double:
        return true;
    default:
        return false;
    }
}

// A collection that does not fit on one line gets a line for each element.
QStringList listValueLines(const QVariant &value, int width)
{
    const QString text = printable(displayText(value));
    if (value.typeId() != QMetaType::QVariantList || width == 0 || displayWidth(text) <= width)
        return wrapped(text, width);
    const QVariantList elements = value.toList();
    QStringList lines;
    for (qsizetype i = 0; i < elements.size(); ++i) {
        const bool isLast = i + 1 == elements.size();
        const QString element = printableLine(displayText(elements.at(i))) + (isLast ? u'}' : u',');
        const QStringList parts = wrapped(element, width - 2);
        for (qsizetype part = 0; part < parts.size(); ++part)
            lines.append((part > 0 ? u"  "_s : i > 0 ? u" "_s : u"{"_s) + parts.at(part));
    }
    return lines;
}

} // namespace

ObjectFormatter::ObjectFormatter(const CmdletInfo &info, int width, bool isTerminal)
    : m_outputTypeName(info.outputTypeName)
    , m_columnNames(info.tableColumns)
    , m_width(width)
    , m_isTerminal(isTerminal)
{
}

QString ObjectFormatter::add(const Object &object)
{
    if (isTableRow(object)) {
        if (m_columns)
            return row(object);
        m_pendingRows.append(object);
        return m_pendingRows.size() < RowsMeasured ? QString() : flushRows();
    }
    QString text = finish();
    m_columns.reset(); // a table that goes on after something else begins anew
    if (object.properties().isEmpty()) {
        m_hasPrinted = true;
        text += m_isTerminal ? printable(object.text()) : object.text();
        return text.endsWith(u'\n') ? text : QString(text + u'\n');
    }
    text += separator();
    text += list(object);
    return text;
}

QString ObjectFormatter::finish()
{
    return m_pendingRows.isEmpty() ? QString() : flushRows();
}

bool ObjectFormatter::isTableRow(const Object &object) const
{
    if (m_columnNames.isEmpty() || object.properties().isEmpty())
        return false;
    return m_outputTypeName.isEmpty() || object.typeNames().isEmpty() || object.typeNames().contains(m_outputTypeName);
}

QString ObjectFormatter::flushRows()
{
    QString text = separator();
    measureColumns();
    QStringList dashes;
    for (const Column &column : *m_columns)
        dashes.append(QString(displayWidth(column.name), u'-'));
    text += row(m_columnNames) + row(dashes);
    for (const Object &object : std::as_const(m_pendingRows))
        text += row(object);
    m_pendingRows.clear();
    return text;
}

void ObjectFormatter::measureColumns()
{
    m_columns.emplace();
    for (const QString &name : m_columnNames) {
        Column column{name, displayWidth(name)};
        bool hasNumber = false;
        bool hasOther = false;
        for (const Object &object : std::as_const(m_pendingRows)) {
            const QVariant value = object.value(name);
            (isNumber(value) ? hasNumber : hasOther) |= value.isValid();
            column.width = qMax(column.width, displayWidth(printableLine(displayText(value))));
        }
        column.alignment = hasNumber && !hasOther ? Alignment::Right : Alignment::Left;
        m_columns->append(column);
    }
    if (m_width > 0)
        narrowColumns();
}

// Takes what does not fit from the widest column, a column at a time, as often as it needs.
void ObjectFormatter::narrowColumns()
{
    int excess = int(m_columns->size()) - 1 - m_width;
    for (const Column &column : std::as_const(*m_columns))
        excess += column.width;
    while (excess > 0) {
        const auto widest = std::max_element(m_columns->begin(), m_columns->end(),
                                             [](const Column &a, const Column &b) { return a.width < b.width; });
        if (widest->width <= SmallestColumn)
            return;
        --widest->width;
        --excess;
    }
}

QString ObjectFormatter::row(const QStringList &cells) const
{
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const Column &column = m_columns->at(i);
        const QString cell = m_width > 0 ? elided(cells.at(i), column.width) : cells.at(i);
        const bool isLast = i + 1 == cells.size();
        // Nothing is padded at the end of a line.
        text += isLast && column.alignment == Alignment::Left ? cell : padded(cell, column.width, column.alignment);
        if (!isLast)
            text += u' ';
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text + u'\n';
}

QString ObjectFormatter::row(const Object &object) const
{
    QStringList cells;
    for (const QString &name : m_columnNames)
        cells.append(printableLine(displayText(object.value(name))));
    return row(cells);
}

QString ObjectFormatter::list(const Object &object) const
{
    int nameWidth = 0;
    for (const Property &property : object.properties())
        nameWidth = qMax(nameWidth, displayWidth(printableLine(property.name)));
    const QString indent(nameWidth + 3, u' ');
    const int valueWidth = m_width > 0 ? qMax(SmallestListValue, m_width - nameWidth - 3) : 0;
    QString text;
    for (const Property &property : object.properties()) {
        const QStringList lines = listValueLines(property.value, valueWidth);
        text += padded(printableLine(property.name), nameWidth, Alignment::Left) + " :"_L1;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0)
                text += indent;
            else if (!lines.at(i).isEmpty())
                text += u' ';
            text += lines.at(i) + u'\n';
        }
    }
    return text;
}

// An empty line between two objects, or before a table that is not the first.
QString ObjectFormatter::separator()
{
    return std::exchange(m_hasPrinted, true) ? u"\n"_s : QString();
}

} // namespace cspool
