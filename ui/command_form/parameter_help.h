// ParameterHelp: what a parameter does, for the field that has the keyboard, and what the cmdlet does not do.
#pragma once

#include "model/cmdlet_info.h"
#include "model/deployment_info.h"

#include <QWidget>

class QPushButton;
class QTextBrowser;

namespace cspool {

class ParameterHelp : public QWidget
{
    Q_OBJECT

public:
    // `cmdlet` must outlive it.
    ParameterHelp(const CmdletInfo &cmdlet, DeploymentKind kind, QWidget *parent = nullptr);

    void showCmdlet();
    void showParameter(const QString &parameter);

Q_SIGNALS:
    void exportRequested(); // of user data, in place of a backup as an archive

private:
    void changeEvent(QEvent *event) override;
    void render();

    const CmdletInfo &m_cmdlet;
    const DeploymentKind m_kind;
    QString m_parameter; // empty: the cmdlet
    QTextBrowser *m_text;
};

} // namespace cspool
