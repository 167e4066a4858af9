// What the tests of the backup service share: a lab deployment with a pair of pools, and short words for writing,
// backing up and looking at what is there.
#pragma once

#include "backend/lab/backup_service.h"
#include "backend/lab/file_store.h"
#include "backend/lab/lab_run.h"
#include "tests/support/test_support.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace cspool::test {

inline const QString poolA = QStringLiteral("a.example.com");
inline const QString poolB = QStringLiteral("b.example.com");

template <typename T> auto require(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

class BackupWorld : public TestDeployment
{
public:
    QString path(const QString &name) const { return folder() + u'/' + name; }
    QString userStorePath(const QString &pool) const { return path(u"pools/" + pool + u"/user-store.sqlite"); }
    QString contentPath(const QString &pool, const QString &home, const QString &name = {}) const
    {
        return path(u"pools/" + pool + u"/file-store/" + home + (name.isEmpty() ? QString() : QString(u'/' + name)));
    }

    QList<Pool> pools() const { return require(require(open(OpenMode::ReadOnly)->centralStore()).pools()); }

    void writeMany(const QString &pool, int first, int count, const QByteArray &data)
    {
        const auto deployment = open();
        DocumentStore store = require(deployment->userStore(pool));
        QList<DocumentWrite> writes;
        for (int i = first; i < first + count; ++i)
            writes.append({userName(i), {}, data});
        require(store.write(writes, pool, require(deployment->writableEpochs(pool))));
    }
    void remove(const QString &pool, const QString &name)
    {
        const auto deployment = open();
        require(require(deployment->userStore(pool)).remove({name}, require(deployment->writableEpochs(pool))));
    }
    // Nothing: never there. A tombstone has no data.
    std::optional<Document> document(const QString &pool, const QString &name) const
    {
        return require(require(open(OpenMode::ReadOnly)->userStore(pool)).find(name));
    }
    QByteArray data(const QString &pool, const QString &name) const
    {
        const std::optional<Document> found = document(pool, name);
        return found ? found->data : QByteArray("<none>");
    }
    qint64 count(const QString &pool, const QString &home) const
    {
        return require(require(open(OpenMode::ReadOnly)->userStore(pool)).count(home)).documents;
    }
    // Of everything of a home pool: names, revisions and bytes.
    QByteArray fingerprint(const QString &pool, const QString &home) const
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        require(
            require(open(OpenMode::ReadOnly)->userStore(pool)).forEach(home, [&](const Document &document) -> Result<> {
                const QByteArray line = document.name.toUtf8() + QByteArray::number(document.revision.epoch) + ':'
                    + QByteArray::number(document.revision.counter) + document.data;
                hash.addData(line);
                return {};
            }));
        return hash.result();
    }

    QByteArray content(const QString &pool, const QString &home, const QString &name) const
    {
        QFile file(contentPath(pool, home, name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
    }
    QStringList contentNames(const QString &pool, const QString &home) const
    {
        QStringList names;
        const QString base = contentPath(pool, home) + u'/';
        QDirIterator it(base, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext())
            names.append(it.next().mid(base.size()));
        names.sort();
        return names;
    }
    void removeContent(const QString &pool, const QString &home, const QString &name)
    {
        if (!QFile::remove(contentPath(pool, home, name)))
            qFatal("%s is not there", qUtf8Printable(name));
    }

    // Name, size, time and bytes of everything in the deployment's folder.
    QByteArray everyByte() const
    {
        QStringList entries;
        QDirIterator it(folder(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (it.hasNext())
            entries.append(it.next());
        entries.sort();
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const QString &entry : std::as_const(entries)) {
            const QFileInfo info(entry);
            const QByteArray line = entry.toUtf8() + QByteArray::number(info.lastModified().toMSecsSinceEpoch());
            hash.addData(line);
            QFile file(entry);
            if (info.isFile() && file.open(QIODevice::ReadOnly))
                hash.addData(&file);
        }
        return hash.result();
    }

    static QString userName(int index)
    {
        return QStringLiteral("urn:lcd:user%1@example.com").arg(index, 5, 10, QChar(u'0'));
    }
};

// A backup service at work: a deployment, a runtime and the service on both.
class ServiceRun
{
public:
    explicit ServiceRun(const BackupWorld &world, const QString &line = QStringLiteral("Get-CsPool"))
        : runtime(line)
        , deployment(world.open())
        , service(*deployment, runtime.runtime())
    {
        service.setPools(world.pools());
    }

    // Copies one module, which must succeed.
    ModuleResult copy(const QString &pool, BackupModule module) { return require(service.copyModule(pool, module)); }
    ModuleState state(const QString &pool, BackupModule module)
    {
        const BackupState read = require(service.state(pool));
        for (const ModuleState &state : read.modules) {
            if (state.module == module)
                return state;
        }
        return {};
    }
    // "FinalState,NormalState"
    QString stateText(const QString &pool, BackupModule module)
    {
        const ModuleState read = state(pool, module);
        return toString(read.exportStatus) + u',' + toString(read.importStatus);
    }

    TestRuntime runtime;
    std::unique_ptr<Deployment> deployment;
    BackupService service;
};

// A cmdlet run as a session runs it, report included, to its end in the test's thread.
class CmdletRun
{
public:
    // `observer` sees every record as it is written and may cancel through `stop`. Prompts are answered from `answers`;
    // one too many cancels.
    explicit CmdletRun(const BackupWorld &world, const QString &line, QList<int> answers = {},
                       const std::function<void(const Record &, StopSource &)> &observer = {})
        : reportPath(world.filePath(QStringLiteral("report.html")))
    {
        Command command = require(parseCommand(line));
        const CmdletInfo *info = findCmdlet(command.cmdlet());
        if (info->parameter(u"Report") && !command.contains(u"Report"))
            command.set(QStringLiteral("Report"), reportPath);
        const auto sink = [&](const Record &record) {
            records.append(record);
            if (const auto *prompt = std::get_if<PromptRequest>(&record.content)) {
                if (answers.isEmpty())
                    stop.requestStop();
                else
                    prompts.answer({prompt->id, answers.takeFirst()});
            }
            if (observer)
                observer(record, stop);
        };
        runLabCommand({world.folder(), {}, std::chrono::milliseconds(0)}, command, sink, stop.token(), &prompts);
    }

    QString outcome() const { return toString(std::get<FinishedRecord>(records.constLast().content).outcome); }
    template <typename T> QList<T> all() const
    {
        QList<T> result;
        for (const Record &record : records) {
            if (const T *content = std::get_if<T>(&record.content))
                result.append(*content);
        }
        return result;
    }
    QString hostText() const
    {
        QString text;
        for (const InformationRecord &information : all<InformationRecord>()) {
            if (information.isHostMessage)
                text += information.message + u'\n';
        }
        return text;
    }
    QString warningText() const
    {
        QString text;
        for (const WarningRecord &warning : all<WarningRecord>())
            text += warning.message + u'\n';
        return text;
    }
    Error error() const // the terminating one
    {
        for (const ErrorRecord &record : all<ErrorRecord>()) {
            if (record.isTerminating)
                return record.error;
        }
        return {};
    }
    // The last state of the first step whose action contains the words.
    std::optional<StepRecord> step(const QString &words) const
    {
        std::optional<StepRecord> found;
        for (const StepRecord &each : all<StepRecord>()) {
            if (found ? each.id == found->id : each.action.contains(words))
                found = each;
        }
        return found;
    }
    QStringList topLevelActions() const
    {
        QStringList actions;
        for (const StepRecord &each : all<StepRecord>()) {
            if (each.parentId == 0 && !actions.contains(each.action))
                actions.append(each.action);
        }
        return actions;
    }

    const QString reportPath;
    QList<Record> records;
    StopSource stop;
    PromptBox prompts;
};

} // namespace cspool::test
