// Reads the log of a run from its end backwards, a page at a time.
#pragma once

#include "model/records.h"
#include "model/result.h"

namespace cspool {

struct RecordPage
{
    QList<Record> records; // of every line one
    qint64 first = 0; // number of the first line of the page, from 0; 0: nothing lies before it
};

// The last `limit` lines before line number `end` of the log that a RecordLogWriter writes to `path`; `end` -1: of the
// whole log. A log that is not there is empty. Blocks: reads through the file up to there.
Result<RecordPage> readRecordsBefore(const QString &path, qint64 end, qint64 limit);

} // namespace cspool
