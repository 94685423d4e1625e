/* Made by ts2c from ts/bytes.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"

/** Whether two views show the same bytes. */
TS_SHARED bool bytes_same_bytes(ts_bytes a, ts_bytes b);

/** Whether `part` stands somewhere in `bytes`. */
TS_SHARED bool bytes_contains_bytes(ts_bytes bytes, ts_bytes part);

/** The bytes that hexadecimal digits write, put into `to` as far as they fit. */
TS_SHARED ts_bytes bytes_parse_hex(ts_bytes text, ts_span_u8 to);
