#include "backend/sqlite/database.h"
