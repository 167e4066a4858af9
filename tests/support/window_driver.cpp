#include "tests/support/window_driver.h"

#include "model/job_model.h"
#include "tests/support/patience.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDialog>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30000; // milliseconds; nothing takes so long
constexpr int MaximumTabs = 200; // more stops than any window of ours has

template <typename Condition> void waitFor(const Condition &condition, const QString &what)
{
    if (!waitUntil(condition, Patience))
        qFatal("In vain: %s", qPrintable(what));
}

QWidget *withKeyboard()
{
    if (QWidget *menu = QApplication::activePopupWidget())
        return menu;
    if (QWidget *focus = QApplication::focusWidget())
        return focus;
    if (!QApplication::activeWindow())
        qFatal("Nothing has the keyboard");
    return QApplication::activeWindow();
}

} // namespace

WindowDriver::WindowDriver(UiWorld *world, const QString &folder)
    : m_window(std::make_unique<MainWindow>(&world->workspace()))
{
    m_window->show();
    m_window->activateWindow();
    m_window->start(folder);
    waitFor([this] { return QApplication::activeWindow() == m_window.get(); }, u"the window"_s);
    waitFor([world] { return world->workspace().monitor() && world->workspace().monitor()->pools().isKnown(); },
            u"the deployment"_s);
}

WindowDriver::~WindowDriver() = default;

void WindowDriver::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QTest::keyClick(withKeyboard(), key, modifiers);
}

void WindowDriver::type(const QString &text) const
{
    QTest::keyClicks(withKeyboard(), text);
}

void WindowDriver::replaceText(const QString &text) const
{
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    type(text);
}

void WindowDriver::tabTo(const QString &name) const
{
    for (int i = 0; i < MaximumTabs; ++i) {
        if (withKeyboard()->objectName() == name)
            return;
        press(Qt::Key_Tab);
    }
    qFatal("Tab does not lead to %s", qPrintable(name));
}

void WindowDriver::toggle(const QString &name) const
{
    tabTo(name);
    press(Qt::Key_Space);
}

QWidget *WindowDriver::findWidget(const QString &name) const
{
    // A form that closes may still be there beside the next one.
    QWidget *hidden = nullptr;
    const QList<QWidget *> widgets = m_window->findChildren<QWidget *>(name);
    for (QWidget *widget : widgets) {
        if (widget->isVisible())
            return widget;
        hidden = widget;
    }
    return hidden;
}

bool WindowDriver::has(const QString &name) const
{
    const QWidget *widget = findWidget(name);
    return widget && widget->isVisible();
}

void WindowDriver::waitForDialog(const QString &name) const
{
    waitFor([this, &name] { return has(name) && QApplication::activeWindow() == findWidget(name); }, name);
}

void WindowDriver::waitUntilGone(const QString &name) const
{
    waitFor([this, &name] { return !has(name); }, u"no "_s + name);
    // The window below gets the keyboard: from the window manager, which the offscreen platform has not.
    if (!QApplication::activeWindow()) {
        QWidget *below = m_window.get();
        const QList<QDialog *> dialogs = m_window->findChildren<QDialog *>();
        for (QDialog *dialog : dialogs) {
            if (dialog->isVisible())
                below = dialog;
        }
        below->activateWindow();
    }
    waitFor([] { return QApplication::activeWindow(); }, u"a window"_s);
}

QString WindowDriver::text(const QString &name) const
{
    const QWidget *widget = findWidget(name);
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    QString text;
    const QList<QLabel *> labels = widget ? widget->findChildren<QLabel *>() : QList<QLabel *>();
    for (const QLabel *label : labels)
        text += label->text();
    return text;
}

QString WindowDriver::currentCell(const QString &table, int column) const
{
    return find<QTableView>(table)->currentIndex().siblingAtColumn(column).data().toString();
}

QStringList WindowDriver::column(const QString &table, int column) const
{
    const QAbstractItemModel *model = find<QTableView>(table)->model();
    QStringList cells;
    for (int row = 0; row < model->rowCount(); ++row)
        cells.append(model->index(row, column).data().toString());
    return cells;
}

void WindowDriver::openBackupForm(const QString &pool) const
{
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_Home, Qt::ControlModifier);
    waitFor([this] { return QApplication::focusWidget() == findWidget(u"poolsTable"_s); }, u"the table of pools"_s);
    const qsizetype row = column(u"poolsTable"_s, 0).indexOf(pool);
    for (qsizetype i = 0; i < row; ++i)
        press(Qt::Key_Down);
    if (currentCell(u"poolsTable"_s, 0) != pool)
        qFatal("%s could not be selected", qPrintable(pool));
    press(Qt::Key_B, Qt::ControlModifier);
    waitForDialog(u"commandDialog"_s);
}

void WindowDriver::setReport(const QString &path) const
{
    tabTo(u"Report"_s);
    replaceText(path);
}

void WindowDriver::submitForm() const
{
    press(Qt::Key_Return, Qt::ControlModifier);
    waitForDialog(u"confirmDialog"_s);
    tabTo(u"confirmAccept"_s);
    press(Qt::Key_Space);
    waitUntilGone(u"commandDialog"_s);
    waitFor([this] { return has(u"jobsTable"_s); }, u"the page of jobs"_s);
}

void WindowDriver::backUp(const QString &pool, const QString &report) const
{
    openBackupForm(pool);
    setReport(report);
    submitForm();
}

void WindowDriver::backUpAsking(const QString &pool, const QString &report) const
{
    openBackupForm(pool);
    setReport(report);
    toggle(u"Confirm"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    waitUntilGone(u"commandDialog"_s);
    waitForJobState(u"Waiting for an answer"_s);
    if (QApplication::activeWindow() == m_window.get())
        press(Qt::Key_J, Qt::ControlModifier);
    waitForDialog(u"promptDialog"_s);
}

QString WindowDriver::jobState() const
{
    return currentCell(u"jobsTable"_s, JobModel::StateColumn);
}

QString WindowDriver::jobPool() const
{
    return currentCell(u"jobsTable"_s, JobModel::PoolColumn);
}

void WindowDriver::waitForJobState(const QString &state) const
{
    if (!waitUntil([this, &state] { return jobState() == state; }, Patience))
        qFatal("The job is not %s but %s", qPrintable(state), qPrintable(jobState()));
}

PoolLock occupyPair(const UiWorld &world)
{
    const StopSource nobody;
    Result<PoolLock> lock = PoolLock::acquire({.deploymentFolder = world.deployment.folder(),
                                               .pools = {u"a.example.com"_s, u"b.example.com"_s},
                                               .commandLine = OccupyingCommand,
                                               .timeout = std::chrono::milliseconds(0)},
                                              nobody.token());
    if (!lock)
        qFatal("%s", qPrintable(lock.error().message));
    return std::move(lock).value();
}

QHash<QString, QByteArray> contentOf(const UiWorld &world)
{
    QHash<QString, QByteArray> content;
    const QDir folder(world.deployment.folder());
    QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = folder.relativeFilePath(files.next());
        // What SQLite needs for reading is no change.
        if (path.startsWith("locks/"_L1) || path.endsWith("-shm"_L1) || files.fileInfo().size() == 0)
            continue;
        QFile file(files.filePath());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(path));
        content.insert(path, QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256));
    }
    return content;
}

} // namespace cspool::test
