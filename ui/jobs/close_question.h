// CloseQuestion: what shall become of the jobs when the window is closed.
#pragma once

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace cspool {

class Workspace;

// Not blocking: open() it, one of the signals follows, and the dialog closes. Lists the jobs that have not ended, as
// they are. The keyboard is on "Stay", and Esc stays.
class CloseQuestion : public QDialog
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit CloseQuestion(Workspace *workspace, QWidget *parent = nullptr);

    void reject() override;

Q_SIGNALS:
    void keepRunning(); // go away, the jobs go on
    void cancelAndClose(); // every job has ended; those that could be cancelled were
    void stay();

private:
    void refresh();
    void cancelJobs();
    void finish(void (CloseQuestion::*signal)());

    Workspace *m_workspace;
    QLabel *m_question;
    QListWidget *m_list;
    QLabel *m_note;
    QPushButton *m_keep;
    QPushButton *m_cancel;
    QPushButton *m_stay;
    bool m_isCancelling = false;
    bool m_isDecided = false;
};

} // namespace cspool
