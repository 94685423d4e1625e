/* Made by ts2c from ts/portal/setting-form.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/obis.h"
#include "settings/codes.h"
#include "settings/groups.h"
#include "settings/list.h"
#include "settings/setting.h"
#include "settings/settings.h"
#include "settings/values.h"

/** Writes settings as JSON objects. All values are texts, as they are assigned. */
typedef struct {
    settings_settings_t *settings;
    uint8_t memory[128];
    ts2c_writer_t value;
} portal_setting_form_t;

/** Makes a new `SettingForm` at `self`. */
TS_SHARED void portal_setting_form_init(portal_setting_form_t *self, settings_settings_t *settings);

/** Writes the setting at `place`. */
TS_SHARED void portal_setting_form_write(portal_setting_form_t *self, ts2c_writer_t *out, uint8_t place);

/** Writes the code at `place` like a setting. */
TS_SHARED void portal_setting_form_write_code(portal_setting_form_t *self, ts2c_writer_t *out, uint8_t place);

/** Writes a setting as a member of an object, if it is not as at first; a secret only where it is wanted. */
TS_SHARED void portal_setting_form_write_member(portal_setting_form_t *self, ts2c_writer_t *out, uint8_t place, bool secrets);

/** Writes the code at `place` as a member of an object. */
TS_SHARED void portal_setting_form_write_code_member(portal_setting_form_t *self, ts2c_writer_t *out, uint8_t place);
