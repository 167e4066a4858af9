// HealthSummary: how the open deployment is, in one line for the status bar.
#pragma once

#include "model/status_tone.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace cspool {

class Workspace;

// What is counted, of the pools that can be backed up.
struct HealthCounts
{
    int pools = 0;
    int bad = 0;
    int attention = 0;
    int unread = 0; // their status was not read yet
    int unknown = 0; // could not be read, or was not reported
    QDateTime oldest; // UTC: when the oldest status that is counted was true; invalid: none
    bool isOld = false; // it is so old that it may not be true any more
    bool areFormerPools = false; // the pools could not be read again: there may be others by now

    bool operator==(const HealthCounts &) const = default;
};

class HealthSummary : public QWidget
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit HealthSummary(Workspace *workspace, QWidget *parent = nullptr);

    HealthCounts counts() const; // of this moment
    // What they are worth. Good only when all was read, and is not old.
    static StatusTone tone(const HealthCounts &counts);
    static QString text(const HealthCounts &counts, const QDateTime &now);

Q_SIGNALS:
    void problemsRequested(); // clicked: show the pools that need attention

private:
    void follow(); // the deployment that is open now
    void updateSoon();
    void updateTexts();
    void updatePools();
    void updateService();
    QString poolsToolTip(const HealthCounts &counts) const;

    Workspace *m_workspace;
    QToolButton *m_pools;
    QLabel *m_serviceIcon;
    QLabel *m_service;
    QTimer m_soon; // many statuses that arrive together are counted once
    QTimer m_clock; // ages go on
};

} // namespace cspool
