// JobLogView: the log of one job as it grows: filtered by kind, searched, followed, and read back from its history.
#pragma once

#include "model/record_text.h"

#include <QTimer>
#include <QUuid>
#include <QWidget>

#include <array>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QTableView;
class QToolButton;

namespace cspool {

class RecordFilterModel;
class RecordModel;
class RecordTail;
class Workspace;

// Holds a bounded stretch of the log (RecordModel); what lies before it comes from the history, page by page, when the
// user asks for it.
class JobLogView : public QWidget
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit JobLogView(Workspace *workspace, QWidget *parent = nullptr);

    void showJob(const QUuid &job); // null: none
    void focusSearch();
    bool hasRecords() const;
    // The records that are shown, a line or more for each.
    QString text() const;
    // What to do about the error that ended the command, if it is in the log.
    QString advice() const;

    // One record as it is copied and saved.
    static QString textOf(const Record &record);

Q_SIGNALS:
    void recordsChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFilters();
    QWidget *makeSearch();
    QWidget *makeLog();
    void setUpTable();
    void load();
    void takeTail(const RecordTail &tail);
    void readOn();
    void showEarlier();
    void updateCounts();
    void updateEarlier();
    void updateMatches();
    void search();
    void find(bool isForwards);
    void showDetail();
    void copySelection();
    void setFollowing(bool isFollowing);
    void followScroll(int value);

    static constexpr qint64 PageSize = 5000;

    Workspace *m_workspace;
    RecordModel *m_records;
    RecordFilterModel *m_filter;
    QUuid m_job;
    int m_generation = 0; // of showJob(): answers for another job are dropped
    bool m_isLoadingEarlier = false;
    bool m_isAdjusting = false; // the view scrolls, not the user
    QTimer m_searchTimer;

    std::array<QCheckBox *, RecordKindCount> m_kinds = {};
    QCheckBox *m_follow;
    QLineEdit *m_search;
    QLabel *m_matches;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_earlierText;
    QPushButton *m_earlier;
    QSplitter *m_splitter;
    QTableView *m_table;
    QPlainTextEdit *m_detail;
};

} // namespace cspool
