/* Made by ts2c from ts/publish/availability.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/broker.h"
#include "settings/settings.h"
#include "simulator/simulated.h"

/**
 * `<root>/availability/device` is `online`, and `offline` by the device itself or by its last will;
 * `<root>/availability/meter` is `online` while telegrams come. Both are retained. As the original P1 meter, there is
 * neither.
 */
typedef struct {
    settings_settings_t *settings;
    uint8_t device_buffer[96];
    uint8_t meter_buffer[96];
    /** The topics of the connection that stands: the root topic may have changed since. */
    ts2c_writer_t device;
    ts2c_writer_t meter;
    bool shown;
    bool device_due;
    bool meter_due;
    /** What was last said of the meter. */
    bool meter_online;
} publish_availability_t;

/** Makes a new `Availability` at `self`. */
TS_SHARED void publish_availability_init(publish_availability_t *self, settings_settings_t *settings);

/** Before a connection begins: what the broker shall say when it breaks. */
TS_SHARED void publish_availability_prepare(publish_availability_t *self);

/** The broker is connected anew. */
TS_SHARED void publish_availability_renew(publish_availability_t *self);

/** Sends what is due, or what changed about the meter. False when the broker takes nothing now. */
TS_SHARED bool publish_availability_tick(publish_availability_t *self, bool meter_online);

/** The device is about to end the connection, which makes no last will. */
TS_SHARED void publish_availability_leave(publish_availability_t *self);
