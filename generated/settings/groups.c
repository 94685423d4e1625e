/* Made by ts2c from ts/settings/groups.ts: change that file, not this one. */

#include "settings/groups.h"

const ts_bytes settings_group_texts[10] = {
    {(const uint8_t *)"network", 7},
    {(const uint8_t *)"broker", 6},
    {(const uint8_t *)"publishing", 10},
    {(const uint8_t *)"home-assistant", 14},
    {(const uint8_t *)"simulator", 9},
    {(const uint8_t *)"meter", 5},
    {(const uint8_t *)"neighbours", 10},
    {(const uint8_t *)"lights", 6},
    {(const uint8_t *)"login", 5},
    {(const uint8_t *)"updates", 7},
};

static const settings_group_start_t GROUPS[10] = {
    {.group = SETTINGS_GROUP_NETWORK, .first = SETTINGS_SETTING_NAME_HOST_NAME},
    {.group = SETTINGS_GROUP_BROKER, .first = SETTINGS_SETTING_NAME_BROKER_HOST},
    {.group = SETTINGS_GROUP_PUBLISHING, .first = SETTINGS_SETTING_NAME_ROOT_TOPIC},
    {.group = SETTINGS_GROUP_HOME_ASSISTANT, .first = SETTINGS_SETTING_NAME_DISCOVERY},
    {.group = SETTINGS_GROUP_SIMULATOR, .first = SETTINGS_SETTING_NAME_SIMULATOR},
    {.group = SETTINGS_GROUP_METER, .first = SETTINGS_SETTING_NAME_SERIAL_BAUD},
    {.group = SETTINGS_GROUP_NEIGHBOURS, .first = SETTINGS_SETTING_NAME_SPLITTER},
    {.group = SETTINGS_GROUP_LIGHTS, .first = SETTINGS_SETTING_NAME_LIGHTS_BRIGHTNESS},
    {.group = SETTINGS_GROUP_LOGIN, .first = SETTINGS_SETTING_NAME_LOGIN_PASSWORD},
    {.group = SETTINGS_GROUP_UPDATES, .first = SETTINGS_SETTING_NAME_UPDATE_URL},
};

settings_group_t settings_group_of(uint8_t place)
{
    settings_group_t group = SETTINGS_GROUP_NETWORK;
    for (uint32_t i = 0; i <= place && true; i++) {
        for (uint32_t i_2 = 0; i_2 < 10; i_2++) {
            const settings_group_start_t start = GROUPS[i_2];
            if (start.first == SETTINGS_SETTINGS[i].name) {
                group = start.group;
            }
        }
    }
    return group;
}
