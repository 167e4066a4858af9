#include "backend/lab/user_data_archive.h"
