#include "model/topology.h"
