#include "tests/support/failover_world.h"

#include "backend/lab/backup_service.h"
#include "backend/lab/lab_cmdlet.h"

#include <QDir>
#include <QDirIterator>

namespace cspool {

using namespace Qt::StringLiterals;

char *toString(const PoolOwnership &ownership)
{
    return qstrdup(qPrintable(u"%1 served by %2, epoch %3, %4%5"_s.arg(
        ownership.pool, ownership.owner, QString::number(ownership.epoch), toString(ownership.state),
        ownership.isReadOnly ? u", read-only"_s : QString())));
}

namespace test {

const QString FailoverWorld::A = QStringLiteral("a.example.com");
const QString FailoverWorld::B = QStringLiteral("b.example.com");
const QString FailoverWorld::C = QStringLiteral("c.example.com");

void succeed(const Result<> &result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
}

FailoverWorld::FailoverWorld(const QByteArray &topology)
{
    succeed(Deployment::create(folder(), {u"Test"_s, topology, {PoolPair::of(A, B)}, C}));
}

FailoverWorld::FailoverWorld(const FailoverWorld &other)
{
    copyFolder(other.folder(), folder());
}

// Made once and then copied: every commit waits for the disk, a copy does not.
std::unique_ptr<FailoverWorld> FailoverWorld::filled()
{
    static FailoverWorld original;
    if (original.documents(A, A).isEmpty())
        original.fill();
    return std::make_unique<FailoverWorld>(original);
}

void FailoverWorld::fill() const
{
    for (int i = 0; i < 5; ++i)
        write(A, user(i), "first");
    writeContent(A, A, u"conf1/slides.bin"_s, "slides");
    writeContent(A, A, u"conf1/notes.txt"_s, "notes");
    write(B, u"urn:lcd:bea@example.com"_s, "of B");

    TestRuntime runtime;
    const auto deployment = open();
    BackupService service(*deployment, runtime.runtime());
    service.setPools(valueOf(valueOf(deployment->centralStore()).pools()));
    for (const QString &pool : {A, B}) {
        for (const BackupModule module : {BackupModule::PresenceFocus, BackupModule::DataConf})
            valueOf(service.copyModule(pool, module));
    }
}

QString FailoverWorld::user(int number)
{
    return u"urn:lcd:user%1@example.com"_s.arg(number);
}

std::unique_ptr<Deployment> FailoverWorld::open(OpenMode mode) const
{
    return valueOf(Deployment::open(folder(), mode));
}

void FailoverWorld::write(const QString &home, const QString &name, const QByteArray &data) const
{
    const auto deployment = open();
    const QString owner = valueOf(deployment->ownership(home)).owner;
    auto store = valueOf(deployment->userStore(owner));
    valueOf(store.write({{name, {}, data}}, home, valueOf(deployment->writableEpochs(owner))));
}

void FailoverWorld::remove(const QString &home, const QString &name) const
{
    const auto deployment = open();
    const QString owner = valueOf(deployment->ownership(home)).owner;
    auto store = valueOf(deployment->userStore(owner));
    if (valueOf(store.remove({name}, valueOf(deployment->writableEpochs(owner)))) != 1)
        qFatal("%s was not there", qUtf8Printable(name));
}

void FailoverWorld::writeContent(const QString &pool, const QString &home, const QString &path,
                                 const QByteArray &data) const
{
    const QString filePath = folder() + "/pools/"_L1 + pool + "/file-store/"_L1 + home + u'/' + path;
    QFile file(filePath);
    if (!QDir().mkpath(QFileInfo(filePath).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(data) != data.size()) {
        qFatal("%s could not be written", qUtf8Printable(filePath));
    }
}

Contents FailoverWorld::documents(const QString &pool, const QString &home) const
{
    Contents result;
    const auto deployment = open(OpenMode::ReadOnly);
    const auto store = valueOf(deployment->userStore(pool));
    succeed(store.forEach(home, [&](const Document &document) -> Result<> {
        result.insert(document.name, document.data);
        return {};
    }));
    return result;
}

Contents FailoverWorld::content(const QString &pool, const QString &home) const
{
    Contents result;
    const QString root = folder() + "/pools/"_L1 + pool + "/file-store/"_L1 + home;
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s could not be read", qUtf8Printable(file.fileName()));
        result.insert(QDir(root).relativeFilePath(file.fileName()), file.readAll());
    }
    return result;
}

QList<KeptDocument> FailoverWorld::kept(const QString &pool) const
{
    return valueOf(valueOf(open(OpenMode::ReadOnly)->userStore(pool)).keptAside());
}

PoolOwnership FailoverWorld::ownership(const QString &pool) const
{
    return valueOf(open(OpenMode::ReadOnly)->ownership(pool));
}

bool FailoverWorld::hasJournal() const
{
    return !valueOf(open(OpenMode::ReadOnly)->journal()).isEmpty();
}

Result<> FailoverWorld::runIn(const QString &folder, TestRuntime &runtime)
{
    LabContext context(folder, runtime.runtime(), std::chrono::milliseconds(0));
    return findLabCmdlet(runtime.runtime().command().cmdlet())(context);
}

void FailoverWorld::mustRun(const QString &line) const
{
    TestRuntime runtime(line);
    succeed(run(runtime));
}

QString said(const TestRuntime &runtime)
{
    QStringList all = runtime.warnings() + runtime.hostMessages() + runtime.verbose();
    for (const Error &error : runtime.errors())
        all += error.message;
    for (const Record &record : runtime.records()) {
        if (const auto *step = std::get_if<StepRecord>(&record.content))
            all += step->information;
    }
    return all.join(u'\n');
}

bool isStepsEdge(const Record &record)
{
    const auto *step = std::get_if<StepRecord>(&record.content);
    return step && (step->counts.isEmpty() || step->result != StepResult::Running);
}

QStringList crashesOf(const FailoverWorld &world, const QString &line)
{
    QStringList folders;
    TestRuntime runtime(line);
    const auto copy = [&] {
        folders += world.filePath(u"crash%1"_s.arg(folders.size()));
        copyFolder(world.folder(), folders.constLast());
    };
    runtime.observer = [&](const Record &record) {
        if (isStepsEdge(record))
            copy();
    };
    succeed(world.run(runtime));
    copy();
    return folders;
}

} // namespace test

} // namespace cspool
