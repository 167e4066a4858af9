// PairingModel: which pool backs up which, as a table: pairs, and pools without a backup pool.
#pragma once

#include "model/backup_service_status.h"
#include "model/deployment_info.h"
#include "model/item_roles.h"
#include "model/pool.h"
#include "model/reading.h"
#include "model/records.h"
#include "model/status_tone.h"

#include <QAbstractTableModel>
#include <QHash>

namespace cspool {

// One pool of a pair, ready to be shown.
struct PairingEnd
{
    QString fqdn;
    QString kind;
    QString version; // empty: not reported
    QString site;
    QString state; // with the words for what is not known
    StatusTone stateTone = StatusTone::Unknown;
    bool isFailedOver = false; // its users are served by the other one
};

// The backup of one of the two pools' data, ready to be shown.
struct PairingDirection
{
    QString sourcePool; // where the data is now, and from where it is copied
    QString targetPool;
    QString status; // with the words for what is not known
    StatusTone tone = StatusTone::Unknown;
    QString backlog; // empty: nothing can be said
    QString age; // of the status; empty: none was read
    bool isOld = false;
    bool isReversed = false; // from the backup pool, because the pool is failed over
};

struct PairingSummary
{
    PairingEnd first;
    PairingEnd second; // without an FQDN: the first one has no backup pool
    PairingDirection firstDirection; // of the first pool's data
    PairingDirection secondDirection;
    QStringList remarks; // sentences about what is out of the ordinary, with what to do
    bool isUnsupported = false;
    bool isMutual = true;

    bool isLone() const { return second.fqdn.isEmpty(); }
};

class PairingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        PoolColumn,
        PoolStateColumn,
        ExportColumn, // of the pool's data
        BacklogColumn,
        BackupPoolColumn,
        BackupPoolStateColumn,
        BackupExportColumn, // of the backup pool's data
        BackupBacklogColumn,
        RemarksColumn,
        ColumnCount,
    };
    enum Role {
        SummaryRole = FirstModelRole, // PairingSummary of the row
        RemarksRole, // QStringList: the remarks of the row, a sentence or more each
        SearchTextRole, // QString, lower case: what a filter looks at
        RankRole, // int: how much a row needs to be looked at: 0 no backup pool, 1 unsupported, 2 all right
    };

    explicit PairingModel(QObject *parent = nullptr);

    // All pools of the deployment; those that cannot be backed up are left out. Pairs are in the order of their first
    // pool's FQDN; of two that name each other, the first is the one that sorts first.
    void setPools(const QList<Pool> &pools, DeploymentKind kind);
    void setPoolStates(const Reading<QHash<QString, PoolState>> &states);
    // `warnings`: what came beside the status, as reasons of errors.
    void setStatus(const QString &fqdn, const Reading<BackupServiceStatus> &status,
                   const QList<WarningRecord> &warnings = {});
    // Forgets all statuses and states, as when another deployment was opened.
    void clear();
    // Now, and the age from which on a reading is old.
    void setClock(const QDateTime &now, std::chrono::seconds oldAge);

    PairingSummary summary(int row) const;
    QStringList pools(int row) const; // one or two FQDNs
    // Of a pool in two rows, because a pairing is not mutual, the one in which it comes first. -1: none.
    int rowOf(const QString &fqdn) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Pairing
    {
        Pool first;
        Pool second; // without an FQDN: none
        QString otherBackupPool; // of the second, when it does not name the first; empty: none
        bool isMutual = true;
        QStringList warnings; // unsupported because of these
        QString searchText; // of the pools themselves

        bool operator==(const Pairing &) const = default;
    };
    static QList<Pairing> pairingsOf(const QList<Pool> &pools);
    void indexRows();
    void emitStatusChanged(int row, bool isFirst);
    PairingEnd end(const Pool &pool) const;
    QString stateText(const QString &fqdn) const;
    QString statusText(const QString &fqdn) const;
    QString searchText(const Pairing &pairing) const;
    PairingDirection direction(const Pool &pool, const Pool &partner) const;
    QStringList remarks(const Pairing &pairing) const;
    void addStatusRemarks(const Pool &pool, const Pool &partner, QStringList &sentences) const;
    bool hasBadStatus(const QString &fqdn) const;
    std::optional<PoolState> state(const QString &fqdn) const;
    const Pool &poolOf(int row, Column column) const;
    QString text(int row, Column column) const;
    QString toolTip(int row, Column column) const;
    QVariant sortValue(int row, Column column) const;
    QVariant tone(int row, Column column) const;
    QVariant readAt(int row, Column column) const;
    int rank(int row) const;

    QList<Pairing> m_pairings;
    QMultiHash<QString, int> m_rows; // FQDN → its row; two only when a pairing is not mutual
    QHash<QString, Reading<BackupServiceStatus>> m_statuses;
    QHash<QString, QList<WarningRecord>> m_warnings; // with them
    Reading<QHash<QString, PoolState>> m_states;
    DeploymentKind m_kind = DeploymentKind::Server;
    QDateTime m_now;
    std::chrono::seconds m_oldAge{0};
};

} // namespace cspool

Q_DECLARE_METATYPE(cspool::PairingSummary)
