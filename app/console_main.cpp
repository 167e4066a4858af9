// Entry point of the console, the window.
#include "app/application_log.h"
#include "app/console/console.h"
#include "app/interrupt.h"
#include "app/places.h"
#include "app/translations.h"
#include "backend/exit_watch.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>
#include <future>
#include <thread>

namespace {

using namespace cspool;
using namespace std::chrono_literals;

constexpr int Refused = 2; // the command line is wrong
constexpr int Failed = 1;

// For what is at work when the window has gone. Longer than any batch on a disk that answers.
constexpr std::chrono::seconds ExitPatience = 10s;

void print(std::FILE *file, const QString &text)
{
    std::fputs(qPrintable(text), file);
}

bool isForTerminal(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView argument(argv[i]);
        if (argument == "--help" || argument == "-h" || argument == "--version" || argument == "-v")
            return true;
    }
    return false;
}

int answerInTerminal(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    installTranslations({});
    const ConsoleOptions options = parseConsoleOptions(QCoreApplication::arguments());
    print(options.action == ConsoleOptions::Action::Refuse ? stderr : stdout, options.text);
    return options.action == ConsoleOptions::Action::Refuse ? Refused : 0;
}

// Qt would end the process with a core dump.
bool hasDisplay(int argc, char *argv[])
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    for (int i = 1; i < argc; ++i) {
        if (QByteArrayView(argv[i]).endsWith("-platform"))
            return true;
    }
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return true;
#endif
}

// In the thread of the exit watch. The disk with the log may be the one that does not answer.
void endWithoutWaiting(const QStringList &waits)
{
    std::promise<void> logged;
    const std::future<void> end = logged.get_future();
    std::thread([waits, logged = std::move(logged)]() mutable {
        writeLog(LogLevel::Warning,
                 QString(u"ended without waiting any longer for what does not answer, and lost its results: "
                         + waits.join(u", ")));
        logged.set_value();
    }).detach();
    end.wait_for(2s);
    std::_Exit(Failed);
}

} // namespace

int main(int argc, char *argv[])
{
    prepareApplicationLog();
    setApplicationIdentity();
    if (isForTerminal(argc, argv))
        return answerInTerminal(argc, argv);
    if (!hasDisplay(argc, argv)) {
        std::fputs("There is no display to open the window on. The command line \"cspool\" needs none.\n", stderr);
        return Failed;
    }
    const QApplication application(argc, argv);
    // When the system shuts down, or at Ctrl+C where it was started: jobs, locks and sessions on servers are ended as on
    // leaving by the menu, but nothing is asked.
    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, [] { QCoreApplication::exit(); });
    QGuiApplication::setDesktopFileName(QStringLiteral("cspool-console"));
    ExitWatch exitWatch(ExitPatience, &endWithoutWaiting);
    Settings settings;
    installTranslations(settings.value(Settings::Language));
    const ConsoleOptions options = parseConsoleOptions(QCoreApplication::arguments());
    if (options.action == ConsoleOptions::Action::Refuse) {
        print(stderr, options.text);
        return Refused;
    }
    if (!options.language.isEmpty())
        installTranslations(options.language); // over the other one
    SingleInstance instance(Places::history());
    switch (instance.start({options.deployment}, 5s)) {
    case SingleInstance::Role::First:
        break;
    case SingleInstance::Role::Delivered:
        return 0;
    case SingleInstance::Role::Unreachable:
        print(stderr,
              QCoreApplication::translate("ConsoleMain", "The console runs already (process %1) and does not answer.")
                      .arg(instance.otherProcess())
                  + u'\n');
        return Failed;
    }
    if (const Result<> log = openApplicationLog(Places::logs(), options.logLevel); !log)
        print(stderr, log.error().message + u'\n');
    Console console(options, &settings, &instance);
    console.show();
    const int code = QApplication::exec();
    exitWatch.begin();
    return code;
}
