/* Made by ts2c from ts/portal/utf8.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** Whether bytes are UTF-8 (RFC 3629): no stray bytes, no longer way to write a character than needed, no surrogates. */
TS_SHARED bool portal_is_utf8(ts_bytes text);
