// Who runs this program: the one place that knows how the platforms name the user.
#pragma once

#include <QString>

namespace cspool {

// The name under which the user is logged in; a word for "unknown" where the platform does not say.
QString currentUserName();

} // namespace cspool
