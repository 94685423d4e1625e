/* Made by ts2c from ts/neighbours/dsmr-reader.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "publish/message.h"
#include "publish/kept-reading.h"
#include "p1/obis.h"
#include "p1/timestamp.h"
#include "simulator/simulated.h"
#include "settings/settings.h"

/** A reading's topic below `dsmr`. */
typedef struct {
    uint32_t code;
    ts_bytes topic;
} neighbours_row_t;

/** A reading has up to four messages: gas has its value and its time under two topics each. */
#define NEIGHBOURS_PARTS 4

/** Writes one of a reading's messages; false where it has none. `isGas`: it is the gas meter's. `hasTariffs`: the meter tells them. */
TS_SHARED bool neighbours_write_part(publish_message_t *message, settings_settings_t *settings, publish_kept_reading_t *reading, uint8_t part, bool is_gas, bool has_tariffs);
