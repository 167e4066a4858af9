#include "backend/command_runtime.h"
