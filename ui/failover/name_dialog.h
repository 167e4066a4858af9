// NameDialog: the question before a guided failover or failback begins, and before the step that changes hands: what
// happens, what is lost, and the pool's name typed.
#pragma once

#include "model/deployment_info.h"
#include "model/failover/failover_check.h"
#include "model/failover/failover_goal.h"

#include <QDialog>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace cspool {

class NameField;

struct NameQuestion
{
    FailoverGoal goal;
    DeploymentInfo deployment;
    QString heading; // "Begin the disaster failover of a.example.com?"
    QString text = {}; // sentences below it
    QString verb = {}; // on the button
    QStringList losses = {}; // sentences with numbers; a tick is asked for
    QList<FailoverCheck> openChecks = {}; // without an answer, or in the way of a disaster; a tick is asked for
    QStringList steps = {}; // what follows, in order
    QStringList commandLines = {}; // exactly what runs
};

// Modal to its window; open() it. accepted() is the answer Yes; closing it in any other way is No. The keyboard is on
// the name, and Enter there never begins anything: it leads to the button. Deletes itself when closed.
class NameDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NameDialog(const NameQuestion &question, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeContent(const NameQuestion &question);
    void addLosses(QVBoxLayout *layout, const NameQuestion &question);
    void addOpenChecks(QVBoxLayout *layout, const NameQuestion &question);
    void addLines(QVBoxLayout *layout, const QString &heading, const QStringList &lines, bool areCommands);
    QCheckBox *addTick(const QString &name, const QString &text);
    QWidget *makeButtons(const NameQuestion &question);
    void update();
    void fitSize();

    QList<QCheckBox *> m_ticks; // each has to be set
    NameField *m_name;
    QPushButton *m_accept = nullptr;
};

} // namespace cspool
