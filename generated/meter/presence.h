/* Made by ts2c from ts/meter/presence.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"

/** Notices that the meter falls silent, 3.5 of its periods after the last good telegram, and that it is back. */
typedef struct {
    /** How often the meter fell silent since start. */
    uint32_t silences;
    bool online;
    /** Whether the silence is told already. */
    bool silent;
    /** When the last good telegram came, or the device started. */
    uint32_t since;
    bool had_telegram;
    uint32_t intervals[4];
    uint32_t known;
    uint8_t buffer[192];
    ts2c_writer_t line;
} meter_presence_t;

/** Makes a new `Presence` at `self`. */
TS_SHARED void meter_presence_init(meter_presence_t *self);

/** Power-up: from now on the meter is waited for. */
TS_SHARED void meter_presence_start(meter_presence_t *self, uint32_t now);

/** Whether the meter's readings are of now: a good telegram came and silence did not follow. */
TS_SHARED bool meter_presence_is_online(meter_presence_t *self);

/** Whether telegrams are missing: they stopped, or none ever came. */
TS_SHARED bool meter_presence_is_silent(meter_presence_t *self);

/** Whether a good telegram ever came, so that {@link age} means something. */
TS_SHARED bool meter_presence_was_there(meter_presence_t *self);

/** Milliseconds since the last good telegram, or since the start. */
TS_SHARED uint32_t meter_presence_age(meter_presence_t *self, uint32_t now);

/** A good telegram came. */
TS_SHARED void meter_presence_telegram(meter_presence_t *self, uint32_t now);

/** Time has passed. */
TS_SHARED void meter_presence_tick(meter_presence_t *self, uint32_t now);
