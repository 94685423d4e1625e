/* Made by ts2c from ts/publish/value.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "meter/write.h"
#include "p1/list.h"
#include "p1/timestamp.h"
#include "publish/kept-reading.h"

/** Writes a reading's value as a payload: a number with the meter's decimals, a text, a time, a list as a JSON array. */
TS_SHARED void publish_write_value(ts2c_writer_t *out, publish_kept_reading_t *reading, ts_bytes text);

/** Writes a reading's value as JSON: a list as an array, everything else as a string. */
TS_SHARED void publish_write_json_value(ts2c_writer_t *out, publish_kept_reading_t *reading, ts_bytes text);
