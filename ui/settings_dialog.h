// SettingsDialog: what the user can choose for the whole program, and where it keeps its things.
#pragma once

#include "backend/disk_looks.h"

#include <QDialog>

class QAbstractButton;
class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QSpinBox;

namespace cspool {

class KnownServersEditor;
class Workspace;

// A file or folder of the program.
struct StoredPlace
{
    QString name; // "History of jobs"
    QString path;
};

// Not modal; deletes itself when closed. Nothing changes before OK or Apply.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    // `workspace` must outlive it. `places` are shown as they are, and opened with the system's program for them.
    SettingsDialog(Workspace *workspace, const QList<StoredPlace> &places, QWidget *parent = nullptr);

private:
    QWidget *makeChoices();
    QWidget *makeServers();
    QWidget *makePlaces(const QList<StoredPlace> &places);
    void openFolderOf(const QString &path);
    void load();
    bool isChanged() const;
    void apply();
    void update();
    void handleButton(QAbstractButton *button);

    Workspace *m_workspace;
    QComboBox *m_theme;
    QComboBox *m_language;
    QLabel *m_restartHint;
    QSpinBox *m_refreshMinutes;
    QSpinBox *m_retentionDays;
    QLabel *m_retentionHint;
    QCheckBox *m_notifies;
    KnownServersEditor *m_servers;
    QDialogButtonBox *m_buttons;
    DiskLooks m_disk;
};

} // namespace cspool
