/* Made by ts2c from ts/settings/crc32.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** CRC-32 over `bytes`, as Ethernet, gzip and PNG have it. Source: IEEE 802.3, 3.2.9. */
TS_SHARED uint32_t settings_crc32(ts_bytes bytes);
