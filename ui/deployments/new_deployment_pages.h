// The pages of the wizard for a new lab deployment. What they know is in NewDeploymentState; what they do, in
// NewDeploymentRun. All of these must outlive them.
#pragma once

#include "ui/deployments/new_deployment_pool_model.h"
#include "ui/deployments/new_deployment_run.h"

#include <QWizardPage>

class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace cspool {

class Desktop;
class ToneLabel;

// Where the deployment will lie, and the topology document from which it is made.
class NewDeploymentSourcePage : public QWizardPage
{
    Q_OBJECT

public:
    NewDeploymentSourcePage(NewDeploymentState *state, Desktop *desktop, QWidget *parent = nullptr);
    bool isComplete() const override;

private:
    void chooseFolder();
    void chooseTopology();
    void updateTexts();
    QString foundText() const;

    NewDeploymentState *m_state;
    Desktop *m_desktop;
    QLineEdit *m_folder;
    QLineEdit *m_name;
    QLineEdit *m_topology;
    QTimer *m_typing; // the document is read when typing pauses
    ToneLabel *m_message;
    QPlainTextEdit *m_found;
};

// Which pools back each other up.
class NewDeploymentPairsPage : public QWizardPage
{
    Q_OBJECT

public:
    NewDeploymentPairsPage(NewDeploymentPoolModel *model, QWidget *parent = nullptr);
    void initializePage() override;
    bool isComplete() const override;

private:
    void updateTexts();

    NewDeploymentPoolModel *m_model;
    QTableView *m_table;
    QPushButton *m_reset;
    ToneLabel *m_message;
};

// User data for the pools, from archives.
class NewDeploymentUserDataPage : public QWizardPage
{
    Q_OBJECT

public:
    NewDeploymentUserDataPage(NewDeploymentPoolModel *model, Desktop *desktop, QWidget *parent = nullptr);
    void initializePage() override;

private:
    QString currentPool() const;
    void chooseArchive();
    void removeArchive();
    void updateTexts();

    NewDeploymentPoolModel *m_model;
    Desktop *m_desktop;
    QTableView *m_table;
    QPushButton *m_choose;
    QPushButton *m_remove;
};

// The commands that will run.
class NewDeploymentSummaryPage : public QWizardPage
{
    Q_OBJECT

public:
    explicit NewDeploymentSummaryPage(NewDeploymentState *state, QWidget *parent = nullptr);
    void initializePage() override;

private:
    NewDeploymentState *m_state;
    QPlainTextEdit *m_commands;
};

// How the commands go.
class NewDeploymentProgressPage : public QWizardPage
{
    Q_OBJECT

public:
    NewDeploymentProgressPage(NewDeploymentState *state, NewDeploymentRun *run, QWidget *parent = nullptr);
    void initializePage() override;
    bool isComplete() const override;

private:
    void updateTexts();
    void updateSteps();

    NewDeploymentState *m_state;
    NewDeploymentRun *m_run;
    QListWidget *m_steps;
    QProgressBar *m_progress;
    ToneLabel *m_message;
};

} // namespace cspool
