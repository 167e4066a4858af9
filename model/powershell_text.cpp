#include "model/powershell_text.h"
