#include "model/time_span.h"
