#include "backend/job_queue.h"
