// DeploymentBadge: which deployment a dialog is about, and of which kind, in the colours of the window's banner.
#pragma once

#include "model/deployment_info.h"

#include <QFrame>

class QLabel;

namespace cspool {

class DeploymentBadge : public QFrame
{
    Q_OBJECT

public:
    explicit DeploymentBadge(const DeploymentInfo &deployment, QWidget *parent = nullptr);

private:
    void changeEvent(QEvent *event) override;
    void updateColors();

    const DeploymentInfo m_deployment;
    QLabel *m_text;
    bool m_isUpdating = false; // setting a palette changes the palette
};

} // namespace cspool
