// RecordLogWriter: writes one run's records into its log, in the thread that makes them.
#pragma once

#include "model/log_selection.h"
#include "model/result.h"

#include <QCoreApplication>
#include <QFile>

#include <mutex>

namespace cspool {

// Used by one thread, but for takeFailure(). A record is in the file (not necessarily on the disk) when write()
// returns: whoever gets a record later finds it in the log, and a process that is killed loses none.
class RecordLogWriter
{
    Q_DECLARE_TR_FUNCTIONS(cspool::RecordLogWriter)

public:
    // `path`: the log, made by the first record that is written. Its folder must be there by then.
    explicit RecordLogWriter(const QString &path);

    // Appends the record, one JSON object per line, if LogSelection keeps it. Prompts' secrets never reach it.
    void write(const Record &record);

    // Any thread. Why something could not be written, told once; nothing: all is well. The writer goes on trying.
    std::optional<Error> takeFailure();

private:
    bool append(QByteArray line);

    QFile m_file;
    LogSelection m_selection;
    bool m_isLineTorn = false; // the last one was not written to its end
    std::mutex m_mutex; // for m_failure
    std::optional<Error> m_failure;
    bool m_hasFailed = false;
};

} // namespace cspool
