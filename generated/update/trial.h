/* Made by ts2c from ts/update/trial.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/update.h"
#include "bytes.h"
#include "meter/presence.h"
#include "network/network.h"
#include "publish/connection.h"
#include "scratch.h"
#include "update/note.h"

/** Whether something worked lately. */
typedef struct {
    bool ever;
    uint32_t at;
} update_sighting_t;

/** The trial of the running image, and what became of the one before. */
typedef struct {
    network_network_t *network;
    publish_connection_t *connection;
    meter_presence_t *presence;
    update_note_t *note;
    update_sighting_t broker;
    update_sighting_t meter;
    bool running;
    uint32_t since;
    /** Whether and when the flash was asked to keep the image. */
    bool asked;
    uint32_t asked_at;
    bool was_rolled_back;
    uint8_t version_memory[32];
    uint32_t version_length;
    ts2c_writer_t *line;
} update_trial_t;

TS_SHARED void update_sighting_tick(update_sighting_t *self, bool works, uint32_t now);

TS_SHARED bool update_sighting_was_lately(update_sighting_t *self);

/** Makes a new `Trial` at `self`. */
TS_SHARED void update_trial_init(update_trial_t *self, network_network_t *network, publish_connection_t *connection, meter_presence_t *presence, update_note_t *note, scratch_scratch_t *scratch);

/** At power-up: tells what runs, and whether a newer image was rolled back. */
TS_SHARED void update_trial_start(update_trial_t *self, uint32_t now);

/** The running image's version. */
TS_SHARED ts_bytes update_trial_version(update_trial_t *self);

/** Whether the running image is on trial still. */
TS_SHARED bool update_trial_is_running(update_trial_t *self);

/** The version that was rolled back and still lies in the other slot; empty where none does. */
TS_SHARED ts_bytes update_trial_rolled_back(update_trial_t *self);

/** Whether a version was the last one to be rolled back: only a person installs it again. */
TS_SHARED bool update_trial_has_failed(update_trial_t *self, ts_bytes version);

/** An image is about to be written over what lies in the other slot. */
TS_SHARED void update_trial_overwrite(update_trial_t *self);

/** An image is about to be installed: what works now has to work again with it. */
TS_SHARED void update_trial_remember(update_trial_t *self);

TS_SHARED void update_trial_tick(update_trial_t *self, uint32_t now);

/** The flash has it that the running image stays: no power cut brings the one before back. */
TS_SHARED void update_trial_confirmed(update_trial_t *self);
