// The roles that all item models share beside Qt's own.
#pragma once

#include <Qt>

namespace cspool {

enum ItemRole {
    SortRole = Qt::UserRole, // the native value to sort by: a number, a time, a text in lower case
    KeyRole, // what the row is about: a pool's FQDN, a job's QUuid
    ToneRole, // int(StatusTone); absent: no icon
    OriginRole, // QString: the cmdlet from which the cell's value comes; also of header sections
    ReadAtRole, // QDateTime, UTC: when the cell's value was true
    IsOldRole, // bool: the value may have changed since; shown as old
    FirstModelRole, // a model's own roles begin here
};

} // namespace cspool
