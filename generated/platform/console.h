/* Made by ts2c from ts/platform/console.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/**
 * From now on lines come. `commands` are the words with which one may begin, with a space between them: the chip's console may have
 * commands of others beside them, which the device does not see.
 */
void p1_console_listen(ts_bytes commands);

/** Writes bytes to the console, as they are; the driver makes of LF what its terminal wants. */
void p1_console_write(ts_bytes bytes);

/** Writes a packet at once, as it is. Where nobody takes it, it is lost. */
void p1_console_send(ts_bytes packet);
