/* Made by ts2c from ts/home-assistant/identity.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "chip-id.h"
#include "settings/settings.h"
#include "simulator/simulated.h"

/**
 * The discovery prefix and the device's id, as they were when Home Assistant was first told of anything: when the settings are
 * others by now, all that was told is taken back there before it is told anew.
 */
typedef struct {
    settings_settings_t *settings;
    /** The prefix, and `/status`. */
    uint8_t birth_buffer[96];
    ts2c_writer_t birth;
    uint8_t prefix_length;
    bool simulated;
} home_assistant_identity_t;

/** Makes a new `Identity` at `self`. */
TS_SHARED void home_assistant_identity_init(home_assistant_identity_t *self, settings_settings_t *settings);

/** From now on the settings hold as they are. */
TS_SHARED void home_assistant_identity_adopt(home_assistant_identity_t *self);

/** Whether they still do. */
TS_SHARED bool home_assistant_identity_is_current(home_assistant_identity_t *self);

/** What the topics begin with that Home Assistant listens to for devices. */
TS_SHARED ts_bytes home_assistant_identity_prefix(home_assistant_identity_t *self);

/** The topic on which Home Assistant says that it has started. */
TS_SHARED ts_bytes home_assistant_identity_birth_topic(home_assistant_identity_t *self);

/**
 * Writes `p1_meter_` and the chip's number: what tells this device from every other one. A simulated meter is a device of
 * its own, so that nothing of it gets into the statistics of the real one.
 */
TS_SHARED void home_assistant_identity_write_device_id(home_assistant_identity_t *self, ts2c_writer_t *out);
