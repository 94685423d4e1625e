/* Made by ts2c from ts/platform/update.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/**
 * `ready` answers `begin`, `written` each `write`, `installed` `finish`. Instead of them: `damaged`: the image is not whole, by
 * its own checksums, or not signed as it must be; `failed`: the flash can't be written, or the image is larger than a slot. Both end the update. `confirmed`
 * answers `confirm`; nothing does where the flash could not keep it.
 */
typedef enum TS_NARROW {
    PLATFORM_UPDATE_EVENT_READY,
    PLATFORM_UPDATE_EVENT_WRITTEN,
    PLATFORM_UPDATE_EVENT_INSTALLED,
    PLATFORM_UPDATE_EVENT_DAMAGED,
    PLATFORM_UPDATE_EVENT_FAILED,
    PLATFORM_UPDATE_EVENT_CONFIRMED,
} platform_update_event_t;

/**
 * What the running image is. `confirmed`: it stays. `trial`: it is new, and the next restart goes back to the one before
 * unless {@link confirm} comes first.
 */
typedef enum TS_NARROW {
    PLATFORM_IMAGE_STATE_CONFIRMED,
    PLATFORM_IMAGE_STATE_TRIAL,
} platform_image_state_t;

/** The chip that this firmware runs on, by Espressif's number: 0 ESP32, 5 C3, 9 S3, 13 C6. */
uint16_t p1_update_chip(void);

/** The bytes that a slot holds. */
uint32_t p1_update_slot_size(void);

/** Whether this build takes an image without a login: for test benches, since no defaults file says so. */
bool p1_update_without_login(void);

/** Starts writing the slot that does not run. An update that was under way is given up. */
void p1_update_begin(void);

/** Queues the next bytes of the image, at most 2048. False while the bytes before are not written. */
bool p1_update_write(ts_bytes bytes);

/** All bytes were written: checks the image, and makes it the one that the next start runs. */
void p1_update_finish(void);

/** Gives the update up, without an event. The running image stays. */
void p1_update_abort(void);

/** What the running image is. */
platform_image_state_t p1_update_state(void);

/** Keeps the running image for good, once the flash has it that it stays. */
void p1_update_confirm(void);

/** Writes the running image's version into `text`, and returns its length. */
uint32_t p1_update_version(ts_span_u8 text);

/** Writes the version of an image that was rolled back and still lies in the other slot; 0 where there is none. */
uint32_t p1_update_rolled_back(ts_span_u8 text);

/** Keeps at most 40 bytes over restarts, before whatever is asked for next: the device's note to itself about updates. */
void p1_update_keep_note(ts_bytes bytes);

/** Copies what was kept into `into`, and returns its length; 0 where there is nothing. To be called at start only. */
uint8_t p1_update_note(ts_span_u8 into);
