/* Made by ts2c from ts/settings/last-good.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "scratch.h"
#include "settings/entry.h"
#include "settings/groups.h"
#include "settings/list.h"
#include "settings/settings.h"

/** Keeps them, and knows whether others are on trial. */
typedef struct {
    settings_settings_t *settings;
    settings_group_t group;
    uint8_t memory[384];
    ts2c_writer_t kept;
    ts2c_writer_t *value;
    bool on_trial;
    uint32_t since;
} settings_last_good_t;

/** Makes a new `LastGood` at `self`. */
TS_SHARED void settings_last_good_init(settings_last_good_t *self, settings_settings_t *settings, settings_group_t group, scratch_scratch_t *scratch);

TS_SHARED bool settings_last_good_is_on_trial(settings_last_good_t *self);

/** One of them changed: from now on they have to show that they work, if others did. */
TS_SHARED void settings_last_good_changed(settings_last_good_t *self, uint32_t now);

/** They can't show it now, through no fault of theirs: their time begins anew. */
TS_SHARED void settings_last_good_hold(settings_last_good_t *self, uint32_t now);

/** There is nothing to go back to: whoever took a network or a broker away meant it. True when that ended a trial. */
TS_SHARED bool settings_last_good_forget(settings_last_good_t *self);

/** It works. `isNew`: it did not a moment ago. True when that ended a trial. */
TS_SHARED bool settings_last_good_works(settings_last_good_t *self, bool is_new);

/** Writes them as entries of a record, while others are on trial. */
TS_SHARED void settings_last_good_pack(settings_last_good_t *self, ts2c_writer_t *out);

/** Takes them from a record's entries: the power failed in the trial, which begins anew. */
TS_SHARED void settings_last_good_resume(settings_last_good_t *self, ts_bytes entries, uint32_t now);

/** Whether the time of those on trial is over. */
TS_SHARED bool settings_last_good_is_over(settings_last_good_t *self, uint32_t now);

/** Gives the settings the values back with which it worked. */
TS_SHARED void settings_last_good_restore(settings_last_good_t *self);
