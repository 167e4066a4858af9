// A world for tests that run the built `cspool` as a person would: a home of its own, and the process run to its end.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace cspool::test {

struct ConsoleResult
{
    int exitCode = -1; // -1: it crashed, was killed or did not end in time
    QByteArray standardOutput;
    QByteArray standardError;

    QJsonArray json() const; // of the standard output; empty when it is not an array
};

// Home, data, cache, configuration and temporary folders lie in one temporary directory, so that no run touches the
// user's own files and two tests never share a history.
class ConsoleWorld
{
public:
    explicit ConsoleWorld(const QString &executable);

    QString path(const QString &name = {}) const;
    QString deployment() const { return path(QStringLiteral("lab")); }

    // Runs `cspool --deployment <deployment()> arguments…` to its end.
    ConsoleResult run(const QStringList &arguments, const QByteArray &input = {}) const;
    // The same without --deployment.
    ConsoleResult runBare(const QStringList &arguments, const QByteArray &input = {}) const;
    // Started and left running; the caller waits or kills.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    // The same, not started yet: for a process that is given its input bit by bit, or other rights.
    std::unique_ptr<QProcess> prepare(const QStringList &arguments) const;
    // The same without --deployment.
    std::unique_ptr<QProcess> prepareBare(const QStringList &arguments) const { return process(arguments); }
    // Waits for the end of a process.
    static ConsoleResult finish(QProcess &process);

    // Name and SHA-256 of every file below a folder, for "not one byte was changed".
    static QList<std::pair<QString, QByteArray>> snapshot(const QString &folder);
    // DocItemSet.xml of an export of a pool, by running Export-CsUserData.
    QByteArray exportedUserData(const QString &pool) const;

private:
    std::unique_ptr<QProcess> process(const QStringList &arguments) const;

    QTemporaryDir m_directory;
    QString m_executable;
};

} // namespace cspool::test
