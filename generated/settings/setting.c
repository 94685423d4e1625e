/* Made by ts2c from ts/settings/setting.ts: change that file, not this one. */

#include "settings/setting.h"

const ts_bytes settings_setting_name_texts[61] = {
    {(const uint8_t *)"host_name", 9},
    {(const uint8_t *)"wifi_name", 9},
    {(const uint8_t *)"wifi_password", 13},
    {(const uint8_t *)"ip_address", 10},
    {(const uint8_t *)"ip_mask", 7},
    {(const uint8_t *)"ip_router", 9},
    {(const uint8_t *)"ip_name_server", 14},
    {(const uint8_t *)"access_point_key", 16},
    {(const uint8_t *)"broker_host", 11},
    {(const uint8_t *)"broker_port", 11},
    {(const uint8_t *)"broker_tls", 10},
    {(const uint8_t *)"broker_user", 11},
    {(const uint8_t *)"broker_password", 15},
    {(const uint8_t *)"client_id", 9},
    {(const uint8_t *)"root_topic", 10},
    {(const uint8_t *)"interval_min", 12},
    {(const uint8_t *)"interval_power", 14},
    {(const uint8_t *)"interval_all", 12},
    {(const uint8_t *)"interval_statistics", 19},
    {(const uint8_t *)"changed_only", 12},
    {(const uint8_t *)"publish_as_json", 15},
    {(const uint8_t *)"leave_out", 9},
    {(const uint8_t *)"retain", 6},
    {(const uint8_t *)"qos", 3},
    {(const uint8_t *)"original", 8},
    {(const uint8_t *)"dsmr_reader", 11},
    {(const uint8_t *)"discovery", 9},
    {(const uint8_t *)"discovery_prefix", 16},
    {(const uint8_t *)"device_name", 11},
    {(const uint8_t *)"simulator", 9},
    {(const uint8_t *)"simulator_profile", 17},
    {(const uint8_t *)"simulator_period", 16},
    {(const uint8_t *)"simulator_topic", 15},
    {(const uint8_t *)"simulator_fault", 15},
    {(const uint8_t *)"serial_baud", 11},
    {(const uint8_t *)"serial_frame", 12},
    {(const uint8_t *)"serial_search", 13},
    {(const uint8_t *)"serial_cable", 12},
    {(const uint8_t *)"guard_totals", 12},
    {(const uint8_t *)"connection_power", 16},
    {(const uint8_t *)"encryption_key", 14},
    {(const uint8_t *)"encryption_aad", 14},
    {(const uint8_t *)"history_quarters", 16},
    {(const uint8_t *)"splitter", 8},
    {(const uint8_t *)"splitter_decrypts", 17},
    {(const uint8_t *)"telegram_port", 13},
    {(const uint8_t *)"prometheus", 10},
    {(const uint8_t *)"homewizard", 10},
    {(const uint8_t *)"syslog_server", 13},
    {(const uint8_t *)"syslog_port", 11},
    {(const uint8_t *)"sntp_server", 11},
    {(const uint8_t *)"time_zone", 9},
    {(const uint8_t *)"lights_brightness", 17},
    {(const uint8_t *)"lights_minutes", 14},
    {(const uint8_t *)"lights_blink", 12},
    {(const uint8_t *)"login_password", 14},
    {(const uint8_t *)"login_for_reading", 17},
    {(const uint8_t *)"allowed_hosts", 13},
    {(const uint8_t *)"update_url", 10},
    {(const uint8_t *)"update_check", 12},
    {(const uint8_t *)"update_unencrypted", 18},
};

const ts_bytes settings_kind_texts[12] = {
    {(const uint8_t *)"text", 4},
    {(const uint8_t *)"secret", 6},
    {(const uint8_t *)"wifi-password", 13},
    {(const uint8_t *)"password", 8},
    {(const uint8_t *)"hex", 3},
    {(const uint8_t *)"key", 3},
    {(const uint8_t *)"topic", 5},
    {(const uint8_t *)"host", 4},
    {(const uint8_t *)"address", 7},
    {(const uint8_t *)"number", 6},
    {(const uint8_t *)"switch", 6},
    {(const uint8_t *)"choice", 6},
};

const settings_renewal_t SETTINGS_RENEWALS[10] = {
    SETTINGS_RENEWAL_NETWORK, SETTINGS_RENEWAL_CONNECTION, SETTINGS_RENEWAL_CLOCK, SETTINGS_RENEWAL_SIMULATOR,
    SETTINGS_RENEWAL_SERIAL, SETTINGS_RENEWAL_TELEGRAM_PORT, SETTINGS_RENEWAL_NAMES, SETTINGS_RENEWAL_ENCRYPTION,
    SETTINGS_RENEWAL_DISCOVERY, SETTINGS_RENEWAL_NOTHING,
};

settings_setting_t settings_words(settings_setting_name_t name, settings_kind_t kind, uint32_t min, uint32_t max, ts_bytes first, settings_renewal_t renews, ts_bytes help)
{
    return (settings_setting_t){.name = name, .kind = kind, .min = min, .max = max, .number = 0, .text = first, .choices = TS_TEXT(""), .renews = renews, .help = help};
}

settings_setting_t settings_integer(settings_setting_name_t name, uint32_t min, uint32_t max, uint32_t first, settings_renewal_t renews, ts_bytes help)
{
    return (settings_setting_t){.name = name, .kind = SETTINGS_KIND_NUMBER, .min = min, .max = max, .number = first, .text = TS_TEXT(""), .choices = TS_TEXT(""), .renews = renews, .help = help};
}

settings_setting_t settings_toggle(settings_setting_name_t name, bool first, settings_renewal_t renews, ts_bytes help)
{
    const uint32_t number = (uint32_t)(first ? 1 : 0);
    return (settings_setting_t){.name = name, .kind = SETTINGS_KIND_SWITCH, .min = 0, .max = 1, .number = number, .text = TS_TEXT(""), .choices = TS_TEXT(""), .renews = renews, .help = help};
}

settings_setting_t settings_choice(settings_setting_name_t name, ts_bytes choices, uint32_t last, uint32_t first, settings_renewal_t renews, ts_bytes help)
{
    return (settings_setting_t){.name = name, .kind = SETTINGS_KIND_CHOICE, .min = 0, .max = last, .number = first, .text = TS_TEXT(""), .choices = choices, .renews = renews, .help = help};
}
