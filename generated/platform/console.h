/* Made by ts2c from ts/platform/console.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** Writes bytes to the console, as they are; the driver makes of LF what its terminal wants. */
void p1_console_write(ts_bytes bytes);
