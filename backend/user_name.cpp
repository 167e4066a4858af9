#include "backend/user_name.h"

#include <QCoreApplication>

#ifdef Q_OS_WIN
#include <windows.h>

#include <lmcons.h>
#else
#include <pwd.h>
#include <unistd.h>

#include <vector>
#endif

namespace cspool {

namespace {

#ifdef Q_OS_WIN
QString accountName()
{
    wchar_t name[UNLEN + 1] = {};
    DWORD size = UNLEN + 1;
    return GetUserNameW(name, &size) ? QString::fromWCharArray(name) : QString();
}
#else
QString accountName()
{
    std::vector<char> buffer(16 * 1024);
    passwd entry = {};
    passwd *found = nullptr;
    getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found);
    return found ? QString::fromLocal8Bit(found->pw_name) : QString();
}
#endif

} // namespace

QString currentUserName()
{
    const QString name = accountName();
    return name.isEmpty() ? QCoreApplication::translate("UserName", "unknown user") : name;
}

} // namespace cspool
