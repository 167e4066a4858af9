#include "backend/lab/pool_lock.h"
