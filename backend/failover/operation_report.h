// The record of a guided failover or failback as a report: checks before and after, every command, who and when.
#pragma once

#include "backend/failover/operation_event.h"
#include "backend/report/report_tree.h"

namespace cspool {

// From the events of one operation, in their order; of one that has not ended: so far.
ReportTree operationReport(const QList<OperationEvent> &events);

} // namespace cspool
