// A bare window: a table in a main window, nothing else: what the start of the console is measured against. Prints
// "shown" when its rows are on the screen, and ends.
#include <QApplication>
#include <QMainWindow>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>

#include <cstdio>

namespace {

// Tells once that its rows were painted.
class Table : public QTableView
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        QTimer::singleShot(0, qApp, [] {
            std::puts("shown");
            QApplication::quit();
        });
    }
};

} // namespace

int main(int argc, char *argv[])
{
    using namespace Qt::StringLiterals;
    const QApplication application(argc, argv);
    QStandardItemModel model(2000, 10);
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            model.setItem(row, column, new QStandardItem(u"pool%1.example.com"_s.arg(row)));
    }
    QMainWindow window;
    auto *table = new Table;
    table->setModel(&model);
    window.setCentralWidget(table);
    window.resize(1200, 800);
    window.show();
    return QApplication::exec();
}
