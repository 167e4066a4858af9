// CommandPreview: runs commands with -WhatIf and shows what they would do: the plan, before anything runs.
#pragma once

#include "backend/disk_looks.h"
#include "backend/query_runner.h"

#include <QDateTime>
#include <QPointer>
#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QTextBrowser;

namespace cspool {

class Desktop;
class ToneLabel;

// A run with -WhatIf leaves a report of its own. That of a preview goes to a temporary folder, which ends with the
// preview's last command, and no file is ever deleted because a command has named it.
class CommandPreview : public QWidget
{
    Q_OBJECT

public:
    // `desktop` must outlive it.
    explicit CommandPreview(Desktop *desktop, QWidget *parent = nullptr);
    ~CommandPreview() override;

    // `commands` have WhatIf and nothing wrong. Replaces the plan that is shown. `queries` must outlive the preview or
    // its cancel().
    void run(QueryRunner *queries, const QList<Command> &commands);
    void cancel();
    bool isRunning() const { return m_unfinished > 0; }
    // The plan is of other values than those of the form now.
    void setOutOfDate();

Q_SIGNALS:
    void finished(); // also after cancel()

private:
    struct Plan
    {
        Command command;
        std::optional<QueryResult> result;
        QString reportPath = {}; // that the form names, absolute; empty: none
        QString reportProblem = {}; // why it could not be written there; empty: nothing is known of it
    };
    struct Preparation;
    void start(const Preparation &preparation);
    void receive(std::size_t index, const QueryResult &result);
    void end(bool wasCancelled);
    void changeEvent(QEvent *event) override;
    void render();
    QStringList commonSentences() const;
    static QString html(const Plan &plan, const QStringList &common);

    Desktop *m_desktop;
    DiskLooks m_looks;
    QPointer<QueryRunner> m_queries;
    std::unique_ptr<QObject> m_context; // of the running queries
    std::vector<Plan> m_plans;
    int m_unfinished = 0;
    QDateTime m_madeAt; // UTC; invalid: no plan
    bool m_isOutOfDate = false;
    ToneLabel *m_status;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QTextBrowser *m_text;
};

} // namespace cspool
