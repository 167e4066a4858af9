// A world for the tests of failover: a pair of pools with users and files, commands run on it, and its state seen from
// both pools; and copies of it as a crash would have left it at any moment of a command.
#pragma once

#include "tests/support/test_support.h"

#include <QMap>
#include <QTemporaryDir>

#include <memory>

namespace cspool {

// For QCOMPARE's message.
char *toString(const PoolOwnership &ownership);

} // namespace cspool

namespace cspool::test {

using Contents = QMap<QString, QByteArray>; // document name or file path → data

// A result without which a test cannot go on.
template <typename T> T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}
void succeed(const Result<> &result);

// The pools a, b (a pair) and c of example.com, the Central Management store on c, so that both of the pair can be
// failed over. In a temporary folder of its own.
class FailoverWorld
{
public:
    static const QString A;
    static const QString B;
    static const QString C;

    explicit FailoverWorld(const QByteArray &topology = topologyDocument({A, B, C}));
    FailoverWorld(const FailoverWorld &other); // a copy of the folder
    // With documents and files of A and a document of B, all of them backed up.
    static std::unique_ptr<FailoverWorld> filled();
    static QString user(int number); // a document's name; 0 to 4 are there when it is filled

    QString filePath(const QString &name) const { return m_directory.filePath(name); }
    QString folder() const { return filePath(QStringLiteral("lab")); }
    std::unique_ptr<Deployment> open(OpenMode mode = OpenMode::ReadWrite) const;

    // As a user's client would, at the pool that serves `home` now.
    void write(const QString &home, const QString &name, const QByteArray &data) const;
    void remove(const QString &home, const QString &name) const;
    void writeContent(const QString &pool, const QString &home, const QString &path, const QByteArray &data) const;

    // What `pool` holds of `home`.
    Contents documents(const QString &pool, const QString &home) const;
    Contents content(const QString &pool, const QString &home) const;
    QList<KeptDocument> kept(const QString &pool) const;
    PoolOwnership ownership(const QString &pool) const;
    bool hasJournal() const;

    Result<> run(TestRuntime &runtime) const { return runIn(folder(), runtime); }
    static Result<> runIn(const QString &folder, TestRuntime &runtime);
    void mustRun(const QString &line) const;

private:
    void fill() const;

    QTemporaryDir m_directory;
};

// Everything that a run said, for "is listed".
QString said(const TestRuntime &runtime);

// Where a step begins or ends: the moments at which a test cancels or crashes a command.
bool isStepsEdge(const Record &record);

// Runs a command to its end. Copies of the deployment as a crash would have left it, taken at every edge of its steps
// and at its end; they live as long as the world.
QStringList crashesOf(const FailoverWorld &world, const QString &line);

} // namespace cspool::test
