/* Made by ts2c from ts/settings/groups.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "settings/list.h"
#include "settings/setting.h"

/** Settings that stand together in a form; the list's order is that of the groups. */
typedef enum TS_NARROW {
    SETTINGS_GROUP_NETWORK,
    SETTINGS_GROUP_BROKER,
    SETTINGS_GROUP_PUBLISHING,
    SETTINGS_GROUP_HOME_ASSISTANT,
    SETTINGS_GROUP_SIMULATOR,
    SETTINGS_GROUP_METER,
    SETTINGS_GROUP_NEIGHBOURS,
    SETTINGS_GROUP_LIGHTS,
    SETTINGS_GROUP_LOGIN,
    SETTINGS_GROUP_UPDATES,
} settings_group_t;

/** The text of each. */
extern const ts_bytes settings_group_texts[10];

/** A group, and the setting with which it begins. */
typedef struct {
    settings_group_t group;
    settings_setting_name_t first;
} settings_group_start_t;

/** In which group the setting at `place` stands. */
TS_SHARED settings_group_t settings_group_of(uint8_t place);
