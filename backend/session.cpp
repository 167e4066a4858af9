#include "backend/session.h"
