/* Made by ts2c from ts/p1/reason.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "p1/staging.h"

/** Why a line gave no reading, in words. */
TS_SHARED ts_bytes p1_reason_text(p1_skip_reason_t why);
