/* Made by ts2c from ts/settings/keeper.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/settings.h"
#include "platform/settings.h"
#include "scratch.h"
#include "settings/record.h"
#include "settings/settings.h"

/**
 * Keeps the settings over a power cut: each saving goes to the key whose record is the older one, so that the newest whole record is
 * there whenever the power fails.
 */
typedef struct {
    settings_settings_t *settings;
    scratch_scratch_t *scratch;
    settings_record_writer_t writer;
    uint8_t line[128];
    ts2c_writer_t out;
    /** The newest record: its key, and its sequence. */
    platform_settings_key_t newest;
    uint32_t sequence;
    bool saving;
    /** Something changed while a saving was under way. */
    bool again;
} settings_keeper_t;

/** Makes a new `Keeper` at `self`. */
void settings_keeper_init(settings_keeper_t *self, settings_settings_t *settings, scratch_scratch_t *scratch);

/** Takes the newest record that is whole; without one the settings stay as they are. */
void settings_keeper_load(settings_keeper_t *self);

/** Saves the settings as they are, or as they will be when the saving that is under way ends. */
void settings_keeper_save(settings_keeper_t *self);

void settings_keeper_on_event(settings_keeper_t *self, platform_settings_event_t event);
