#include "app/terminal/text_layout.h"

#include <QTextBoundaryFinder>

#include <utf8proc.h>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t Ellipsis = u'…';

bool reversesDirection(char16_t unit)
{
    return (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069);
}

bool isControl(char16_t unit)
{
    return unit < 0x20 || (unit >= 0x7F && unit < 0xA0);
}

// The end of the longest part of `text` from `start` that takes at most `width` columns, never within a grapheme; at
// least one grapheme, so that every caller gets on.
qsizetype endOfFittingPart(QStringView text, qsizetype start, int width)
{
    const QStringView rest = text.sliced(start);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, rest);
    qsizetype fitting = 0;
    int used = 0;
    while (true) {
        const qsizetype next = finder.toNextBoundary();
        if (next < 0)
            break;
        used += displayWidth(rest.sliced(fitting, next - fitting));
        if (used > width && fitting > 0)
            break;
        fitting = next;
        if (used >= width)
            break;
    }
    return start + fitting;
}

// Where the line that begins at `start` ends: at its last space, or within a word that is too long for it.
qsizetype endOfLine(QStringView text, qsizetype start, int width, LongWord longWord)
{
    if (displayWidth(text.sliced(start)) <= width)
        return text.size();
    const qsizetype fitting = endOfFittingPart(text, start, width);
    if (fitting == text.size() || text.at(fitting) == u' ')
        return fitting;
    const qsizetype space = text.sliced(start, fitting - start).lastIndexOf(u' ');
    if (space > 0)
        return start + space;
    if (longWord == LongWord::Break)
        return fitting;
    const qsizetype next = text.indexOf(u' ', fitting);
    return next < 0 ? text.size() : next;
}

void appendWrappedLine(QStringList &lines, QStringView line, int width, LongWord longWord)
{
    qsizetype start = 0;
    do {
        const qsizetype end = endOfLine(line, start, width, longWord);
        lines.append(line.sliced(start, end - start).toString());
        start = end < line.size() && line.at(end) == u' ' ? end + 1 : end;
    } while (start < line.size());
}

} // namespace

int displayWidth(QStringView text)
{
    int width = 0;
    const QList<uint> codePoints = text.toUcs4();
    for (const uint codePoint : codePoints)
        width += utf8proc_charwidth(utf8proc_int32_t(codePoint));
    return width;
}

QString printable(const QString &text)
{
    QString result = text;
    for (QChar &character : result) {
        const char16_t unit = character.unicode();
        if ((isControl(unit) && unit != u'\n' && unit != u'\t') || reversesDirection(unit))
            character = QChar::ReplacementCharacter;
    }
    return result;
}

QString printableLine(const QString &text)
{
    QString result = text;
    result.replace("\r\n"_L1, " "_L1);
    for (QChar &character : result) {
        if (character == u'\n' || character == u'\r' || character == u'\t' || character == QChar::LineSeparator
            || character == QChar::ParagraphSeparator)
            character = u' ';
    }
    return printable(result);
}

QString elided(const QString &text, int width)
{
    if (displayWidth(text) <= width)
        return text;
    if (width <= 1)
        return width == 1 ? QString(Ellipsis) : QString();
    const qsizetype end = endOfFittingPart(text, 0, width - 1);
    const QString part = text.first(end);
    // A first character that is wider than the room there is.
    return displayWidth(part) > width - 1 ? QString(Ellipsis) : QString(part + Ellipsis);
}

QString padded(const QString &text, int width, Alignment alignment)
{
    const QString padding(qMax(0, width - displayWidth(text)), u' ');
    return alignment == Alignment::Left ? QString(text + padding) : QString(padding + text);
}

QStringList wrapped(const QString &text, int width, LongWord longWord)
{
    QStringList lines;
    const QStringList ownLines = text.split(u'\n');
    for (const QString &line : ownLines) {
        if (width <= 0)
            lines.append(line);
        else
            appendWrappedLine(lines, line, width, longWord);
    }
    return lines;
}

} // namespace cspool
