// Guided failovers and failbacks that were begun, as a list, and the record of one of them, as text and as JSON.
#pragma once

#include "app/terminal/guided_text.h"
#include "backend/failover/operation_store.h"
#include "backend/report/report_tree.h"

namespace cspool {

// Those that have not ended before those that have; each kind in the order in which it came.
QList<OperationSummary> unfinishedFirst(QList<OperationSummary> operations);

QString operationsText(const QList<OperationSummary> &operations, const TextStyle &style);
QByteArray operationsJson(const QList<OperationSummary> &operations); // an array, with a line end

QString recordText(const ReportTree &record, const TextStyle &style);
QByteArray eventsJson(const QList<OperationEvent> &events); // an array, with a line end

} // namespace cspool
