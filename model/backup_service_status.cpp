#include "model/backup_service_status.h"
