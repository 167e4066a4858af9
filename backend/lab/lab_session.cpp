#include "backend/lab/lab_session.h"
