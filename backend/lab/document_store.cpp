#include "backend/lab/document_store.h"
