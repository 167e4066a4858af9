#include "backend/record_json.h"
