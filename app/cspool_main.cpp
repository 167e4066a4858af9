// Entry point of the command line `cspool`.
#include "app/application_log.h"
#include "app/keyring_passwords.h"
#include "app/places.h"
#include "app/terminal/command_line.h"
#include "app/translations.h"
#include "backend/remoting/remote_session.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    cspool::prepareStandardStreams();
    cspool::prepareApplicationLog();
    cspool::setApplicationIdentity();
    const QCoreApplication application(argc, argv);
    cspool::installTranslations({});
    cspool::KeyringPasswords passwords;
    return cspool::CommandLine(&cspool::RemoteSession::connectTo, &passwords)
        .run(QCoreApplication::arguments().sliced(1));
}
