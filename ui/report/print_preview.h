// PrintPreview: shows the sheets before they are printed, and prints them.
#pragma once

#include "backend/worker_thread.h"
#include "ui/report/paper_layout.h"

#include <QDialog>
#include <QTimer>

class QDialogButtonBox;
class QLabel;
class QPrintPreviewWidget;
class QPrinter;
class QProgressBar;

namespace cspool {

// Deletes itself when it is closed. The sheets are laid out in a worker's thread; whenever the paper changes they are
// laid out again. Only the sheet that is shown is painted. Closing waits for no worker: one that cannot stop at once is
// left to the parent.
class PrintPreview : public QDialog
{
    Q_OBJECT

public:
    // `order`'s page is the printer's.
    explicit PrintPreview(PaperOrder order, QWidget *parent = nullptr);
    ~PrintPreview() override;

    bool isReady() const { return m_layout != nullptr; }
    int sheetCount() const { return m_layout ? m_layout->sheetCount() : 0; }
    int currentSheet() const { return m_sheet; } // from 0

    void done(int result) override;

private:
    void makeControls();
    void showSheet(int sheet);
    void paintSheet(QPrinter *printer);
    void layOut();
    void showLayout(std::unique_ptr<PaperLayout> layout);
    void showState();
    void choosePrinter();
    void print();

    PaperOrder m_order;
    std::unique_ptr<QPrinter> m_printer;
    std::unique_ptr<PaperLayout> m_layout; // null: not ready
    std::shared_ptr<PaperProgress> m_progress;
    StopSource m_stop;
    QPrintPreviewWidget *m_preview;
    QLabel *m_state;
    QProgressBar *m_bar;
    QDialogButtonBox *m_buttons;
    QTimer m_poll;
    int m_sheet = 0; // the one that is shown
    bool m_isPrintWanted = false; // as soon as the layout for the chosen paper is ready
    std::unique_ptr<WorkerThread> m_worker; // until the dialog is closed
};

} // namespace cspool
