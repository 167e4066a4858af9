// ServicesTab: the computers of a pool and its services.
#pragma once

#include "ui/pools/details_tab.h"

class QLabel;
class QListWidget;
class QTreeWidget;

namespace cspool {

class ServicesTab : public DetailsTab
{
    Q_OBJECT

public:
    explicit ServicesTab(Workspace *workspace, QWidget *parent = nullptr);

protected:
    void updateContent() override;

private:
    void updateComputers();
    void updateServices();

    QLabel *m_computersNote;
    QListWidget *m_computers;
    QLabel *m_servicesNote;
    QTreeWidget *m_services;
    QList<QStringList> m_shownServices;
};

} // namespace cspool
