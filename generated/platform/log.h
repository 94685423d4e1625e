/* Made by ts2c from ts/platform/log.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** `error`: something does not work. `warning`: something was odd. `info`: what happens. `debug`: for contributors. */
typedef enum TS_NARROW {
    PLATFORM_LEVEL_ERROR,
    PLATFORM_LEVEL_WARNING,
    PLATFORM_LEVEL_INFO,
    PLATFORM_LEVEL_DEBUG,
} platform_level_t;

/** Writes one line, UTF-8, without a line end; the driver adds time and level. */
void p1_log_write(platform_level_t level, ts_bytes message);

/**
 * Where the oldest byte that is kept stands in all that was logged since start. With it begins a line, but for one that lost its
 * beginning.
 */
uint32_t p1_log_oldest(void);

/** Copies what is kept of the log from the byte `from` on into `into`, as much as there is and fits, and returns how much. */
uint16_t p1_log_read(uint32_t from, ts_span_u8 into);
