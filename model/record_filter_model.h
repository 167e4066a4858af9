// RecordFilterModel: the records of chosen kinds, and where a searched text occurs in them.
#pragma once

#include "model/record_text.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace cspool {

class RecordModel;

class RecordFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RecordFilterModel(RecordModel *records, QObject *parent = nullptr);

    // All are shown at first.
    void setKindShown(RecordKind kind, bool isShown);
    bool isKindShown(RecordKind kind) const;

    // Searches the whole text of each record that is shown, without regard to case. Empty: nothing is searched.
    void setSearch(const QString &text);
    QString search() const { return m_search; }
    bool isMatch(int row) const { return m_isMatch.value(row); }
    int matchCount() const { return m_matchCount; } // kept up to date as records come and go
    int matchesBefore(int row) const;
    // The first match after (before) `row`, beginning again at the other end; -1: there is none.
    int nextMatch(int row) const;
    int previousMatch(int row) const;

Q_SIGNALS:
    void matchCountChanged();

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    bool matches(int row) const;
    void insertMatches(int first, int last);
    void removeMatches(int first, int last);
    void searchAgain();
    void addToCount(int difference);

    RecordModel *m_records;
    QSet<int> m_hiddenKinds;
    QString m_search;
    QList<bool> m_isMatch; // of each row; empty while nothing is searched: texts are rendered once
    int m_matchCount = 0;
};

} // namespace cspool
