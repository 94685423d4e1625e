/* Made by ts2c from ts/meter/write.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"
#include "p1/list.h"
#include "p1/timestamp.h"
#include "p1/value.h"

/** Writes a unit as the end of a topic: of an "other" one only letters, digits and `%`, for MQTT keeps some of the rest. */
TS_SHARED void meter_write_topic_unit(ts2c_writer_t *writer, p1_unit_t unit, ts_bytes spelling);

/** Writes a unit as a JSON string, empty for "none". */
TS_SHARED void meter_write_json_unit(ts2c_writer_t *writer, p1_unit_t unit, ts_bytes spelling);

/** Writes the entry at which a walk through `groups` stands: `{"time":"2024-01-12T14:24:15Z","value":"240","unit":"s"}`. */
TS_SHARED void meter_write_entry(ts2c_writer_t *writer, p1_dated_list_t *list, ts_bytes groups);
