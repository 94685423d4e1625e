/* Made by ts2c from ts/update/pull.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/cipher.h"
#include "platform/clock.h"
#include "platform/download.h"
#include "platform/download.h"
#include "platform/log.h"
#include "platform/system.h"
#include "platform/update.h"
#include "bytes.h"
#include "settings/settings.h"
#include "update/daily.h"
#include "update/installation.h"
#include "update/manifest.h"
#include "update/pull-words.h"
#include "update/trial.h"
#include "update/version.h"

/**
 * `idle`: nothing is known to be newer. `checking`: the manifest is fetched. `available`: there is a newer version. `downloading`: its
 * image is. `waiting`: for the next attempt, since the last one broke. `installing`: all of it is there. `failed`: it did not go.
 */
typedef enum TS_NARROW {
    UPDATE_PULL_STATE_IDLE,
    UPDATE_PULL_STATE_CHECKING,
    UPDATE_PULL_STATE_AVAILABLE,
    UPDATE_PULL_STATE_DOWNLOADING,
    UPDATE_PULL_STATE_WAITING,
    UPDATE_PULL_STATE_INSTALLING,
    UPDATE_PULL_STATE_FAILED,
} update_pull_state_t;

/** The text of each. */
extern const ts_bytes update_pull_state_texts[7];

/** The pull of updates. */
typedef struct {
    settings_settings_t *settings;
    update_trial_t *trial;
    update_installation_t *installation;
    update_manifest_t *manifest;
    update_pull_state_t state;
    /** What went wrong, as a sentence. */
    ts_bytes problem;
    /** Whether a person asked for the installation, or the setting does. */
    bool by_person;
    bool installs;
    /** Whether the image is being fetched, or else the manifest. */
    bool in_image;
    uint32_t id;
    /** How much of the manifest or of the image is there, and how much comes that is there already. */
    uint32_t received;
    uint32_t skip;
    uint8_t failures;
    uint32_t began_at;
    uint32_t paused_at;
    update_daily_t daily;
    uint8_t hash[32];
} update_pull_t;

/** Makes a new `Pull` at `self`. */
TS_SHARED void update_pull_init(update_pull_t *self, settings_settings_t *settings, update_trial_t *trial, update_installation_t *installation, update_manifest_t *manifest);

/** Somebody asks to look now, or to install what is newer. False where that is under way already. */
TS_SHARED bool update_pull_ask(update_pull_t *self, bool installs, uint32_t now);

/** Something happened to a download. */
TS_SHARED void update_pull_on_download(update_pull_t *self, uint32_t id, platform_download_event_t event, ts_bytes bytes, uint32_t now);

/** Goes on as the installation says. */
TS_SHARED void update_pull_follow(update_pull_t *self, update_step_t step);

/** A person sends an image: what is fetched meanwhile is given up. */
TS_SHARED void update_pull_give_way(update_pull_t *self);

/** Looks once a day, each device at another time; and tries again what broke. */
TS_SHARED void update_pull_tick(update_pull_t *self, uint32_t now);

/** Writes how it stands, as a JSON object. */
TS_SHARED void update_pull_write(update_pull_t *self, ts2c_writer_t *out);
