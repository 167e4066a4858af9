#include "tests/support/test_support.h"

#include "backend/lab/lab_run.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QXmlStreamWriter>

#include <cstdlib>
#include <map>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

// A world that cannot be built ends the test at once, with the reason.
template <typename T> auto require(Result<T> result)
{
    if (!result)
        qFatal("The test's world could not be built: %s", qUtf8Printable(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

constexpr auto TopologyNamespace = "urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008"_L1;
constexpr auto RolesNamespace = "urn:schema:Microsoft.Rtc.Management.Deploy.ServiceRoles.2008"_L1;

void writeServiceId(QXmlStreamWriter &xml, QLatin1StringView role, int instance)
{
    xml.writeEmptyElement(TopologyNamespace, u"ServiceId"_s);
    xml.writeAttribute(u"SiteId"_s, u"1"_s);
    xml.writeAttribute(u"RoleName"_s, role);
    xml.writeAttribute(u"Instance"_s, QString::number(instance));
}

void writeService(QXmlStreamWriter &xml, QLatin1StringView role, int cluster, const QList<QLatin1StringView> &dependsOn)
{
    xml.writeStartElement(TopologyNamespace, u"Service"_s);
    xml.writeAttribute(u"RoleVersion"_s, u"1"_s);
    xml.writeAttribute(u"ServiceVersion"_s, u"6"_s);
    writeServiceId(xml, role, cluster);
    xml.writeStartElement(TopologyNamespace, u"DependsOn"_s);
    for (const QLatin1StringView dependency : dependsOn) {
        xml.writeStartElement(TopologyNamespace, u"Dependency"_s);
        xml.writeAttribute(u"Usage"_s, u"Default"_s);
        writeServiceId(xml, dependency, cluster);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeStartElement(TopologyNamespace, u"InstalledOn"_s);
    xml.writeEmptyElement(TopologyNamespace, u"ClusterId"_s);
    xml.writeAttribute(u"SiteId"_s, u"1"_s);
    xml.writeAttribute(u"Number"_s, QString::number(cluster));
    xml.writeEndElement();
    xml.writeEmptyElement(RolesNamespace, u"Ports"_s);
    if (role == "Registrar"_L1) {
        xml.writeEmptyElement(RolesNamespace, u"RegistrarService"_s);
        xml.writeAttribute(u"IsDirector"_s, u"false"_s);
    }
    xml.writeEndElement();
}

} // namespace

QByteArray topologyDocument(const QStringList &pools)
{
    QByteArray document;
    QXmlStreamWriter xml(&document);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(TopologyNamespace);
    xml.writeStartElement(TopologyNamespace, u"Topology"_s);
    xml.writeStartElement(TopologyNamespace, u"Sites"_s);
    xml.writeStartElement(TopologyNamespace, u"CentralSite"_s);
    xml.writeAttribute(u"SiteId"_s, u"1"_s);
    xml.writeTextElement(TopologyNamespace, u"Name"_s, u"Redmond"_s);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement(TopologyNamespace, u"Clusters"_s);
    for (qsizetype i = 0; i < pools.size(); ++i) {
        const bool isStandard = pools.at(i).startsWith("se"_L1);
        xml.writeStartElement(TopologyNamespace, u"Cluster"_s);
        xml.writeAttribute(u"Fqdn"_s, pools.at(i));
        xml.writeAttribute(u"IsSingleMachineOnly"_s, isStandard ? u"true"_s : u"false"_s);
        xml.writeEmptyElement(TopologyNamespace, u"ClusterId"_s);
        xml.writeAttribute(u"SiteId"_s, u"1"_s);
        xml.writeAttribute(u"Number"_s, QString::number(i + 1));
        for (int machine = 1; machine <= (isStandard ? 1 : 2); ++machine) {
            xml.writeEmptyElement(TopologyNamespace, u"Machine"_s);
            xml.writeAttribute(u"OrdinalInCluster"_s, QString::number(machine));
            xml.writeAttribute(u"Fqdn"_s, isStandard ? pools.at(i) : u"fe%1-%2"_s.arg(machine).arg(pools.at(i)));
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeStartElement(TopologyNamespace, u"Services"_s);
    for (qsizetype i = 0; i < pools.size(); ++i) {
        const int cluster = int(i) + 1;
        writeService(xml, "UserServices"_L1, cluster, {"FileStore"_L1});
        writeService(xml, "Registrar"_L1, cluster, {"UserServices"_L1});
        writeService(xml, "FileStore"_L1, cluster, {});
        if (pools.at(i).startsWith("se"_L1))
            writeService(xml, "UserStore"_L1, cluster, {});
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return document;
}

void copyFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    QDirIterator entries(from, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString entry = entries.next();
        const QString copy = to + u'/' + QDir(from).relativeFilePath(entry);
        if (entries.fileInfo().isDir()) {
            QDir().mkpath(copy);
            continue;
        }
        if (entry.endsWith(".lock"_L1) || entry.endsWith(".lock.json"_L1))
            continue;
        const QDateTime modified = entries.fileInfo().lastModified();
        if (!QFile::copy(entry, copy)) {
            if (!QFileInfo::exists(entry))
                continue; // it has just been removed
            qFatal("%s could not be copied", qUtf8Printable(entry));
        }
        QFile file(copy);
        if (!file.open(QIODevice::ReadWrite) || !file.setFileTime(modified, QFileDevice::FileModificationTime))
            qFatal("the time of %s could not be set", qUtf8Printable(copy));
    }
}

TestDeployment::TestDeployment()
    : TestDeployment({u"Test"_s,
                      topologyDocument({u"a.example.com"_s, u"b.example.com"_s, u"c.example.com"_s}),
                      {PoolPair::of(u"a.example.com"_s, u"b.example.com"_s)},
                      u"a.example.com"_s})
{
}

// Made once for each plan and then copied: making one waits for the disk many times.
TestDeployment::TestDeployment(const Deployment::Plan &plan)
{
    QStringList key{plan.name, QString::fromUtf8(plan.topologyDocument), plan.centralManagementPool};
    for (const PoolPair &pair : plan.pairs)
        key << pair.first << pair.second;
    static std::map<QStringList, QTemporaryDir> made;
    const auto [entry, isNew] = made.try_emplace(key);
    const QString original = entry->second.filePath(u"lab"_s);
    if (isNew)
        require(Deployment::create(original, plan));
    copyFolder(original, folder());
}

std::unique_ptr<Deployment> TestDeployment::open(OpenMode mode) const
{
    return require(Deployment::open(folder(), mode));
}

void TestDeployment::writeDocument(const QString &pool, const QString &name, const QByteArray &data)
{
    const auto deployment = open();
    const QHash<QString, qint64> epochs = require(deployment->writableEpochs(pool));
    DocumentStore store = require(deployment->userStore(pool));
    require(store.write({{name, {}, data}}, pool, epochs));
}

void TestDeployment::writeContent(const QString &pool, const QString &home, const QString &path, const QByteArray &data)
{
    const QString filePath = folder() + "/pools/"_L1 + pool + "/file-store/"_L1 + home + u'/' + path;
    QFile file(filePath);
    if (!QDir().mkpath(QFileInfo(filePath).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(data) != data.size())
        qFatal("The test's world could not be built: %s", qUtf8Printable(filePath));
}

TestRuntime::TestRuntime(const QString &line, const QList<int> &answers)
    : m_command(require(parseCommand(line)))
    , m_answers(answers)
{
    const auto sink = [this](Record record) {
        m_log.records.append(record);
        if (const auto *prompt = std::get_if<PromptRequest>(&record.content)) {
            if (m_answers.isEmpty())
                m_stop.requestStop();
            else
                m_promptBox.answer({prompt->id, m_answers.takeFirst()});
        }
        if (observer)
            observer(record);
    };
    m_runtime = std::make_unique<CommandRuntime>(m_command, *findCmdlet(m_command.cmdlet()), sink, m_stop.token(),
                                                 &m_promptBox);
}

QStringList RecordLog::warnings() const
{
    QStringList result;
    for (const Record &record : records) {
        if (const auto *warning = std::get_if<WarningRecord>(&record.content))
            result.append(warning->message);
    }
    return result;
}

QList<Error> RecordLog::errors() const
{
    QList<Error> result;
    for (const Record &record : records) {
        if (const auto *error = std::get_if<ErrorRecord>(&record.content))
            result.append(error->error);
    }
    return result;
}

QStringList RecordLog::hostMessages() const
{
    QStringList result;
    for (const Record &record : records) {
        if (const auto *information = std::get_if<InformationRecord>(&record.content);
            information && information->isHostMessage)
            result.append(information->message);
    }
    return result;
}

QStringList RecordLog::verbose() const
{
    QStringList result;
    for (const Record &record : records) {
        if (const auto *message = std::get_if<VerboseRecord>(&record.content))
            result.append(message->message);
    }
    return result;
}

QList<Object> RecordLog::objects() const
{
    QList<Object> result;
    for (const Record &record : records) {
        if (const auto *output = std::get_if<OutputRecord>(&record.content))
            result.append(output->object);
    }
    return result;
}

QList<PromptRequest> RecordLog::prompts() const
{
    QList<PromptRequest> result;
    for (const Record &record : records) {
        if (const auto *prompt = std::get_if<PromptRequest>(&record.content))
            result.append(*prompt);
    }
    return result;
}

std::optional<StepRecord> RecordLog::step(const QString &actionPart) const
{
    std::optional<StepRecord> found;
    for (const Record &record : records) {
        const auto *step = std::get_if<StepRecord>(&record.content);
        if (step && (found ? step->id == found->id : step->action.contains(actionPart)))
            found = *step;
    }
    return found;
}

QByteArray LabResult::report() const
{
    QFile file(reportPath);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

LabResult runLab(const QString &folder, const QString &line, const LabOptions &options)
{
    LabResult result;
    Result<Command> command = parseCommand(line);
    if (!command) {
        result.outcome = Outcome::Failed;
        result.error = command.error();
        return result;
    }
    const CmdletInfo *info = findCmdlet(command->cmdlet());
    if (info && info->parameter(u"Report") && !command->contains(u"Report"))
        command->set(u"Report"_s, QString(folder + "-report.html"_L1));

    QList<int> answers = options.answers;
    StopSource stop;
    PromptBox promptBox;
    const auto sink = [&](Record record) {
        result.records.append(record);
        if (const auto *prompt = std::get_if<PromptRequest>(&record.content)) {
            if (answers.isEmpty())
                stop.requestStop();
            else
                promptBox.answer({prompt->id, answers.takeFirst()});
        } else if (const auto *error = std::get_if<ErrorRecord>(&record.content); error && error->isTerminating) {
            result.error = error->error;
        } else if (const auto *finished = std::get_if<FinishedRecord>(&record.content)) {
            result.outcome = finished->outcome;
            result.reportPath = finished->reportPath;
        }
        if (options.observer)
            options.observer(record, stop);
    };
    DeploymentInfo deployment;
    if (const auto opened = Deployment::open(folder, OpenMode::ReadOnly))
        deployment = (*opened)->info();
    runLabCommand({folder, deployment, options.lockTimeout}, *command, sink, stop.token(), &promptBox);
    return result;
}

} // namespace cspool::test
