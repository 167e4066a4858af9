#include "model/fqdn.h"
