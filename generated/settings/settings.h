/* Made by ts2c from ts/settings/settings.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "settings/list.h"
#include "settings/setting.h"
#include "settings/codes.h"
#include "settings/values.h"

/** What became of a setting that was handed in. All but `ok` changed nothing. */
typedef enum TS_NARROW {
    SETTINGS_SETTING_RESULT_OK,
    SETTINGS_SETTING_RESULT_UNKNOWN_NAME,
    SETTINGS_SETTING_RESULT_NOT_ALLOWED,
} settings_setting_result_t;

/** All settings, at first with their defaults. */
typedef struct {
    uint32_t numbers[61];
    uint8_t lengths[61];
    /** The texts, each in a place as long as it may become, and where the places are; {@link reset} deals them out. */
    uint8_t texts[1680];
    uint16_t starts[61];
    /** What readings are called, beside the list. */
    settings_codes_t codes;
    uint8_t message[384];
    ts2c_writer_t out;
} settings_settings_t;

/** Writes the default of a setting as the text by which it is assigned. */
TS_SHARED void settings_write_default(ts2c_writer_t *out, settings_setting_t setting);

/** Makes a new `Settings` at `self`. */
TS_SHARED void settings_settings_init(settings_settings_t *self);

/** Sets everything to its default. */
TS_SHARED void settings_settings_reset(settings_settings_t *self);

/** The value of a number, 1 or 0 for a switch, the place of a choice. */
TS_SHARED uint32_t settings_settings_number(settings_settings_t *self, settings_setting_name_t name);

/** Whether a switch is on. */
TS_SHARED bool settings_settings_on(settings_settings_t *self, settings_setting_name_t name);

/** The value of a text. */
TS_SHARED ts_bytes settings_settings_text(settings_settings_t *self, settings_setting_name_t name);

/** The place in {@link SETTINGS} of the setting that is called `name`; their number where none is. */
TS_SHARED uint8_t settings_settings_find(settings_settings_t *self, ts_bytes name);

/** Gives the setting `name` the value that the text `value` writes. {@link explanation} says why not. */
TS_SHARED settings_setting_result_t settings_settings_assign(settings_settings_t *self, ts_bytes name, ts_bytes value);

/** Whether the setting `name` may have that value. */
TS_SHARED settings_setting_result_t settings_settings_check(settings_settings_t *self, ts_bytes name, ts_bytes value);

/** The sentence that goes with the last refusal. */
TS_SHARED ts_bytes settings_settings_explanation(settings_settings_t *self);

/** Whether the setting at `place` has its default. */
TS_SHARED bool settings_settings_is_default(settings_settings_t *self, uint8_t place);

/** Writes the value of the setting at `place` as the text by which it is assigned. */
TS_SHARED void settings_settings_write(settings_settings_t *self, uint8_t place, ts2c_writer_t *out);
