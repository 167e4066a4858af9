#include "backend/lab/topology_document.h"
