#include "model/cmdlet_info.h"
