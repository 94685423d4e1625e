/* Made by ts2c from ts/p1/row.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"

/** The longest line that is read, without its line end: a text message of 2048 digits and its code take 2062. */
#define P1_LINE_LIMIT 2100

/** Where the row that goes on at `bytes[from …]` has its end or a `/`; the end of `bytes` where they have none. */
TS_SHARED uint32_t p1_row_end(ts_bytes bytes, uint32_t from);

/** Whether at `at` stands a whole line end, and behind it the first byte of another line than the one that it ends. */
TS_SHARED bool p1_ends_line(ts_bytes bytes, uint32_t at);

/** Whether two bytes are a whole line end, and `next` is the first byte of another line than the one that they end. */
TS_SHARED bool p1_is_line_end(uint8_t first, uint8_t second, uint8_t next);
