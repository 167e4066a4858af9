#include "model/pool.h"
