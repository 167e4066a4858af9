#include "backend/report/report_tree.h"
