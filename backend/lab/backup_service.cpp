#include "backend/lab/backup_service.h"
