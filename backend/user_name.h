// Who runs this program: the one place that knows how the platforms name the account.
#pragma once

#include <QString>

namespace cspool {

// The account of this process as the operating system knows it, not as an environment variable claims: reports and
// locks are evidence. A word for "unknown" where the system has no name for it.
QString currentUserName();

} // namespace cspool
