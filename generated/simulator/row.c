/* Made by ts2c from ts/simulator/row.ts: change that file, not this one. */

#include "simulator/row.h"
