#include "model/command.h"
