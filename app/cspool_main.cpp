// Entry point of the command line `cspool`.
#include "app/application_log.h"
#include "app/places.h"
#include "app/terminal/command_line.h"
#include "app/translations.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    cspool::prepareStandardStreams();
    cspool::prepareApplicationLog();
    cspool::setApplicationIdentity();
    const QCoreApplication application(argc, argv);
    cspool::installTranslations({});
    return cspool::CommandLine().run(QCoreApplication::arguments().sliced(1));
}
