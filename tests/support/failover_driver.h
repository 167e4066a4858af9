// FailoverDriver: a person in front of the page of guided failovers, with a keyboard.
#pragma once

#include "ui/failover/failover_desk.h"

#include <QString>
#include <QStringList>

#include <chrono>

class QAction;

namespace cspool::test {

class WindowDriver;

// What is waited for in vain ends the test, as in a WindowDriver.
class FailoverDriver
{
public:
    explicit FailoverDriver(WindowDriver *window);

    // Chooses the pool and the way, so many below the one that its state calls for, and waits until all was read.
    void openReadiness(const QString &pool, int downs = 0) const;
    // Reads all checks again.
    void readAgain() const;
    void selectCheck(const QString &id) const;
    QString verdictOf(const QString &check) const;
    QString findingOf(const QString &check) const;

    // From the readiness to the first step, with the name of the pool typed.
    void begin(const QString &pool, int downs = 0) const;
    // How often and for how long the goals of steps are looked at.
    void setPatience(const QString &pool, std::chrono::milliseconds interval, std::chrono::milliseconds patience) const;
    QStringList states() const; // of the steps
    void waitForState(int step, const QString &state) const;
    // Until the step is the current one, and can be run, here or elsewhere.
    void waitForStep(int step) const;
    // The current step, with its question answered.
    void runStep() const;
    void runNamedStep(const QString &pool) const; // the one in which the pool changes hands
    void waitUntilAllAreDone() const;
    // Ends the operation that has come to its end; its whole record, as the page of reports shows it.
    QString endAndReadTheRecord() const;

    QAction *action(const QString &name) const;
    FailoverOperation *operationOf(const QString &pool) const; // null: none is under way
    QString pane() const; // all that is said of the selected step

private:
    QModelIndex cellOf(const QString &check, int column) const;
    void confirmName(const QString &pool) const;

    WindowDriver *m_window;
};

} // namespace cspool::test
