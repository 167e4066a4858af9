// The manual page cspool(1) as roff, generated from the cmdlet table, the option table and the facts of the help.
#pragma once

#include <QString>

namespace cspool {

QString manPage();

} // namespace cspool
