// RolesTab: which administrator roles may run the backup of a pool, and which gates there are besides.
#pragma once

#include "ui/pools/details_tab.h"

class QLabel;
class QTreeWidget;

namespace cspool {

class RolesTab : public DetailsTab
{
    Q_OBJECT

public:
    explicit RolesTab(Workspace *workspace, QWidget *parent = nullptr);

protected:
    void updateContent() override;

private:
    QString noteText(int holders) const;
    QString gatesText() const;

    QLabel *m_note;
    QTreeWidget *m_roles;
    QLabel *m_gates;
    QList<QStringList> m_shown;
};

} // namespace cspool
