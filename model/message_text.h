// Text from outside in messages to the user.
#pragma once

#include <QString>

namespace cspool {

// One line of bounded length: control characters, which could move a terminal's cursor, become U+FFFD, and a text that
// would drown the rest of the message is cut, with an ellipsis.
QString forMessage(const QString &text);

} // namespace cspool
