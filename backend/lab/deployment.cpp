#include "backend/lab/deployment.h"
