#include "backend/lab/central_store.h"
