/* Made by ts2c from ts/neighbours/dsmr-reader.ts: change that file, not this one. */

#include "neighbours/dsmr-reader.h"

#define DELIVERED 268503040

#define RETURNED 268568576

static inline void begin_in_neighbours_dsmr_reader(publish_message_t *message, settings_settings_t *settings);
static ts_bytes gas_topic(uint32_t part);
static ts_bytes topic_of(uint32_t code, bool has_tariffs);
static inline void write_number_in_neighbours_dsmr_reader(ts2c_writer_t *out, publish_kept_reading_t *reading);

static const neighbours_row_t ROWS_IN_NEIGHBOURS_DSMR_READER[29] = {
    {.code = 268503041u, .topic = {(const uint8_t *)"reading/electricity_delivered_1", 31}},
    {.code = 268568577u, .topic = {(const uint8_t *)"reading/electricity_returned_1", 30}},
    {.code = 268503042u, .topic = {(const uint8_t *)"reading/electricity_delivered_2", 31}},
    {.code = 268568578u, .topic = {(const uint8_t *)"reading/electricity_returned_2", 30}},
    {.code = 268502784u, .topic = {(const uint8_t *)"reading/electricity_currently_delivered", 39}},
    {.code = 268568320u, .topic = {(const uint8_t *)"reading/electricity_currently_returned", 38}},
    {.code = 269813504u, .topic = {(const uint8_t *)"reading/phase_currently_delivered_l1", 36}},
    {.code = 269879040u, .topic = {(const uint8_t *)"reading/phase_currently_returned_l1", 35}},
    {.code = 270534400u, .topic = {(const uint8_t *)"reading/phase_voltage_l1", 24}},
    {.code = 270468864u, .topic = {(const uint8_t *)"reading/phase_power_current_l1", 30}},
    {.code = 270540800u, .topic = {(const uint8_t *)"meter-stats/voltage_sag_count_l1", 32}},
    {.code = 270541824u, .topic = {(const uint8_t *)"meter-stats/voltage_swell_count_l1", 34}},
    {.code = 271124224u, .topic = {(const uint8_t *)"reading/phase_currently_delivered_l2", 36}},
    {.code = 271189760u, .topic = {(const uint8_t *)"reading/phase_currently_returned_l2", 35}},
    {.code = 271845120u, .topic = {(const uint8_t *)"reading/phase_voltage_l2", 24}},
    {.code = 271779584u, .topic = {(const uint8_t *)"reading/phase_power_current_l2", 30}},
    {.code = 271851520u, .topic = {(const uint8_t *)"meter-stats/voltage_sag_count_l2", 32}},
    {.code = 271852544u, .topic = {(const uint8_t *)"meter-stats/voltage_swell_count_l2", 34}},
    {.code = 272434944u, .topic = {(const uint8_t *)"reading/phase_currently_delivered_l3", 36}},
    {.code = 272500480u, .topic = {(const uint8_t *)"reading/phase_currently_returned_l3", 35}},
    {.code = 273155840u, .topic = {(const uint8_t *)"reading/phase_voltage_l3", 24}},
    {.code = 273090304u, .topic = {(const uint8_t *)"reading/phase_power_current_l3", 30}},
    {.code = 273162240u, .topic = {(const uint8_t *)"meter-stats/voltage_sag_count_l3", 32}},
    {.code = 273163264u, .topic = {(const uint8_t *)"meter-stats/voltage_swell_count_l3", 34}},
    {.code = 65536u, .topic = {(const uint8_t *)"reading/timestamp", 17}},
    {.code = 6295040u, .topic = {(const uint8_t *)"meter-stats/electricity_tariff", 30}},
    {.code = 6293269u, .topic = {(const uint8_t *)"meter-stats/power_failure_count", 31}},
    {.code = 6293257u, .topic = {(const uint8_t *)"meter-stats/long_power_failure_count", 36}},
    {.code = 318767624u, .topic = {(const uint8_t *)"meter-stats/dsmr_version", 24}},
};

/** Starts a message below `dsmr`; below the simulator's topic what was simulated, so that real readings stay clean. */
static inline void begin_in_neighbours_dsmr_reader(publish_message_t *message, settings_settings_t *settings)
{
    const ts_bytes simulated = settings_settings_text(settings, SETTINGS_SETTING_NAME_SIMULATOR_TOPIC);
    if (simulator_is_simulated(settings) && simulated.length > 0u) {
        publish_message_begin_below(message, simulated);
        ts2c_writer_text(&message->topic, TS_TEXT("dsmr/"));
    } else {
        publish_message_begin_below(message, TS_TEXT("dsmr"));
    }
}

bool neighbours_write_part(publish_message_t *message, settings_settings_t *settings, publish_kept_reading_t *reading, uint8_t part, bool is_gas, bool has_tariffs)
{
    begin_in_neighbours_dsmr_reader(message, settings);
    if (is_gas) {
        const bool is_time = part == 1 || part == 3;
        ts2c_writer_text(&message->topic, gas_topic(part));
        if (is_time) {
            p1_write_time(message->payload, reading->time);
        } else {
            write_number_in_neighbours_dsmr_reader(message->payload, reading);
        }
        return reading->kind == P1_READING_KIND_NUMBER && (!is_time || reading->time != P1_NO_TIME);
    }
    const ts_bytes topic = topic_of(reading->code, has_tariffs);
    if (part > 0 || ts_text_equal(topic, TS_TEXT(""))) {
        return false;
    }
    ts2c_writer_text(&message->topic, topic);
    if (reading->kind == P1_READING_KIND_NUMBER) {
        write_number_in_neighbours_dsmr_reader(message->payload, reading);
    } else if (reading->kind == P1_READING_KIND_TIME) {
        p1_write_time(message->payload, reading->time);
    }
    return true;
}

static ts_bytes gas_topic(uint32_t part)
{
    switch (part) {
    case 0:
        return TS_TEXT("reading/extra_device_delivered");
    case 1:
        return TS_TEXT("reading/extra_device_timestamp");
    case 2:
        return TS_TEXT("consumption/gas/delivered");
    default:
        return TS_TEXT("consumption/gas/read_at");
    }
    TS_UNREACHABLE();
}

static ts_bytes topic_of(uint32_t code, bool has_tariffs)
{
    if (!has_tariffs && code == DELIVERED) {
        return TS_TEXT("reading/electricity_delivered_1");
    }
    if (!has_tariffs && code == RETURNED) {
        return TS_TEXT("reading/electricity_returned_1");
    }
    for (uint32_t i = 0; i < 29; i++) {
        const neighbours_row_t row = ROWS_IN_NEIGHBOURS_DSMR_READER[i];
        if (row.code == code) {
            return row.topic;
        }
    }
    return TS_TEXT("");
}

/** Writes a number in the unit that dsmr-reader has: kWh and kW. */
static inline void write_number_in_neighbours_dsmr_reader(ts2c_writer_t *out, publish_kept_reading_t *reading)
{
    const bool is_small = reading->unit == P1_UNIT_W || reading->unit == P1_UNIT_WH;
    ts2c_writer_decimal(out, reading->value, (uint8_t)(is_small ? ts_min_i32(reading->decimals + 3, 15) : reading->decimals));
}
