#include "model/object.h"
