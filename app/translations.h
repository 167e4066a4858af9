// The program's texts in other languages, and Qt's own.
#pragma once

#include <QStringList>

namespace cspool {

// Those that the program can be shown in: "en", "de".
QStringList languages();

// For the rest of the process; `language` is one of languages(), or empty: the first of the system's that there is,
// else English. Numbers and dates follow a language that was chosen. Call it once the application object exists and
// before any text is made: the table of cmdlets keeps its own.
void installTranslations(const QString &language);

} // namespace cspool
