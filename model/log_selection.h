// LogSelection: which records of a run its log keeps.
#pragma once

#include "model/records.h"

#include <QSet>

namespace cspool {

// All but what is only of the moment: progress, and the states of a step between its beginning and its end. A record
// that is kept has a number, from 0: that of its line in the log of the history, and the same in every view of it.
class LogSelection
{
public:
    // To be asked once for each record of the run, in order.
    bool keeps(const Record &record);

private:
    QSet<int> m_begunSteps;
};

} // namespace cspool
