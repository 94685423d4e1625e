/* Made by ts2c from ts/platform/settings.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/**
 * The keys there are: two records of settings, so that one stays whole while the other is written; `broker_ca`, the certificates of
 * the authority that signs the broker's, and `broker_identity`, the device's own certificate with its private key, both as PEM:
 * these two the broker's driver reads by itself.
 */
typedef enum TS_NARROW {
    PLATFORM_SETTINGS_KEY_RECORD_A,
    PLATFORM_SETTINGS_KEY_RECORD_B,
    PLATFORM_SETTINGS_KEY_BROKER_CA,
    PLATFORM_SETTINGS_KEY_BROKER_IDENTITY,
} platform_settings_key_t;

/** The text of each. */
extern const ts_bytes platform_settings_key_texts[4];

/** What became of the last {@link write}: `written`: it is kept. `failed`: it may be gone, and what was there before too. */
typedef enum TS_NARROW {
    PLATFORM_SETTINGS_EVENT_WRITTEN,
    PLATFORM_SETTINGS_EVENT_FAILED,
} platform_settings_event_t;

/**
 * Copies the blob under `key` into `into` and returns its length; 0 where there is none, it can't be read or it is longer than
 * `into`. To be called at start only, since it waits for the flash.
 */
uint16_t p1_settings_read(platform_settings_key_t key, ts_span_u8 into);

/** Queues the writing of a blob; an empty one removes what is there. False while the one before is not written: the event says when. */
bool p1_settings_write(platform_settings_key_t key, ts_bytes bytes);
