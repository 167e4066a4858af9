#include "backend/stop_token.h"
