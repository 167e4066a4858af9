#include "backend/lab/lab_cmdlet.h"
