// Texts of messages to the user: from outside, of several lines, and with what to do.
#pragma once

#include "model/result.h"

#include <QString>

namespace cspool {

// One line of bounded length: control characters, which could move a terminal's cursor, become U+FFFD, and a text that
// would drown the rest of the message is cut, with an ellipsis.
QString forMessage(const QString &text);

// The lines in one: one after another where a line ends as a sentence does, else with a dash between them.
QString inOneLine(const QString &text);

// A message and, in the next line, what to do about it; the message alone without such an action.
QString withAction(const QString &message, const QString &recommendedAction);
// The same of an error, in one line.
QString errorSentences(const Error &error);

} // namespace cspool
