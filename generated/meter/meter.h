/* Made by ts2c from ts/meter/meter.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/obis.h"
#include "p1/staging.h"
#include "p1/timestamp.h"
#include "meter/catalogue.h"
#include "meter/country.h"
#include "meter/mbus.h"
#include "meter/original.h"
#include "meter/write.h"

/** What the readings of a meter are called, as its telegrams show which meter it is. */
typedef struct {
    /** Whose meter it is. */
    meter_country_t country;
    meter_mbus_t mbus;
} meter_meter_t;

/** Makes a new `Meter` at `self`. */
TS_SHARED void meter_meter_init(meter_meter_t *self);

/** Learns from a good telegram which meter it is; the names below are those of this telegram's readings. */
TS_SHARED void meter_meter_take(meter_meter_t *self, p1_staging_t *staging, ts_bytes identification);

/** What is known about a code of the telegram. */
TS_SHARED meter_entry_t meter_meter_describe(meter_meter_t *self, uint32_t code);

/** Writes a reading's topic below the device's root, a number's unit behind it: `total/gas_meter_m3`. */
TS_SHARED void meter_meter_write_topic(meter_meter_t *self, ts2c_writer_t *writer, p1_staging_t *staging, p1_staged_reading_t *reading);

/** The same with a topic that somebody chose: what is named so has its unit behind it, too. */
TS_SHARED void meter_meter_write_own_topic(meter_meter_t *self, ts2c_writer_t *writer, ts_bytes topic, p1_staging_t *staging, p1_staged_reading_t *reading);

/** The same as the original P1 meter has it. */
TS_SHARED void meter_meter_write_original_topic(meter_meter_t *self, ts2c_writer_t *writer, p1_staging_t *staging, p1_staged_reading_t *reading);

/** Writes a reading's name, without its unit. */
TS_SHARED void meter_meter_write_name(meter_meter_t *self, ts2c_writer_t *writer, uint32_t code);

/** The M-Bus channel that stands behind a reading's topic, since another device of its medium is the meter; 0 for none. */
TS_SHARED uint8_t meter_meter_named_channel(meter_meter_t *self, uint32_t code);

/** Writes a reading's value: a number with the meter's decimals, a text, a time in UTC. Nothing for a list. */
TS_SHARED void meter_write_value(ts2c_writer_t *writer, p1_staging_t *staging, p1_staged_reading_t *reading);
