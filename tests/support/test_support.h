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

// Copies a folder with everything in it, modification times included, as it lies there at this moment: what a crash
// would leave. Locks stay behind: their process is taken to be gone. What is at `to` is replaced. Ends the test on a
// failure.
void copyFolder(const QString &from, const QString &to);

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

// The records of one run, sorted by stream.
struct RecordLog
{
    QList<Record> records;

    QStringList warnings() const;
    QList<Error> errors() const; // non-terminating and terminating
    QStringList hostMessages() const;
    QStringList verbose() const;
    QList<Object> objects() const;
    QList<PromptRequest> prompts() const;
    // The latest state of the first step whose action contains `actionPart`.
    std::optional<StepRecord> step(const QString &actionPart) const;
};

// A runtime whose records are kept. Prompts are answered from `answers`, in turn, by choice index; when none is left,
// the command is cancelled.
class TestRuntime
{
public:
    explicit TestRuntime(const QString &line = QStringLiteral("Get-CsPool"), const QList<int> &answers = {});

    CommandRuntime &runtime() { return *m_runtime; }
    StopSource &stop() { return m_stop; }
    // Called with every record as it is written, for cancelling at a certain moment.
    std::function<void(const Record &)> observer;

    const QList<Record> &records() const { return m_log.records; }
    QStringList warnings() const { return m_log.warnings(); }
    QList<Error> errors() const { return m_log.errors(); }
    QStringList hostMessages() const { return m_log.hostMessages(); }
    QStringList verbose() const { return m_log.verbose(); }
    QList<Object> objects() const { return m_log.objects(); }
    QList<PromptRequest> prompts() const { return m_log.prompts(); }
    std::optional<StepRecord> step(const QString &actionPart) const { return m_log.step(actionPart); }

private:
    Command m_command;
    QList<int> m_answers;
    RecordLog m_log;
    StopSource m_stop;
    PromptBox m_promptBox;
    std::unique_ptr<CommandRuntime> m_runtime;
};

// What a whole command line did on a lab deployment: outcome, records and the error that ended it.
struct LabResult : RecordLog
{
    Outcome outcome = Outcome::Succeeded;
    QString reportPath; // empty: none was written
    std::optional<Error> error; // the terminating one
    QByteArray report() const; // the file's content
};

struct LabOptions
{
    QList<int> answers = {}; // to prompts, in turn; when none is left, the command is cancelled
    std::chrono::milliseconds lockTimeout{0};
    // Called with every record as it is written; may request a stop.
    std::function<void(const Record &, StopSource &)> observer = {};
};

// Runs the line in the test's thread exactly as LabSession runs it in its own: bound, validated, run, reported. A
// report without -Report goes beside the deployment's folder. A line that cannot be parsed fails with the parser's
// error.
LabResult runLab(const QString &folder, const QString &line, const LabOptions &options = {});

} // namespace cspool::test
