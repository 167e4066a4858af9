#include "model/central_management.h"
