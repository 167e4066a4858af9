#include "backend/mailbox.h"
