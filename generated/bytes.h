/* Made by ts2c from ts/bytes.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** Whether two views show the same bytes. */
bool bytes_same_bytes(ts_bytes a, ts_bytes b);

/** Whether `part` stands somewhere in `bytes`. */
bool bytes_contains_bytes(ts_bytes bytes, ts_bytes part);
