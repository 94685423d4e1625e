/* Made by ts2c from ts/portal/request.ts: change that file, not this one. */

#include "portal/request.h"
