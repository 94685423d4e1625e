/* Made by ts2c from ts/portal/piece.ts: change that file, not this one. */

#include "portal/piece.h"
