#include "backend/job_runner.h"
