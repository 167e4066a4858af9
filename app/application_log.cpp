#include "app/application_log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t LargestFile = 5 * 1024 * 1024;
constexpr std::size_t OlderFiles = 2;

struct ApplicationLog
{
    Q_DECLARE_TR_FUNCTIONS(ApplicationLog)
};

spdlog::level::level_enum spdlogLevel(LogLevel level)
{
    switch (level) {
    case LogLevel::Trace:
        return spdlog::level::trace;
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Error:
        return spdlog::level::err;
    case LogLevel::Off:
        break;
    }
    return spdlog::level::off;
}

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    default:
        return LogLevel::Error;
    }
}

void logQtMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    writeLog(levelOf(type), u"Qt: "_s + message);
}

void useLogger(const spdlog::sink_ptr &sink)
{
    const auto logger = std::make_shared<spdlog::logger>("cspool", sink);
    // A full disk must not fill the terminal with spdlog's own complaints: the run goes on without a log.
    logger->set_error_handler([](const std::string &) {});
    logger->flush_on(spdlog::level::trace);
    spdlog::set_default_logger(logger);
}

} // namespace

void prepareApplicationLog()
{
    useLogger(std::make_shared<spdlog::sinks::null_sink_mt>());
    qInstallMessageHandler(&logQtMessage);
}

Result<> openApplicationLog(const QString &folder, LogLevel level)
{
    if (level == LogLevel::Off)
        return {};
    const QString path = folder + "/cspool.log"_L1;
    QString reason;
    if (!QDir().mkpath(folder)) {
        reason = ApplicationLog::tr("the folder cannot be made");
    } else {
        try {
#ifdef SPDLOG_WCHAR_FILENAMES
            const spdlog::filename_t name = path.toStdWString();
#else
            const spdlog::filename_t name = QFile::encodeName(path).toStdString();
#endif
            useLogger(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(name, LargestFile, OlderFiles));
            spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %P %l %v", spdlog::pattern_time_type::utc);
            spdlog::set_level(spdlogLevel(level));
            return {};
        } catch (const spdlog::spdlog_ex &exception) { // spdlog's only way to say so
            reason = QString::fromLocal8Bit(exception.what());
        }
    }
    return Error{
        ErrorCategory::WriteError, u"LogNotWritable"_s,
        ApplicationLog::tr("The log file %1 cannot be written: %2.").arg(QDir::toNativeSeparators(path), reason),
        ApplicationLog::tr("The command runs without a log; make the folder writable to have one."), path};
}

void writeLog(LogLevel level, const QString &message)
{
    QString line = message;
    for (QChar &character : line) {
        if (character.category() == QChar::Other_Control)
            character = u' ';
    }
    spdlog::default_logger_raw()->log(spdlogLevel(level), "{}", line.toStdString());
}

void writeLog(const Record &record, const QString &cmdlet)
{
    const auto write = [&](LogLevel level, const QString &kind, const QString &message) {
        writeLog(level, cmdlet + u": "_s + kind + message);
    };
    if (const auto *error = std::get_if<ErrorRecord>(&record.content))
        write(LogLevel::Error, QString(), QString(error->error.message + u" ("_s + error->error.id + u')'));
    else if (const auto *warning = std::get_if<WarningRecord>(&record.content))
        write(LogLevel::Warning, QString(), warning->message);
    else if (const auto *verbose = std::get_if<VerboseRecord>(&record.content))
        write(LogLevel::Debug, u"verbose: "_s, verbose->message);
    else if (const auto *information = std::get_if<InformationRecord>(&record.content))
        write(LogLevel::Debug, u"information: "_s, information->message);
    else if (const auto *finished = std::get_if<FinishedRecord>(&record.content))
        write(LogLevel::Info, u"finished: "_s, toString(finished->outcome));
}

} // namespace cspool
