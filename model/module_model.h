// ModuleModel: the backup modules of one pool as a table: what each of them last said of export and import.
#pragma once

#include "model/backup_service_status.h"
#include "model/reading.h"
#include "model/status_advice.h"

#include <QAbstractTableModel>

namespace cspool {

class ModuleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        ModuleColumn,
        CategoryColumn,
        ExportColumn,
        ImportColumn,
        TimeColumn, // when it was true
        ColumnCount,
    };

    explicit ModuleModel(QObject *parent = nullptr);

    // What is known, of whom, and how it is to be judged. A module that is no longer reported goes; a reading that
    // failed leaves the modules and makes their statuses unknown. The subject's module is ignored.
    void setReading(const Reading<BackupServiceStatus> &reading, const StatusSubject &subject);
    // Now, and the age from which on a reading is old.
    void setClock(const QDateTime &now, std::chrono::seconds oldAge);

    const BackupModuleStatus &module(int row) const { return m_modules.at(row); }
    // Advice for one direction of a module: ExportColumn or ImportColumn.
    StatusAdvice advice(int row, Column direction) const;
    // The latest attempt to read the statuses succeeded.
    bool isKnown() const { return m_reading.isKnown(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    StatusTone tone(int row, Column column) const;
    QString text(int row, Column column) const;
    QString reportedStatus(int row, Column column) const;
    QString toolTip(int row, Column column) const;
    bool isOld() const;
    void setModules(const QList<BackupModuleStatus> &modules);

    QList<BackupModuleStatus> m_modules;
    Reading<BackupServiceStatus> m_reading;
    StatusSubject m_subject;
    QDateTime m_now;
    std::chrono::seconds m_oldAge{0};
};

} // namespace cspool
