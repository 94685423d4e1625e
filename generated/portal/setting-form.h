/* Made by ts2c from ts/portal/setting-form.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "settings/groups.h"
#include "settings/list.h"
#include "settings/setting.h"
#include "settings/settings.h"
#include "settings/values.h"

/** Writes settings as JSON objects. All values are texts, as they are assigned. */
typedef struct {
    settings_settings_t *settings;
    uint8_t memory[256];
    ts2c_writer_t value;
} portal_setting_form_t;

/** Makes a new `SettingForm` at `self`. */
void portal_setting_form_init(portal_setting_form_t *self, settings_settings_t *settings);

/** Writes the setting at `place`. */
void portal_setting_form_write(portal_setting_form_t *self, ts2c_writer_t *out, uint8_t place);
