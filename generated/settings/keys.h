/* Made by ts2c from ts/settings/keys.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "bytes.h"
#include "p1/encryption.h"
#include "settings/settings.h"

/** Hands key and additional data from the settings to the decryption. */
typedef struct {
    settings_settings_t *settings;
    uint8_t key[16];
    uint8_t additional[64];
} settings_keys_t;

/** Makes a new `Keys` at `self`. */
TS_SHARED void settings_keys_init(settings_keys_t *self, settings_settings_t *settings);

/** Sets what the frames from now on are decrypted with. */
TS_SHARED void settings_keys_hand(settings_keys_t *self, p1_encryption_t *encryption);
