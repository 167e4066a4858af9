#include "backend/lab/sample_deployment.h"
