#include "ui/deployments/new_deployment_state.h"

#include "backend/session_factory.h"
#include "model/message_text.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QString withHome(const QString &path)
{
    const QString trimmed = path.trimmed();
    const bool isBelowHome = trimmed == "~"_L1 || trimmed.startsWith("~/"_L1);
    return QDir::fromNativeSeparators(isBelowHome ? QString(QDir::homePath() + trimmed.mid(1)) : trimmed);
}

// As the cmdlet decides it.
bool isTaken(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists() && !info.isSymLink())
        return false;
    return !info.isDir()
        || !QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

// A name is shown in one line and stands in names of files.
bool isUnfitForName(QChar character)
{
    return character == u'/' || character == u'\\' || character.category() == QChar::Other_Control;
}

} // namespace

NewDeploymentState::NewDeploymentState(SessionFactory *sessions, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
{
}

void NewDeploymentState::setFolder(const QString &folder)
{
    if (folder == m_typedFolder)
        return;
    m_typedFolder = folder;
    const QString path = withHome(folder);
    m_folder = path.isEmpty() ? QString() : QDir::cleanPath(path);
    lookAtFolder();
    Q_EMIT changed();
}

void NewDeploymentState::lookAtFolder()
{
    m_isFolderTaken = false;
    m_isLookingAtFolder = QDir::isAbsolutePath(m_folder);
    if (!m_isLookingAtFolder)
        return;
    m_disk.run([folder = m_folder] { return isTaken(folder); }, this,
               [this, folder = m_folder](bool isTaken) {
                   if (folder != m_folder)
                       return; // another one was named meanwhile
                   m_isLookingAtFolder = false;
                   m_isFolderTaken = isTaken;
                   Q_EMIT changed();
               });
}

void NewDeploymentState::setName(const QString &name)
{
    m_name = name.trimmed();
    Q_EMIT changed();
}

QString NewDeploymentState::name() const
{
    return m_name.isEmpty() ? QFileInfo(m_folder).fileName() : m_name;
}

void NewDeploymentState::setTopologyFile(const QString &path)
{
    const QString file = withHome(path);
    m_topologyFile = file;
    m_topology.reset();
    m_clusters.clear();
    m_readError.reset();
    m_backupPools.clear();
    m_archives.clear();
    m_isReading = !file.isEmpty();
    if (m_isReading) {
        m_sessions->readTopology(file, this, [this, file](const Result<Topology> &read) { takeTopology(file, read); });
    }
    Q_EMIT changed();
}

void NewDeploymentState::takeTopology(const QString &path, const Result<Topology> &read)
{
    if (path != m_topologyFile || !m_isReading)
        return;
    m_isReading = false;
    if (read) {
        m_topology = *read;
        m_clusters = poolsOf(*m_topology, {});
        resetPairs();
    } else {
        m_readError = read.error();
    }
    Q_EMIT topologyRead();
    Q_EMIT changed();
}

PairingFindings NewDeploymentState::findings() const
{
    return m_topology ? statedPairs(*m_topology) : PairingFindings();
}

QStringList NewDeploymentState::pools() const
{
    return m_topology ? poolsToBackUp(*m_topology) : QStringList();
}

QStringList NewDeploymentState::otherClusters() const
{
    const QStringList pools = this->pools();
    QStringList others;
    for (const Pool &cluster : m_clusters) {
        if (!pools.contains(cluster.fqdn))
            others.append(cluster.fqdn);
    }
    return others;
}

const Pool *NewDeploymentState::find(const QString &fqdn) const
{
    const auto found = std::find_if(m_clusters.begin(), m_clusters.end(),
                                    [&fqdn](const Pool &cluster) { return cluster.fqdn == fqdn; });
    return found == m_clusters.end() ? nullptr : &*found;
}

QString NewDeploymentState::kindOf(const QString &pool) const
{
    const Pool *found = find(pool);
    return found ? found->kind() : QString();
}

QString NewDeploymentState::versionOf(const QString &pool) const
{
    const Pool *found = find(pool);
    return found ? found->serverVersion : QString();
}

QString NewDeploymentState::siteOf(const QString &pool) const
{
    const TopologyCluster *cluster = m_topology ? m_topology->cluster(pool) : nullptr;
    return cluster ? m_topology->siteName(cluster->siteId) : QString();
}

QString NewDeploymentState::backupPoolOf(const QString &pool) const
{
    return m_backupPools.value(pool);
}

void NewDeploymentState::setBackupPool(const QString &pool, const QString &backupPool)
{
    if (backupPoolOf(pool) == backupPool || pool == backupPool)
        return;
    for (const QString &half : {pool, backupPool}) {
        if (const QString partner = m_backupPools.take(half); !partner.isEmpty())
            m_backupPools.remove(partner);
    }
    if (!backupPool.isEmpty()) {
        m_backupPools.insert(pool, backupPool);
        m_backupPools.insert(backupPool, pool);
    }
    Q_EMIT changed();
}

QList<PoolPair> NewDeploymentState::pairs() const
{
    QList<PoolPair> pairs;
    for (auto entry = m_backupPools.begin(); entry != m_backupPools.end(); ++entry) {
        if (entry.key() < entry.value())
            pairs.append(PoolPair::of(entry.key(), entry.value()));
    }
    return pairs;
}

QStringList NewDeploymentState::pairWarnings(const QString &pool) const
{
    const QString backupPool = backupPoolOf(pool);
    return m_topology && !backupPool.isEmpty() ? pairingWarnings(*m_topology, PoolPair::of(pool, backupPool))
                                               : QStringList();
}

void NewDeploymentState::resetPairs()
{
    m_backupPools.clear();
    const QList<PoolPair> stated = findings().pairs;
    for (const PoolPair &pair : stated) {
        m_backupPools.insert(pair.first, pair.second);
        m_backupPools.insert(pair.second, pair.first);
    }
    Q_EMIT changed();
}

QList<PoolPair> NewDeploymentState::explicitPairs() const
{
    const QList<PoolPair> stated = findings().pairs;
    QList<PoolPair> explicitPairs = pairs();
    explicitPairs.removeIf([&stated](const PoolPair &pair) { return stated.contains(pair); });
    return explicitPairs;
}

QString NewDeploymentState::archiveOf(const QString &pool) const
{
    return m_archives.value(pool);
}

void NewDeploymentState::setArchive(const QString &pool, const QString &path)
{
    if (path.isEmpty())
        m_archives.remove(pool);
    else
        m_archives.insert(pool, path);
    Q_EMIT changed();
}

QString NewDeploymentState::folderProblem() const
{
    if (m_folder.isEmpty())
        return {};
    const QString shown = QDir::toNativeSeparators(m_folder);
    if (!QDir::isAbsolutePath(m_folder))
        return tr("Name the folder with its whole path; \"%1\" could be anywhere.").arg(shown);
    if (m_isFolderTaken)
        return tr("%1 is there already and not empty. Name a folder that does not exist yet, or an empty one.")
            .arg(shown);
    return {};
}

QString NewDeploymentState::sourceProblem() const
{
    if (const QString problem = folderProblem(); !problem.isEmpty())
        return problem;
    if (std::any_of(m_name.begin(), m_name.end(), isUnfitForName))
        return tr("The name of the deployment must not contain slashes, backslashes or control characters. Choose "
                  "another one.");
    if (m_readError) {
        return errorSentences(*m_readError);
    }
    if (m_topology && pools().isEmpty()) {
        return tr("The topology document holds no pool that can be backed up: none has user services and a Registrar "
                  "that is no Director. Choose the document of a deployment with at least one such pool.");
    }
    return {};
}

bool NewDeploymentState::isSourceReady() const
{
    return !isChecking() && !m_folder.isEmpty() && m_topology && sourceProblem().isEmpty();
}

// A command can add pairs to those of the document or put others in their place; it cannot take one away.
QString NewDeploymentState::pairsProblem() const
{
    if (!m_topology)
        return {};
    const QList<PoolPair> wanted = pairs();
    const QList<PoolPair> made = statedPairs(*m_topology, explicitPairs()).pairs;
    for (const PoolPair &pair : made) {
        if (!wanted.contains(pair)) {
            return tr("The topology document states that %1 and %2 back each other up, and a deployment is made as its "
                      "document states. Keep this pair, or give one of the two another backup pool.")
                .arg(pair.first, pair.second);
        }
    }
    return {};
}

Command NewDeploymentState::newDeployment() const
{
    Command command(u"New-Deployment"_s);
    command.set(u"Path"_s, m_folder);
    command.set(u"Topology"_s, m_topologyFile);
    QStringList texts;
    const QList<PoolPair> pairs = explicitPairs();
    for (const PoolPair &pair : pairs)
        texts.append(QString(pair.first + u'=' + pair.second));
    if (!texts.isEmpty())
        command.set(u"Pair"_s, texts);
    if (name() != QFileInfo(m_folder).fileName())
        command.set(u"Name"_s, name());
    return command;
}

QList<Command> NewDeploymentState::imports() const
{
    QList<Command> imports;
    const QStringList pools = this->pools();
    for (const QString &pool : pools) {
        if (const QString archive = archiveOf(pool); !archive.isEmpty()) {
            imports.append(Command(u"Import-CsUserData"_s).set(u"PoolFqdn"_s, pool).set(u"FileName"_s, archive));
        }
    }
    return imports;
}

} // namespace cspool
