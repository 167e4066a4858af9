#include "tests/support/console_world.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <algorithm>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

// Long enough for the slowest sanitizer on a busy machine; a test that hits it has hung.
constexpr int HangMilliseconds = 300'000;

ConsoleResult resultOf(QProcess &process)
{
    ConsoleResult result;
    if (!process.waitForFinished(HangMilliseconds)) {
        process.kill();
        process.waitForFinished();
    }
    if (process.exitStatus() == QProcess::NormalExit)
        result.exitCode = process.exitCode();
    result.standardOutput = process.readAllStandardOutput();
    if (process.processChannelMode() == QProcess::SeparateChannels)
        result.standardError = process.readAllStandardError();
    return result;
}

} // namespace

QJsonArray ConsoleResult::json() const
{
    return QJsonDocument::fromJson(standardOutput).array();
}

ConsoleWorld::ConsoleWorld(const QString &executable)
    : m_executable(executable)
{
    for (const QString &name : {u"home"_s, u"data"_s, u"cache"_s, u"config"_s, u"state"_s, u"tmp"_s})
        QDir().mkpath(path(name));
}

QString ConsoleWorld::path(const QString &name) const
{
    return m_directory.filePath(name);
}

std::unique_ptr<QProcess> ConsoleWorld::process(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, path(u"home"_s));
    environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    environment.insert(u"XDG_CACHE_HOME"_s, path(u"cache"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    environment.insert(u"XDG_STATE_HOME"_s, path(u"state"_s));
    environment.insert(u"TMPDIR"_s, path(u"tmp"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.remove(u"CSPOOL_DEPLOYMENT"_s);
    process->setProcessEnvironment(environment);
    process->setProgram(m_executable);
    process->setArguments(arguments);
    process->setWorkingDirectory(path());
    return process;
}

ConsoleResult ConsoleWorld::runBare(const QStringList &arguments, const QByteArray &input) const
{
    const auto process = this->process(arguments);
    process->start();
    process->write(input);
    process->closeWriteChannel();
    return resultOf(*process);
}

ConsoleResult ConsoleWorld::run(const QStringList &arguments, const QByteArray &input) const
{
    return runBare(QStringList{u"--deployment"_s, deployment()} + arguments, input);
}

std::unique_ptr<QProcess> ConsoleWorld::prepare(const QStringList &arguments) const
{
    return process(QStringList{u"--deployment"_s, deployment()} + arguments);
}

ConsoleResult ConsoleWorld::finish(QProcess &process)
{
    return resultOf(process);
}

std::unique_ptr<QProcess> ConsoleWorld::start(const QStringList &arguments) const
{
    auto process = prepare(arguments);
    process->start();
    process->closeWriteChannel();
    return process;
}

QList<std::pair<QString, QByteArray>> ConsoleWorld::snapshot(const QString &folder)
{
    QList<std::pair<QString, QByteArray>> entries;
    QDirIterator files(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = files.next();
        QByteArray digest = "folder";
        if (files.fileInfo().isFile()) {
            QFile file(name);
            QCryptographicHash hash(QCryptographicHash::Sha256);
            if (file.open(QIODevice::ReadOnly) && hash.addData(&file))
                digest = hash.result().toHex();
            else
                digest = "unreadable";
        }
        entries.append({QDir(folder).relativeFilePath(name), digest});
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

QByteArray ConsoleWorld::exportedUserData(const QString &pool) const
{
    const QString archive = path(u"export-%1.zip"_s.arg(pool));
    const ConsoleResult result = run({u"Export-CsUserData"_s, u"-PoolFqdn"_s, pool, u"-FileName"_s, archive});
    if (result.exitCode != 0)
        return "the export failed: " + result.standardError;
    QuaZip zip(archive);
    if (!zip.open(QuaZip::mdUnzip) || !zip.setCurrentFile(u"DocItemSet.xml"_s))
        return "the export is no archive";
    QuaZipFile entry(&zip);
    if (!entry.open(QIODevice::ReadOnly))
        return "the export cannot be read";
    return entry.readAll();
}

} // namespace cspool::test
