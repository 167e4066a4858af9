#include "backend/user_name.h"

#include <QCoreApplication>
#include <QtGlobal>

namespace cspool {

QString currentUserName()
{
    // Unix shells and display managers set USER, login(1) also LOGNAME, Windows USERNAME.
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        const QString name = qEnvironmentVariable(variable).trimmed();
        if (!name.isEmpty())
            return name;
    }
    return QCoreApplication::translate("UserName", "unknown user");
}

} // namespace cspool
