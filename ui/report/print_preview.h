// PrintPreview: shows the sheets before they are printed, and prints them.
#pragma once

#include "backend/worker_thread.h"
#include "ui/report/paper_layout.h"

#include <QDialog>
#include <QTimer>

class QDialogButtonBox;
class QLabel;
class QPrinter;
class QProgressBar;
class QPushButton;

namespace cspool {

class SheetView;

// Deletes itself when it is closed. The sheets are laid out, and later printed, in a worker's thread; whenever the
// paper changes they are laid out again. Only the sheet that is shown is painted here. While it prints, closing it
// cancels the printing; the dialog stays to say so. Otherwise closing waits for no worker: one that cannot stop at once
// is left to the parent.
class PrintPreview : public QDialog
{
    Q_OBJECT

public:
    explicit PrintPreview(PaperOrder order, QWidget *parent = nullptr);
    ~PrintPreview() override;

    bool isReady() const { return m_layout != nullptr; }
    bool isPrinting() const { return m_isPrinting; }
    int sheetCount() const { return m_layout ? m_layout->sheetCount() : 0; }
    int currentSheet() const { return m_sheet; } // from 0

    void done(int result) override;

private:
    void makeTools();
    void makeButtons();
    void turn(QPageLayout::Orientation orientation);
    void showSheet(int sheet);
    void begin(); // work with a progress of its own
    void layOut();
    void showLayout(std::unique_ptr<PaperLayout> layout);
    void showState();
    void choosePrinter();
    void print();
    void showPrinted(const Result<int> &printed);

    PaperOrder m_order;
    std::shared_ptr<QPrinter> m_printer; // chosen for printing; the worker's while m_isPrinting. Null: none yet
    std::shared_ptr<const PaperLayout> m_layout; // null: not ready
    std::shared_ptr<PaperProgress> m_progress; // of the layout or of the printing
    StopSource m_stop;
    SheetView *m_view;
    QWidget *m_tools = nullptr;
    QLabel *m_state;
    QProgressBar *m_bar;
    QDialogButtonBox *m_buttons;
    QPushButton *m_print = nullptr;
    QPushButton *m_cancel = nullptr; // while it prints
    QTimer m_poll;
    int m_sheet = 0; // the one that is shown
    bool m_isPrintWanted = false; // as soon as the layout for the chosen paper is ready
    bool m_isPrinting = false;
    std::unique_ptr<WorkerThread> m_worker; // until the dialog is closed
};

} // namespace cspool
