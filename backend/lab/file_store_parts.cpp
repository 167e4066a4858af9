#include "backend/lab/file_store_parts.h"

#include <QDir>

namespace cspool::filestore {

using namespace Qt::StringLiterals;

QString hiddenFolder(const QString &folder)
{
    return folder + "/.cspool"_L1;
}

ContentFile contentFile(const QString &path, const QFileInfo &info)
{
    return {path, info.size(), info.lastModified().toMSecsSinceEpoch()};
}

Result<> makeFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        return writeError(path, FileStore::tr("the folder could not be made"));
    return {};
}

Error writeError(const QString &path, const QString &reason)
{
    return {ErrorCategory::WriteError, u"ContentNotWritten"_s,
            FileStore::tr("%1 could not be written: %2.").arg(QDir::toNativeSeparators(path), reason),
            FileStore::tr("Check the free space and the permissions of the disk, then run the command again."), path};
}

Error readError(const QString &path, const QString &reason)
{
    return {ErrorCategory::ReadError, u"ContentNotRead"_s,
            FileStore::tr("%1 could not be read: %2.").arg(QDir::toNativeSeparators(path), reason),
            FileStore::tr(
                "Check that the file can be opened by the account that runs this program, then run the command again."),
            path};
}

} // namespace cspool::filestore
