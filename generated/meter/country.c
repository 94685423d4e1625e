/* Made by ts2c from ts/meter/country.ts: change that file, not this one. */

#include "meter/country.h"

#define VERSION_IN_METER_COUNTRY 318767624

#define EMUCS_VERSION_IN_METER_COUNTRY 6291716

#define DEVICE_NAME_IN_METER_COUNTRY 2752512

#define CLOCK_IN_METER_COUNTRY 65536

#define EQUIPMENT 6291713

#define HISTORY_IN_METER_COUNTRY 6422784

#define TOTAL_IN_METER_COUNTRY 268503040

#define TARIFF_1 268503041

#define REACTIVE_TOTAL 268634112

#define SWISS_TARIFF_1 285280257

#define GERMAN_ID 6291967

static inline bool has_month_end(p1_staging_t *staging);
static inline bool is_swedish(p1_staging_t *staging);
static bool starts_with(ts_bytes text, ts_bytes start);

meter_country_t meter_country_of(p1_staging_t *staging, ts_bytes identification)
{
    if (p1_staging_has(staging, EMUCS_VERSION_IN_METER_COUNTRY) || starts_with(identification, TS_TEXT("FLU5"))) {
        return METER_COUNTRY_BELGIUM;
    }
    if (has_month_end(staging)) {
        return METER_COUNTRY_HUNGARY;
    }
    if (p1_staging_has(staging, DEVICE_NAME_IN_METER_COUNTRY) || starts_with(identification, TS_TEXT("Lux5"))) {
        return METER_COUNTRY_LUXEMBOURG;
    }
    if (p1_staging_has(staging, SWISS_TARIFF_1)) {
        return METER_COUNTRY_SWITZERLAND;
    }
    if (p1_staging_has(staging, GERMAN_ID)) {
        return METER_COUNTRY_GERMANY;
    }
    if (is_swedish(staging)) {
        return METER_COUNTRY_SWEDEN;
    }
    return p1_staging_has(staging, VERSION_IN_METER_COUNTRY) || p1_staging_has(staging, TARIFF_1) ? METER_COUNTRY_NETHERLANDS : METER_COUNTRY_UNKNOWN;
}

/** Whether the telegram has the Hungarian object 0-0:98.1.0, which begins with a time and not with a count. */
static inline bool has_month_end(p1_staging_t *staging)
{
    const uint32_t index_ = p1_staging_find(staging, HISTORY_IN_METER_COUNTRY);
    if (index_ >= staging->count || false) {
        return false;
    }
    return p1_is_timestamp(ts_bytes_subarray(p1_staging_text_of(staging, &staging->readings[index_]), 1, 14));
}

static inline bool is_swedish(p1_staging_t *staging)
{
    return p1_staging_has(staging, CLOCK_IN_METER_COUNTRY) && p1_staging_has(staging, TOTAL_IN_METER_COUNTRY) && p1_staging_has(staging, REACTIVE_TOTAL) && !p1_staging_has(staging, EQUIPMENT);
}

static bool starts_with(ts_bytes text, ts_bytes start)
{
    const ts_bytes wanted = start;
    if (text.length < wanted.length) {
        return false;
    }
    for (uint32_t i = 0; i < wanted.length; i++) {
        if (text.data[i] != wanted.data[i]) {
            return false;
        }
    }
    return true;
}
