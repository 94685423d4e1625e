/* Made by ts2c from ts/settings/setting.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** The settings' names. A new one is added here and as a row of `list.ts`, whose `COUNT` and `Place` grow. */
typedef enum TS_NARROW {
    SETTINGS_SETTING_NAME_HOST_NAME,
    SETTINGS_SETTING_NAME_WIFI_NAME,
    SETTINGS_SETTING_NAME_WIFI_PASSWORD,
    SETTINGS_SETTING_NAME_IP_ADDRESS,
    SETTINGS_SETTING_NAME_IP_MASK,
    SETTINGS_SETTING_NAME_IP_ROUTER,
    SETTINGS_SETTING_NAME_IP_NAME_SERVER,
    SETTINGS_SETTING_NAME_ACCESS_POINT_KEY,
    SETTINGS_SETTING_NAME_BROKER_HOST,
    SETTINGS_SETTING_NAME_BROKER_PORT,
    SETTINGS_SETTING_NAME_BROKER_TLS,
    SETTINGS_SETTING_NAME_BROKER_USER,
    SETTINGS_SETTING_NAME_BROKER_PASSWORD,
    SETTINGS_SETTING_NAME_CLIENT_ID,
    SETTINGS_SETTING_NAME_ROOT_TOPIC,
    SETTINGS_SETTING_NAME_INTERVAL_MIN,
    SETTINGS_SETTING_NAME_INTERVAL_POWER,
    SETTINGS_SETTING_NAME_INTERVAL_ALL,
    SETTINGS_SETTING_NAME_INTERVAL_STATISTICS,
    SETTINGS_SETTING_NAME_CHANGED_ONLY,
    SETTINGS_SETTING_NAME_PUBLISH_AS_JSON,
    SETTINGS_SETTING_NAME_LEAVE_OUT,
    SETTINGS_SETTING_NAME_RETAIN,
    SETTINGS_SETTING_NAME_QOS,
    SETTINGS_SETTING_NAME_ORIGINAL,
    SETTINGS_SETTING_NAME_DSMR_READER,
    SETTINGS_SETTING_NAME_DISCOVERY,
    SETTINGS_SETTING_NAME_DISCOVERY_PREFIX,
    SETTINGS_SETTING_NAME_DEVICE_NAME,
    SETTINGS_SETTING_NAME_SIMULATOR,
    SETTINGS_SETTING_NAME_SIMULATOR_PROFILE,
    SETTINGS_SETTING_NAME_SIMULATOR_PERIOD,
    SETTINGS_SETTING_NAME_SIMULATOR_TOPIC,
    SETTINGS_SETTING_NAME_SIMULATOR_FAULT,
    SETTINGS_SETTING_NAME_SERIAL_BAUD,
    SETTINGS_SETTING_NAME_SERIAL_FRAME,
    SETTINGS_SETTING_NAME_SERIAL_SEARCH,
    SETTINGS_SETTING_NAME_SERIAL_CABLE,
    SETTINGS_SETTING_NAME_GUARD_TOTALS,
    SETTINGS_SETTING_NAME_CONNECTION_POWER,
    SETTINGS_SETTING_NAME_ENCRYPTION_KEY,
    SETTINGS_SETTING_NAME_ENCRYPTION_AAD,
    SETTINGS_SETTING_NAME_HISTORY_QUARTERS,
    SETTINGS_SETTING_NAME_SPLITTER,
    SETTINGS_SETTING_NAME_SPLITTER_DECRYPTS,
    SETTINGS_SETTING_NAME_TELEGRAM_PORT,
    SETTINGS_SETTING_NAME_PROMETHEUS,
    SETTINGS_SETTING_NAME_HOMEWIZARD,
    SETTINGS_SETTING_NAME_SYSLOG_SERVER,
    SETTINGS_SETTING_NAME_SYSLOG_PORT,
    SETTINGS_SETTING_NAME_SNTP_SERVER,
    SETTINGS_SETTING_NAME_TIME_ZONE,
    SETTINGS_SETTING_NAME_LIGHTS_BRIGHTNESS,
    SETTINGS_SETTING_NAME_LIGHTS_MINUTES,
    SETTINGS_SETTING_NAME_LIGHTS_BLINK,
    SETTINGS_SETTING_NAME_LOGIN_PASSWORD,
    SETTINGS_SETTING_NAME_LOGIN_FOR_READING,
    SETTINGS_SETTING_NAME_ALLOWED_HOSTS,
    SETTINGS_SETTING_NAME_UPDATE_URL,
    SETTINGS_SETTING_NAME_UPDATE_CHECK,
    SETTINGS_SETTING_NAME_UPDATE_UNENCRYPTED,
} settings_setting_name_t;

