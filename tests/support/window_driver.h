// WindowDriver: a person in front of the console's window, with a keyboard and a mouse.
#pragma once

#include "backend/lab/pool_lock.h"
#include "tests/support/ui_world.h"

class QAbstractItemView;

namespace cspool {
class MainWindow;
}

namespace cspool::test {

// A window of a world, shown and active, on the world's deployment. It is driven by keys and the mouse alone, and
// looked at through what it shows. What is waited for in vain ends the test.
class WindowDriver
{
public:
    // Starts the program on `folder`; empty: on what was open last.
    explicit WindowDriver(UiWorld *world, const QString &folder = {});
    ~WindowDriver();

    MainWindow &window() { return *m_window; }

    // To what has the keyboard.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    void type(const QString &text) const;
    void replaceText(const QString &text) const; // of the field with the keyboard
    // Presses Tab until the widget of this name has the keyboard.
    void tabTo(const QString &name) const;
    // Tabs to a check box or button and presses Space.
    void toggle(const QString &name) const;

    // Of the main window or one of its dialogs; by name.
    template <typename Widget> Widget *find(const QString &name) const
    {
        auto *widget = qobject_cast<Widget *>(findWidget(name));
        if (!widget)
            qFatal("There is no %s of this type", qPrintable(name));
        return widget;
    }
    bool has(const QString &name) const;
    // Waits until the dialog of this name is shown and has the keyboard.
    void waitForDialog(const QString &name) const;
    void waitUntilGone(const QString &name) const;
    // What the labels of a widget say.
    QString text(const QString &name) const;
    // A cell of a table's current row, as shown.
    QString currentCell(const QString &table, int column) const;
    QStringList column(const QString &table, int column) const;

    // On the page of pools, with the pool selected by the keyboard: opens the form of its backup.
    void openBackupForm(const QString &pool) const;
    // In that form: writes the report to `path`, instead of where it went the last time.
    void setReport(const QString &path) const;
    // Sends the form and answers its question with the verb.
    void submitForm() const;
    // A backup of `pool` by form and question; its jobs page is shown.
    void backUp(const QString &pool, const QString &report) const;
    // The same with PowerShell's question; its dialog is shown and has the keyboard.
    void backUpAsking(const QString &pool, const QString &report) const;

    // What the jobs page says of its current job.
    QString jobState() const;
    QString jobPool() const;
    // Waits for the state of the current job.
    void waitForJobState(const QString &state) const;

private:
    QWidget *findWidget(const QString &name) const;

    std::unique_ptr<MainWindow> m_window;
};

// Somebody else is at work on a.example.com and b.example.com, with this command, until the lock goes: jobs on them run
// and wait.
inline constexpr QLatin1StringView OccupyingCommand("Get-CsPool -Identity occupied");
PoolLock occupyPair(const UiWorld &world);

// Names and contents of all files of the deployment but its locks: what must be the same when nothing was changed.
QHash<QString, QByteArray> contentOf(const UiWorld &world);

} // namespace cspool::test
