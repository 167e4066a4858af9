#include "backend/report/report_html.h"
