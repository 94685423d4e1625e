/* Made by ts2c from ts/portal/same-secret.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** Whether two secrets are the same, in a time that does not tell how far they are. */
TS_SHARED bool portal_same_secret(ts_bytes a, ts_bytes b);
