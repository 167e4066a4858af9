// NewDeploymentState: what the wizard for a new lab deployment knows, without its widgets: what was chosen, what was
// found, what is wrong, and the commands that follow.
#pragma once

#include "backend/disk_looks.h"
#include "model/command.h"
#include "model/result.h"
#include "model/topology.h"

#include <QMap>
#include <QObject>

#include <optional>

namespace cspool {

class SessionFactory;

// Lives in the window's thread; disks are read away from it. FQDNs are canonical.
class NewDeploymentState : public QObject
{
    Q_OBJECT

public:
    // `sessions` must outlive it.
    explicit NewDeploymentState(SessionFactory *sessions, QObject *parent = nullptr);

    // The folder to be made: an absolute path, "~" for the home folder. It is looked at: see isChecking().
    void setFolder(const QString &folder);
    QString folder() const { return m_folder; }
    // Shown in every banner; empty: the folder's own name.
    void setName(const QString &name);
    QString name() const;
    // Begins to read the document. Pairs and archives that were chosen for another document are forgotten.
    void setTopologyFile(const QString &path);
    QString topologyFile() const { return m_topologyFile; }

    bool isReadingTopology() const { return m_isReading; }
    bool isChecking() const { return m_isReading || m_isLookingAtFolder; }
    const std::optional<Topology> &topology() const { return m_topology; }
    PairingFindings findings() const; // what the document states

    QStringList pools() const; // that can be backed up, in the document's order
    QStringList otherClusters() const;
    QString kindOf(const QString &pool) const; // "Enterprise Edition pool"
    QString versionOf(const QString &pool) const; // "Skype for Business Server 2015"; empty: not stated
    QString siteOf(const QString &pool) const;

    QString backupPoolOf(const QString &pool) const; // empty: none
    // Symmetric; whoever was paired with one of the two is left alone. Empty: `pool` and its partner are left alone.
    void setBackupPool(const QString &pool, const QString &backupPool);
    QList<PoolPair> pairs() const; // sorted
    QStringList pairWarnings(const QString &pool) const; // sentences; empty: supported, or alone
    void resetPairs(); // to what the document states

    QString archiveOf(const QString &pool) const;
    void setArchive(const QString &pool, const QString &path); // empty: none

    // What is wrong, one sentence or two; empty: nothing, or not known yet.
    QString sourceProblem() const;
    QString pairsProblem() const;
    bool isSourceReady() const; // folder and document were looked at and are fine

    Command newDeployment() const;
    QList<Command> imports() const; // in the order of pools()

Q_SIGNALS:
    void changed();
    void topologyRead(); // or not: see sourceProblem()

private:
    void lookAtFolder();
    void takeTopology(const QString &path, const Result<Topology> &read);
    const Pool *find(const QString &fqdn) const;
    QList<PoolPair> explicitPairs() const; // those that the document does not state
    QString folderProblem() const;

    SessionFactory *m_sessions;
    QString m_folder; // as typed, but absolute
    QString m_typedFolder;
    QString m_name;
    QString m_topologyFile;
    std::optional<Topology> m_topology;
    QList<Pool> m_clusters; // of the topology, without pairs
    std::optional<Error> m_readError;
    QMap<QString, QString> m_backupPools; // both ways
    QMap<QString, QString> m_archives;
    bool m_isReading = false;
    bool m_isLookingAtFolder = false;
    bool m_isFolderTaken = false; // it is there and not empty, or no folder
    DiskLooks m_disk;
};

} // namespace cspool
