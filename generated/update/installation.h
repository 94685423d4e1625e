/* Made by ts2c from ts/update/installation.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/system.h"
#include "platform/update.h"
#include "platform/update.h"
#include "sockets.h"
#include "update/image.h"
#include "update/trial.h"
#include "update/version.h"

/** Who brings the image: somebody over HTTP, or the device fetches it. */
typedef enum TS_NARROW {
    UPDATE_SOURCE_NOBODY,
    UPDATE_SOURCE_PUSH,
    UPDATE_SOURCE_PULL,
} update_source_t;

/**
 * `head`: the image's head is collected; `starting`, `writing`, `finishing`: the flash works; `restarting`: the image is
 * installed.
 */
typedef enum TS_NARROW {
    UPDATE_STATE_IDLE,
    UPDATE_STATE_HEAD,
    UPDATE_STATE_STARTING,
    UPDATE_STATE_WRITING,
    UPDATE_STATE_FINISHING,
    UPDATE_STATE_RESTARTING,
} update_state_t;

/**
 * What is next: the next part is wanted; the flash works; the image is installed. All others are refusals, which end the installation; the
 * running image stays.
 */
typedef enum TS_NARROW {
    UPDATE_STEP_MORE,
    UPDATE_STEP_WAITS,
    UPDATE_STEP_INSTALLED,
    UPDATE_STEP_BUSY,
    UPDATE_STEP_TRIAL,
    UPDATE_STEP_TOO_LARGE,
    UPDATE_STEP_OLDER,
    UPDATE_STEP_BROKEN_OFF,
    UPDATE_STEP_DAMAGED,
    UPDATE_STEP_FLASH,
    UPDATE_STEP_NO_IMAGE,
    UPDATE_STEP_OTHER_CHIP,
    UPDATE_STEP_OTHER_PROJECT,
} update_step_t;

/** One installation at a time. */
typedef struct {
    update_trial_t *trial;
    update_state_t state;
    /** Who brings the image, or brought the last one. */
    update_source_t source;
    /** Whether an older version may be installed. */
    bool any_version;
    /** How long the image is, and how much of it came. */
    uint32_t length;
    uint32_t received;
    uint32_t installed_at;
    /** The image's head, and what came with it. While no image is written, its bytes are free for others. */
    uint8_t memory[1312];
    uint16_t used;
} update_installation_t;

/** The sentence for a refusal. */
TS_SHARED ts_bytes update_refusal_text(update_step_t refusal);

/** Makes a new `Installation` at `self`. */
TS_SHARED void update_installation_init(update_installation_t *self, update_trial_t *trial);

/** Whether an image is being taken, or was. */
TS_SHARED bool update_installation_is_busy(update_installation_t *self);

/** Begins with an image of `length` bytes: `more`, or why not. */
TS_SHARED update_step_t update_installation_begin(update_installation_t *self, update_source_t source, uint32_t length, bool any_version);

/** The next part, of at most `HTTP_PART` bytes; an empty one is the end. */
TS_SHARED update_step_t update_installation_take(update_installation_t *self, ts_bytes part);

/** The version that the image names, once its head is there. */
TS_SHARED ts_bytes update_installation_version(update_installation_t *self);

/** How the driver's work went. */
TS_SHARED update_step_t update_installation_on_update(update_installation_t *self, platform_update_event_t event, uint32_t now);

/** Watches over the running image's trial, and restarts into a new one when an answer had time to go out. */
TS_SHARED void update_installation_tick(update_installation_t *self, uint32_t now);

/** Gives up what is under way; the running image stays. An image that is installed already stays so. */
TS_SHARED void update_installation_abort(update_installation_t *self);
