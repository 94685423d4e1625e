/* Made by ts2c from ts/settings/list.ts: change that file, not this one. */

#include "settings/list.h"

const ts_bytes settings_setting_name_texts[20] = {
    {(const uint8_t *)"broker_host", 11},
    {(const uint8_t *)"broker_port", 11},
    {(const uint8_t *)"broker_user", 11},
    {(const uint8_t *)"broker_password", 15},
    {(const uint8_t *)"client_id", 9},
    {(const uint8_t *)"root_topic", 10},
    {(const uint8_t *)"interval_min", 12},
    {(const uint8_t *)"interval_all", 12},
    {(const uint8_t *)"interval_statistics", 19},
    {(const uint8_t *)"changed_only", 12},
    {(const uint8_t *)"publish_as_json", 15},
    {(const uint8_t *)"simulator", 9},
    {(const uint8_t *)"simulator_profile", 17},
    {(const uint8_t *)"simulator_period", 16},
    {(const uint8_t *)"serial_baud", 11},
    {(const uint8_t *)"serial_frame", 12},
    {(const uint8_t *)"guard_totals", 12},
    {(const uint8_t *)"connection_power", 16},
    {(const uint8_t *)"encryption_key", 14},
    {(const uint8_t *)"encryption_aad", 14},
};

