// CloseQuestion: what shall become of the jobs when the window is closed.
#pragma once

#include <QDialog>
#include <QTimer>

#include <chrono>

class QLabel;
class QListWidget;
class QPushButton;

namespace cspool {

class Workspace;
struct JobInfo;

// Not blocking: open() it, one of the signals follows, and the dialog closes. Lists the jobs that have not ended, as
// they are. The keyboard is on "Stay", and Esc stays.
class CloseQuestion : public QDialog
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit CloseQuestion(Workspace *workspace, QWidget *parent = nullptr);

    // How long cancelled jobs are waited for before closing without waiting is offered; 10 seconds.
    void setPatience(std::chrono::milliseconds patience) { m_patience.setInterval(patience); }

    void reject() override;

Q_SIGNALS:
    void keepRunning(); // go away, the jobs go on
    // Every job has ended, those that could be cancelled were; or jobs hang and the user waits no longer: then the
    // program's end cuts them off (ExitWatch).
    void cancelAndClose();
    void stay();

private:
    void refresh();
    void cancelJobs();
    void offerToWaitNoLonger();
    QString noteAbout(const QList<JobInfo> &jobs) const;
    void finish(void (CloseQuestion::*signal)());

    Workspace *m_workspace;
    QLabel *m_question;
    QListWidget *m_list;
    QLabel *m_note;
    QPushButton *m_keep;
    QPushButton *m_cancel;
    QPushButton *m_stay;
    QTimer m_patience; // from the cancellation on
    bool m_isCancelling = false;
    bool m_hasPatienceEnded = false;
    bool m_isDecided = false;
};

} // namespace cspool
