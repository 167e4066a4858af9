#include "backend/lab/file_store.h"
