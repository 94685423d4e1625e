/* Made by ts2c from ts/chip-id.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/system.h"

/** Writes the chip's number, six hexadecimal digits: what tells this device from every other one. */
TS_SHARED void chip_id_write_chip_id(ts2c_writer_t *out);
