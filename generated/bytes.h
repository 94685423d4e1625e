/* Made by ts2c from ts/bytes.ts. Change that file and run `npm run generate`. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** Whether two views show the same bytes. */
bool bytes_same_bytes(ts_bytes a, ts_bytes b);
