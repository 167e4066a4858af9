#include "backend/lab/failover.h"
