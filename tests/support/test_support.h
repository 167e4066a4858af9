// A small world for the tests: topology documents, lab deployments, and cmdlets run to their end in the test's thread.
#pragma once

#include "backend/command_runtime.h"
#include "backend/lab/deployment.h"
#include "model/topology.h"

#include <QTemporaryDir>

namespace cspool::test {

// A document in the format of Get-CsTopology -AsXml. Every pool is an Enterprise pool (UserServices, Registrar, …) in
// site 1 with two front ends, unless its FQDN begins with "se": then a Standard Edition server.
QByteArray topologyDocument(const QStringList &pools);

// A lab deployment in a temporary folder: pools a.example.com and b.example.com, paired, the Central Management store
// on a.example.com; c.example.com alone.
class TestDeployment
{
public:
    TestDeployment();
    explicit TestDeployment(const Deployment::Plan &plan);

    QString folder() const { return m_directory.filePath(QStringLiteral("lab")); }
    QString filePath(const QString &name) const { return m_directory.filePath(name); }
    std::unique_ptr<Deployment> open(OpenMode mode = OpenMode::ReadWrite) const;

    // Puts a document into the user store of `pool`, homed there, as a user's client would.
    void writeDocument(const QString &pool, const QString &name, const QByteArray &data);
    // Puts a conference file into the file store of `pool` below the folder of `home`.
    void writeContent(const QString &pool, const QString &home, const QString &path, const QByteArray &data);

private:
    QTemporaryDir m_directory;
};

// A runtime whose records are kept. Prompts are answered from `answers`, in turn, by choice index.
class TestRuntime
{
public:
    explicit TestRuntime(const QString &line = QStringLiteral("Get-CsPool"), const QList<int> &answers = {});

    CommandRuntime &runtime() { return *m_runtime; }
    StopSource &stop() { return m_stop; }
    // Called with every record as it is written, for cancelling at a certain moment.
    std::function<void(const Record &)> observer;

    const QList<Record> &records() const { return m_records; }
    QStringList warnings() const;
    QList<Error> errors() const; // non-terminating and terminating
    QStringList hostMessages() const;
    QStringList verbose() const;
    QList<Object> objects() const;
    QList<PromptRequest> prompts() const;
    std::optional<StepRecord>
    step(const QString &actionPart) const; // the latest state of the first whose action contains it

private:
    Command m_command;
    QList<int> m_answers;
    QList<Record> m_records;
    StopSource m_stop;
    PromptBox m_promptBox;
    std::unique_ptr<CommandRuntime> m_runtime;
};

} // namespace cspool::test
