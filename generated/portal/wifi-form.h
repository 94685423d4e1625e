/* Made by ts2c from ts/portal/wifi-form.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "network/attempt.h"
#include "settings/settings.h"
#include "portal/members.h"

/**
 * What became of it. `tried`: the status tells how it goes. `busy`: another one is being tried. `shape`: it is no such form.
 * `nameless`: no network is named. `setting`: a value is not allowed; the settings' explanation says why, and the walk stands at it.
 */
typedef enum TS_NARROW {
    PORTAL_WIFI_FORM_RESULT_TRIED,
    PORTAL_WIFI_FORM_RESULT_BUSY,
    PORTAL_WIFI_FORM_RESULT_SHAPE,
    PORTAL_WIFI_FORM_RESULT_NAMELESS,
    PORTAL_WIFI_FORM_RESULT_SETTING,
} portal_wifi_form_result_t;

/** A Wi-Fi that somebody chose: `wifi_name`, and `wifi_password` unless it is open. */
typedef struct {
    settings_settings_t *settings;
    network_attempt_t *attempt;
} portal_wifi_form_t;

/** Makes a new `WifiForm` at `self`. */
TS_SHARED void portal_wifi_form_init(portal_wifi_form_t *self, settings_settings_t *settings, network_attempt_t *attempt);

/** Begins an attempt with what the form says, read by `members`. */
TS_SHARED portal_wifi_form_result_t portal_wifi_form_take(portal_wifi_form_t *self, ts_bytes form, portal_members_t *members, uint32_t now);
