// Text on a grid of terminal columns: its width, cut, padded and wrapped; and made safe to print.
#pragma once

#include <QString>
#include <QStringList>

namespace cspool {

// Columns that the text takes: 2 for an East Asian wide character, 0 for a combining one. The text is one line.
int displayWidth(QStringView text);

// The text with every character replaced by U+FFFD that would steer the terminal instead of being shown: control
// characters (C0, DEL, C1; an escape sequence in a display name) and those that reverse the direction of what follows.
// Line feeds and tabs stay.
QString printable(const QString &text);

// printable(), and on one line: line ends and tabs become spaces.
QString printableLine(const QString &text);

// At most `width` columns: a longer text is cut between two characters as the user sees them and ends in "…".
QString elided(const QString &text, int width);

enum class Alignment {
    Left,
    Right,
};
// Padded with spaces to `width` columns; a wider text stays as it is.
QString padded(const QString &text, int width, Alignment alignment);

enum class LongWord {
    Break, // no line is wider than the width
    Keep, // a word that is too long has a line of its own: a path stays one that can be copied
};
// Lines of at most `width` columns, broken at spaces where possible; its own line feeds stay breaks. Width 0: only
// those.
QStringList wrapped(const QString &text, int width, LongWord longWord = LongWord::Break);

} // namespace cspool
