/* Made by ts2c from ts/publish/left-out.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** Whether a topic below the root begins with one of the words of `list`, which has commas between them. */
TS_SHARED bool publish_is_left_out(ts_bytes list, ts_bytes topic);
