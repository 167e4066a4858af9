// The small place where files and folders are forced to the disk and replaced atomically: what Qt does not offer and
// every platform does differently.
#pragma once

#include "model/result.h"

#include <QFile>

#include <filesystem>

namespace cspool {

// A path as the standard library takes it. Unlike QFile it knows no resource or search-path prefixes.
std::filesystem::path nativePath(const QString &path);

// Writes what the program and the system still hold of an open file to the disk. WriteError when that fails.
Result<> syncFile(QFile &file);

// Makes names that were created, renamed or removed in a folder durable. A platform that has no such call does it
// itself.
Result<> syncFolder(const QString &folder);

// Renames a file atomically onto `to`, replacing a file that is there; both on one file system.
Result<> replaceFile(const QString &from, const QString &to);

} // namespace cspool
