// ModulesTab: the backup modules of a pool, what their statuses mean, and what to do about bad ones.
#pragma once

#include "model/module_model.h"
#include "ui/pools/details_tab.h"

class QLabel;
class QTableView;

namespace cspool {

class AdviceView;

class ModulesTab : public DetailsTab
{
    Q_OBJECT

public:
    explicit ModulesTab(Workspace *workspace, QWidget *parent = nullptr);

    void setPool(const QString &fqdn) override;

protected:
    void updateContent() override;

private:
    void showWholeTable();
    void selectWorst();
    void updateAdvice();
    QString noteText(const Reading<PoolStatus> &status) const;

    ModuleModel m_modules;
    QTableView *m_table;
    AdviceView *m_advice;
    QLabel *m_note;
    bool m_hasSelected = false; // for this pool
};

} // namespace cspool
