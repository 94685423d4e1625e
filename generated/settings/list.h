/* Made by ts2c from ts/settings/list.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "settings/setting.h"

/** How many settings there are. */
#define SETTINGS_COUNT 61

extern const settings_setting_t SETTINGS_SETTINGS[61];
