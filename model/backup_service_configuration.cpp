#include "model/backup_service_configuration.h"