const settings_setting_t SETTINGS_SETTINGS[20] = {
    {.name = SETTINGS_SETTING_NAME_BROKER_HOST, .kind = SETTINGS_KIND_TEXT, .min = 0u, .max = 128u, .number = 0u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_CONNECTION, .help = {(const uint8_t *)"Host name or address of the MQTT broker; empty for none.", 56}},
    {.name = SETTINGS_SETTING_NAME_BROKER_PORT, .kind = SETTINGS_KIND_NUMBER, .min = 1u, .max = 65535u, .number = 1883u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_CONNECTION, .help = {(const uint8_t *)"Port of the MQTT broker.", 24}},
    {.name = SETTINGS_SETTING_NAME_BROKER_USER, .kind = SETTINGS_KIND_TEXT, .min = 0u, .max = 64u, .number = 0u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_CONNECTION, .help = {(const uint8_t *)"User name at the MQTT broker; empty for no login.", 49}},
    {.name = SETTINGS_SETTING_NAME_BROKER_PASSWORD, .kind = SETTINGS_KIND_SECRET, .min = 0u, .max = 64u, .number = 0u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_CONNECTION, .help = {(const uint8_t *)"Password at the MQTT broker.", 28}},
    {.name = SETTINGS_SETTING_NAME_CLIENT_ID, .kind = SETTINGS_KIND_TEXT, .min = 1u, .max = 64u, .number = 0u, .text = {(const uint8_t *)"p1_meter", 8}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_CONNECTION, .help = {(const uint8_t *)"The name by which the broker tells its clients apart; `_` and the chip's number follow.", 87}},
    {.name = SETTINGS_SETTING_NAME_ROOT_TOPIC, .kind = SETTINGS_KIND_TOPIC, .min = 1u, .max = 64u, .number = 0u, .text = {(const uint8_t *)"p1_meter", 8}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_CONNECTION, .help = {(const uint8_t *)"What every topic begins with.", 29}},
    {.name = SETTINGS_SETTING_NAME_INTERVAL_MIN, .kind = SETTINGS_KIND_NUMBER, .min = 0u, .max = 86400u, .number = 60u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_NOTHING, .help = {(const uint8_t *)"The fewest seconds between two publications.", 44}},
    {.name = SETTINGS_SETTING_NAME_INTERVAL_ALL, .kind = SETTINGS_KIND_NUMBER, .min = 1u, .max = 86400u, .number = 300u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_NOTHING, .help = {(const uint8_t *)"After how many seconds every reading is published again, changed or not.", 72}},
    {.name = SETTINGS_SETTING_NAME_INTERVAL_STATISTICS, .kind = SETTINGS_KIND_NUMBER, .min = 1u, .max = 86400u, .number = 600u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_NOTHING, .help = {(const uint8_t *)"The seconds between two publications of the device's own figures.", 65}},
    {.name = SETTINGS_SETTING_NAME_CHANGED_ONLY, .kind = SETTINGS_KIND_SWITCH, .min = 0u, .max = 1u, .number = 1u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_NOTHING, .help = {(const uint8_t *)"Whether a publication leaves out the readings that did not change.", 66}},
    {.name = SETTINGS_SETTING_NAME_PUBLISH_AS_JSON, .kind = SETTINGS_KIND_SWITCH, .min = 0u, .max = 1u, .number = 0u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_NOTHING, .help = {(const uint8_t *)"Whether the readings are published as one JSON array too, on the topic json.", 76}},
    {.name = SETTINGS_SETTING_NAME_SIMULATOR, .kind = SETTINGS_KIND_SWITCH, .min = 0u, .max = 1u, .number = 0u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_SERIAL, .help = {(const uint8_t *)"Whether the built-in meter sends telegrams on the TX line.", 58}},
    {.name = SETTINGS_SETTING_NAME_SIMULATOR_PROFILE, .kind = SETTINGS_KIND_CHOICE, .min = 0u, .max = 7u, .number = 2u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"nl22|nl42|nl5|be|lu|se|hu|ch", 28}, .renews = SETTINGS_RENEWAL_NOTHING, .help = {(const uint8_t *)"Whose meter the simulator plays: by country, and in the Netherlands by version of DSMR.", 87}},
    {.name = SETTINGS_SETTING_NAME_SIMULATOR_PERIOD, .kind = SETTINGS_KIND_NUMBER, .min = 1u, .max = 3600u, .number = 10u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_NOTHING, .help = {(const uint8_t *)"The seconds between two telegrams of the simulator.", 51}},
    {.name = SETTINGS_SETTING_NAME_SERIAL_BAUD, .kind = SETTINGS_KIND_NUMBER, .min = 300u, .max = 921600u, .number = 115200u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_SERIAL, .help = {(const uint8_t *)"Speed of the P1 port in bits per second: 115200, and 9600 before DSMR 4.", 72}},
    {.name = SETTINGS_SETTING_NAME_SERIAL_FRAME, .kind = SETTINGS_KIND_CHOICE, .min = 0u, .max = 1u, .number = 0u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"8N1|7E1", 7}, .renews = SETTINGS_RENEWAL_SERIAL, .help = {(const uint8_t *)"How a byte stands on the P1 port's line: 8N1, and 7E1 before DSMR 4.", 68}},
    {.name = SETTINGS_SETTING_NAME_GUARD_TOTALS, .kind = SETTINGS_KIND_SWITCH, .min = 0u, .max = 1u, .number = 1u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_NOTHING, .help = {(const uint8_t *)"Whether a total that falls or jumps by more than can be is held back until the meter says it again.", 99}},
    {.name = SETTINGS_SETTING_NAME_CONNECTION_POWER, .kind = SETTINGS_KIND_NUMBER, .min = 1u, .max = 1000u, .number = 60u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_NOTHING, .help = {(const uint8_t *)"What the house's connection can carry, in kW: 3 \303\227 80 A are 55.", 63}},
    {.name = SETTINGS_SETTING_NAME_ENCRYPTION_KEY, .kind = SETTINGS_KIND_KEY, .min = 0u, .max = 32u, .number = 0u, .text = {(const uint8_t *)"", 0}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_ENCRYPTION, .help = {(const uint8_t *)"The key of a meter that encrypts (Luxembourg, Austria), from the grid operator; empty for none.", 95}},
    {.name = SETTINGS_SETTING_NAME_ENCRYPTION_AAD, .kind = SETTINGS_KIND_HEX, .min = 0u, .max = 128u, .number = 0u, .text = {(const uint8_t *)"3000112233445566778899AABBCCDDEEFF", 34}, .choices = {(const uint8_t *)"", 0}, .renews = SETTINGS_RENEWAL_ENCRYPTION, .help = {(const uint8_t *)"What the tag of encrypted telegrams covers too: 30 and the authentication key; at first that of all meters in Luxembourg.", 121}},
};
