/* Made by ts2c from ts/meter/mbus.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/obis.h"
#include "p1/staging.h"
#include "meter/catalogue.h"

/**
 * Which channel of the M-Bus is what. Channels are numbered as devices were installed, so that only the device type says
 * which one is gas. After a replacement the old meter stays in the telegram, stopped: of two of one medium the one with
 * the newest valid time is the meter, the other keeps its channel in its name.
 */
typedef struct {
    /** Of each channel: the index of its medium in MEDIA. */
    uint8_t media[16];
    /** Of each channel: whether the telegram has its device type, and whether it has a reading. */
    uint8_t typed[16];
    uint8_t present[16];
    /** Of each channel: when it was read, in seconds since 1970, 0 for not known. */
    uint32_t times[16];
} meter_mbus_t;

/** Makes a new `Mbus` at `self`. */
TS_SHARED void meter_mbus_init(meter_mbus_t *self);

/** Learns the channels from a telegram. */
TS_SHARED void meter_mbus_take(meter_mbus_t *self, p1_staging_t *staging);

/** The index in MEDIA of what the device on a channel measures. */
TS_SHARED uint8_t meter_mbus_medium_of(meter_mbus_t *self, uint8_t at);

/** Whether the device on a channel is the meter of its medium: no other of that medium was read later. */
TS_SHARED bool meter_mbus_is_meter(meter_mbus_t *self, uint8_t at);
