// KnownServersEditor: the servers and certificates that are remembered, as a list from which one can forget them.
#pragma once

#include "backend/known_servers.h"

#include <QWidget>

class QPushButton;
class QTableWidget;

namespace cspool {

class Workspace;

// Forgets nothing before apply().
class KnownServersEditor : public QWidget
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit KnownServersEditor(Workspace *workspace, QWidget *parent = nullptr);

    bool isChanged() const { return !m_forgotten.isEmpty(); }
    void apply(); // the passwords in the keyring are removed, too

Q_SIGNALS:
    void changed();

private:
    // A server, its host's certificate, or both.
    struct Row
    {
        std::optional<KnownServer> server;
        std::optional<TrustedCertificate> certificate;
    };
    void load();
    void addRow(const Row &row);
    void forgetCurrent();

    Workspace *m_workspace;
    QTableWidget *m_table;
    QPushButton *m_forget;
    QList<Row> m_rows; // of the table
    QList<Row> m_forgotten;
};

} // namespace cspool
