/* Made by ts2c from ts/settings/keeper.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/clock.h"
#include "platform/log.h"
#include "platform/settings.h"
#include "platform/settings.h"
#include "scratch.h"
#include "settings/last-good.h"
#include "settings/record.h"
#include "settings/settings.h"

/**
 * Keeps the settings over a power cut: each saving goes to the key whose record is the older one, so that the newest whole record is
 * there whenever the power fails.
 */
typedef struct {
    settings_settings_t *settings;
    scratch_scratch_t *scratch;
    settings_last_good_t *last_network;
    settings_last_good_t *last_broker;
    settings_record_writer_t writer;
    uint8_t line[128];
    ts2c_writer_t out;
    /** The newest record: its key, and its sequence. */
    platform_settings_key_t newest;
    uint32_t sequence;
    bool saving;
    /** Something that is no record is being written, under that key; whether anything remains. */
    bool storing;
    platform_settings_key_t stored;
    bool stored_is_empty;
    /** Something changed while a saving was under way. */
    bool again;
    /** Whether what was written last is kept. */
    bool succeeded;
    /** Whether there is an authority of the user's own, and a certificate of the device's own. */
    bool has_authority;
    bool has_identity;
    /** Whether there should be: they were stored, and nobody removed them. */
    bool expects_authority;
    bool expects_identity;
} settings_keeper_t;

/** Makes a new `Keeper` at `self`. */
TS_SHARED void settings_keeper_init(settings_keeper_t *self, settings_settings_t *settings, scratch_scratch_t *scratch, settings_last_good_t *last_network, settings_last_good_t *last_broker);

/** Takes the newest record that is whole; without one the settings stay as they are. */
TS_SHARED void settings_keeper_load(settings_keeper_t *self);

/** Saves the settings as they are, or as they will be when the saving that is under way ends. */
TS_SHARED void settings_keeper_save(settings_keeper_t *self);

/** Whether something is being written. */
TS_SHARED bool settings_keeper_is_busy(settings_keeper_t *self);

/** Stores something else than the settings; an empty one removes what is there. False while something is being written. */
TS_SHARED bool settings_keeper_store(settings_keeper_t *self, platform_settings_key_t key, ts_bytes bytes);

/** What became of a writing. True when it was of {@link store}. */
TS_SHARED bool settings_keeper_on_event(settings_keeper_t *self, platform_settings_event_t event);
