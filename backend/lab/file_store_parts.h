// What the parts of FileStore share: places within its folder, and errors. For FileStore's own files only.
#pragma once

#include "backend/lab/file_store.h"

#include <QFileInfo>

namespace cspool::filestore {

QString hiddenFolder(const QString &folder); // FOLDER/.cspool
ContentFile contentFile(const QString &path, const QFileInfo &info);
Result<> makeFolder(const QString &path);

Error writeError(const QString &path, const QString &reason);
Error readError(const QString &path, const QString &reason);

} // namespace cspool::filestore
