// What the window's thread feels while genuine servers, played by a process beside, send very much.
#pragma once

#include <QString>

namespace cspool::benchmark {

// Prints lines of the table of gaps, and what memory it took. `folder`: for settings and history.
void measureServers(const QString &folder);

} // namespace cspool::benchmark
