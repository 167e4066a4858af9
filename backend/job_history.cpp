#include "backend/job_history.h"
