/* Made by ts2c from ts/console/improv.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/console.h"
#include "platform/network.h"
#include "platform/update.h"
#include "bytes.h"
#include "network/address.h"
#include "network/network.h"
#include "scratch.h"
#include "settings/settings.h"
#include "update/trial.h"

/** What the browser waits for. */
typedef enum TS_NARROW {
    CONSOLE_AWAITED_NOTHING,
    CONSOLE_AWAITED_JOIN,
    CONSOLE_AWAITED_SCAN,
} console_awaited_t;

/** Speaks with the browser. */
typedef struct {
    settings_settings_t *settings;
    network_network_t *network;
    update_trial_t *trial;
    scratch_scratch_t *scratch;
    ts2c_writer_t *out;
    console_awaited_t waits_for;
    /** The network that is told next. */
    uint8_t told;
} console_improv_t;

/** A word, and what is behind it. */
typedef struct {
    /** Whether all of it is there; of a word that is cut off nothing is given. */
    bool is_whole;
    ts_bytes text;
    ts_bytes rest;
} console_word_t;

/** Whether a line of the console is a packet; the driver gives one whole, line feeds in it included. */
TS_SHARED bool console_is_improv(ts_bytes line);

/** Makes a new `Improv` at `self`. */
TS_SHARED void console_improv_init(console_improv_t *self, settings_settings_t *settings, network_network_t *network, update_trial_t *trial, scratch_scratch_t *scratch);

/** Does what a packet says, and answers. */
TS_SHARED void console_improv_take(console_improv_t *self, ts_bytes packet, uint32_t now);

/** Tells what became of what was asked for. */
TS_SHARED void console_improv_tick(console_improv_t *self);
