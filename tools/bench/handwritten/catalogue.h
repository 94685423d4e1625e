/** What the handwritten reader knows of each code. */
#pragma once

#include <stdint.h>

#define CODE(a, b, c, d, e)                                                                                            \
    ((uint32_t)(a) << 28 | (uint32_t)(b) << 24 | (uint32_t)(c) << 16 | (uint32_t)(d) << 8 | (uint32_t)(e))

/** How a value is written. */
typedef enum { NUMBER, ANY, TEXT, MESSAGE, CLOCK, LIST, MBUS } form_t;

typedef struct {
    uint32_t code;
    const char *topic;
    uint8_t length;
    uint8_t form;
} row_t;

#define ROW(form, topic, ...) {CODE(__VA_ARGS__), topic, sizeof(topic) - 1, form}
#define PHASES(c, d, topic)                                                                                            \
    ROW(NUMBER, topic "1", 1, 0, c, d, 0), ROW(NUMBER, topic "2", 1, 0, (c) + 20, d, 0),                               \
        ROW(NUMBER, topic "3", 1, 0, (c) + 40, d, 0)

enum { GAS = 0, WATER = 1, OTHER = 2, LOW_IN = 3, HIGH_IN = 4, LOW_OUT = 5, HIGH_OUT = 6 };

static const row_t rows[] = {
    // These have no code of their own: M-Bus devices.
    {0, "total/gas_meter", 15, MBUS},
    {0, "total/water_meter", 17, MBUS},
    {0, "total/m-bus_meter", 17, MBUS},
    ROW(NUMBER, "total/consumption_low_tariff", 1, 0, 1, 8, 1),
    ROW(NUMBER, "total/consumption_high_tariff", 1, 0, 1, 8, 2),
    ROW(NUMBER, "total/production_low_tariff", 1, 0, 2, 8, 1),
    ROW(NUMBER, "total/production_high_tariff", 1, 0, 2, 8, 2),
    ROW(TEXT, "equipment/version", 1, 3, 0, 2, 8),
    ROW(TEXT, "equipment/emucs_version", 0, 0, 96, 1, 4),
    ROW(CLOCK, "date_time", 0, 0, 1, 0, 0),
    ROW(TEXT, "equipment/p1_meter_id", 0, 0, 96, 1, 1),
    ROW(ANY, "tariff_indicator", 0, 0, 96, 14, 0),
    ROW(NUMBER, "total/consumption", 1, 0, 1, 8, 0),
    ROW(NUMBER, "total/production", 1, 0, 2, 8, 0),
    ROW(NUMBER, "instant/consumption", 1, 0, 1, 7, 0),
    ROW(NUMBER, "instant/production", 1, 0, 2, 7, 0),
    ROW(NUMBER, "outages/short_power_outages", 0, 0, 96, 7, 21),
    ROW(NUMBER, "outages/long_power_outages", 0, 0, 96, 7, 9),
    ROW(LIST, "outages/power_failure_event_log", 1, 0, 99, 97, 0),
    PHASES(32, 32, "outages/voltage_sags/l"),
    PHASES(32, 36, "outages/voltage_swells/l"),
    ROW(MESSAGE, "message/0", 0, 0, 96, 13, 0),
    ROW(MESSAGE, "message/1", 0, 0, 96, 13, 1),
    PHASES(32, 7, "instant/voltage/l"),
    PHASES(31, 7, "instant/current/l"),
    PHASES(21, 7, "instant/power_consumption/l"),
    PHASES(22, 7, "instant/power_production/l"),
    ROW(NUMBER, "demand/consumption", 1, 0, 1, 4, 0),
    ROW(NUMBER, "demand/consumption_peak", 1, 0, 1, 6, 0),
    ROW(LIST, "demand/consumption_peak_history", 0, 0, 98, 1, 0),
    ROW(ANY, "equipment/breaker", 0, 0, 96, 3, 10),
    ROW(NUMBER, "limit/power", 0, 0, 17, 0, 0),
    PHASES(31, 4, "limit/current/l"),
    ROW(NUMBER, "equipment/devicetype_id_1", 0, 1, 24, 1, 0),
    ROW(NUMBER, "equipment/devicetype_id_2", 0, 2, 24, 1, 0),
    ROW(TEXT, "equipment/m-bus_1_id", 0, 1, 96, 1, 0),
    ROW(TEXT, "equipment/m-bus_1_id", 0, 1, 96, 1, 1),
    ROW(TEXT, "equipment/m-bus_2_id", 0, 2, 96, 1, 0),
    ROW(TEXT, "equipment/m-bus_2_id", 0, 2, 96, 1, 1),
    ROW(ANY, "equipment/valve_1", 0, 1, 24, 4, 0),
    ROW(ANY, "equipment/valve_2", 0, 2, 24, 4, 0),
    ROW(NUMBER, "total/reactive_consumption", 1, 0, 3, 8, 0),
    ROW(NUMBER, "total/reactive_production", 1, 0, 4, 8, 0),
    ROW(TEXT, "equipment/p1_meter_id", 0, 0, 96, 1, 0),
    ROW(NUMBER, "demand/production", 1, 0, 2, 4, 0),
    ROW(NUMBER, "demand/production_peak", 1, 0, 2, 6, 0),
    ROW(NUMBER, "instant/net", 1, 0, 16, 7, 0),
    ROW(NUMBER, "instant/frequency", 1, 0, 14, 7, 0),
    ROW(NUMBER, "instant/reactive_consumption", 1, 0, 3, 7, 0),
    ROW(NUMBER, "instant/reactive_production", 1, 0, 4, 7, 0),
};

enum { ROWS = sizeof(rows) / sizeof(rows[0]) };
_Static_assert(ROWS == 64, "what it is compared with was measured with 64 topics");
