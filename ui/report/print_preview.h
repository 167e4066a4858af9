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
// laid out again.
class PrintPreview : public QDialog
{
    Q_OBJECT

public:
    // `order`'s page is the printer's.
    explicit PrintPreview(PaperOrder order, QWidget *parent = nullptr);
    ~PrintPreview() override;

    bool isReady() const { return m_layout != nullptr; }
    int sheetCount() const { return m_layout ? m_layout->sheetCount() : 0; }

private:
    void makeControls();
    void paint(QPrinter *printer);
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
    bool m_isPrintWanted = false; // as soon as the layout for the chosen paper is ready
    WorkerThread m_worker;
};

} // namespace cspool
