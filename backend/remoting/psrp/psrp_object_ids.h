// PsrpObjectIds: which of a server's messages have come, by their object ids.
#pragma once

#include <QMap>

namespace cspool {

// Genuine servers number the messages of a process from 1 on, over all pipelines. Where a process serves several sessions,
// the numbers of the others are missing here.
class PsrpObjectIds
{
public:
    void insert(quint64 id);
    // Whether none is missing from `first` to `last`, both included; none at all when `first` is the greater.
    bool hasAll(quint64 first, quint64 last) const;
    qsizetype rangeCount() const { return m_ranges.size(); }

    // Ranges that are kept; of more, those with the smallest numbers are forgotten.
    static constexpr qsizetype MaxRanges = 4096;

private:
    QMap<quint64, quint64> m_ranges; // first → last
};

} // namespace cspool
