#include "model/user_data.h"
