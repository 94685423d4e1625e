/* Made by ts2c from ts/meter/original.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/obis.h"
#include "meter/catalogue.h"

/**
 * Writes the original's topic of a reading, without its unit, if that is another one than ours. It takes `96.1.1` for the id
 * of an M-Bus device and channel 0 for one of them; tariff 1 is the low one in every country; what it does not know has its
 * code for a topic. Source: the original's table of codes.
 */
TS_SHARED bool meter_write_original_topic(ts2c_writer_t *writer, uint32_t code, meter_entry_t entry);