/** The text of each. */
extern const ts_bytes settings_setting_name_texts[61];

/**
 * What a value may be: `text` without control characters; `secret` likewise, never shown; `wifi-password` one that WPA takes, or
 * none, never shown; `password` one of which only the
 * hash is kept; `hex` bytes as hexadecimal digits; `key` none or 16 such bytes, never shown; `topic` a part of an MQTT topic; `host` a name of letters, digits, -
 * and _; `address` an IPv4 address, or empty; `number` a whole number; `switch` on or off; `choice` one of the words in
 * `choices`.
 */
typedef enum TS_NARROW {
    SETTINGS_KIND_TEXT,
    SETTINGS_KIND_SECRET,
    SETTINGS_KIND_WIFI_PASSWORD,
    SETTINGS_KIND_PASSWORD,
    SETTINGS_KIND_HEX,
    SETTINGS_KIND_KEY,
    SETTINGS_KIND_TOPIC,
    SETTINGS_KIND_HOST,
    SETTINGS_KIND_ADDRESS,
    SETTINGS_KIND_NUMBER,
    SETTINGS_KIND_SWITCH,
    SETTINGS_KIND_CHOICE,
} settings_kind_t;

/** The text of each. */
extern const ts_bytes settings_kind_texts[12];

/** What the device renews when the setting changes while it runs. */
typedef enum TS_NARROW {
    SETTINGS_RENEWAL_NOTHING,
    SETTINGS_RENEWAL_DISCOVERY,
    SETTINGS_RENEWAL_NETWORK,
    SETTINGS_RENEWAL_CONNECTION,
    SETTINGS_RENEWAL_SERIAL,
    SETTINGS_RENEWAL_SIMULATOR,
    SETTINGS_RENEWAL_ENCRYPTION,
    SETTINGS_RENEWAL_TELEGRAM_PORT,
    SETTINGS_RENEWAL_NAMES,
    SETTINGS_RENEWAL_CLOCK,
} settings_renewal_t;

/** One setting. */
typedef struct {
    settings_setting_name_t name;
    settings_kind_t kind;
    /** The smallest number, or the fewest bytes of a text. */
    uint32_t min;
    /** The largest number, or the most bytes of a text. */
    uint32_t max;
    /** The value of a number at first; of a switch 0 or 1; of a choice its place among the choices, from 0. */
    uint32_t number;
    /** The value of a text at first. */
    ts_bytes text;
    /** The words of a choice, with `|` between them. */
    ts_bytes choices;
    settings_renewal_t renews;
    /** One sentence for the person who sets it. */
    ts_bytes help;
} settings_setting_t;

/** All of them, in the order in which they are renewed: what the others need comes first. */
extern const settings_renewal_t SETTINGS_RENEWALS[10];

/** How many bytes a text may have, at most. */
#define SETTINGS_TEXT_SIZE 128

/** Room for all texts at their longest; a test counts it. */
#define SETTINGS_TEXTS_SIZE 1680

/** A text of `min` to `max` bytes. */
TS_SHARED settings_setting_t settings_words(settings_setting_name_t name, settings_kind_t kind, uint32_t min, uint32_t max, ts_bytes first, settings_renewal_t renews, ts_bytes help);

/** A whole number from `min` to `max`. */
TS_SHARED settings_setting_t settings_integer(settings_setting_name_t name, uint32_t min, uint32_t max, uint32_t first, settings_renewal_t renews, ts_bytes help);

/** On or off. */
TS_SHARED settings_setting_t settings_toggle(settings_setting_name_t name, bool first, settings_renewal_t renews, ts_bytes help);

/** One of the words in `choices`, of which the last has the number `last`. */
TS_SHARED settings_setting_t settings_choice(settings_setting_name_t name, ts_bytes choices, uint32_t last, uint32_t first, settings_renewal_t renews, ts_bytes help);
