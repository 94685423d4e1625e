/* Made by ts2c from ts/neighbours/homewizard.ts: change that file, not this one. */

#include "neighbours/homewizard.h"

#define NOWHERE 97

#define LARGEST_IN_NEIGHBOURS_HOMEWIZARD INT64_C(9000000000000)

#define TOTAL_IN_NEIGHBOURS_HOMEWIZARD 6

static uint32_t neighbours_home_wizard_find(neighbours_home_wizard_t *self, uint32_t code);
static inline uint32_t neighbours_home_wizard_find_number(neighbours_home_wizard_t *self, uint32_t code);
static inline bool neighbours_home_wizard_is_there(neighbours_home_wizard_t *self, uint32_t index_);
static void neighbours_home_wizard_write_meter(neighbours_home_wizard_t *self, ts2c_writer_t *out);
static ts_bytes neighbours_home_wizard_id_of(neighbours_home_wizard_t *self, uint32_t at);
static void neighbours_home_wizard_write_whole(neighbours_home_wizard_t *self, ts2c_writer_t *out, ts_bytes name, uint32_t code);
static void neighbours_home_wizard_write_energy(neighbours_home_wizard_t *self, ts2c_writer_t *out, uint32_t quantity, ts_bytes direction);
static inline void neighbours_home_wizard_write_power(neighbours_home_wizard_t *self, ts2c_writer_t *out, ts_bytes name, uint32_t drawn, uint32_t given);
static inline int64_t neighbours_home_wizard_watts(neighbours_home_wizard_t *self, uint32_t index_);
static inline void neighbours_home_wizard_write_field(neighbours_home_wizard_t *self, ts2c_writer_t *out, neighbours_field_t field);
static inline void neighbours_home_wizard_write_peak(neighbours_home_wizard_t *self, ts2c_writer_t *out);
static void neighbours_home_wizard_write_devices(neighbours_home_wizard_t *self, ts2c_writer_t *out);
static bool neighbours_home_wizard_write_device_of(neighbours_home_wizard_t *self, ts2c_writer_t *out, publish_kept_reading_t *reading);
static inline void write_name_in_neighbours_homewizard(ts2c_writer_t *out, ts_bytes name);
static inline void write_energy_name(ts2c_writer_t *out, ts_bytes direction, uint32_t tariff);
static inline void write_time_in_neighbours_homewizard(ts2c_writer_t *out, ts_bytes name, uint32_t time);
static int64_t thousandths_in_neighbours_homewizard(publish_kept_reading_t *reading);

void neighbours_home_wizard_init(neighbours_home_wizard_t *self, publish_publisher_t *publisher, publish_statistics_t *statistics)
{
    memset(self, 0, sizeof(*self));
    self->publisher = publisher;
    self->statistics = statistics;
}

void neighbours_home_wizard_write_device(neighbours_home_wizard_t *self, ts2c_writer_t *out)
{
    ts2c_writer_text(out, TS_TEXT("{\"product_type\":\""));
    ts2c_writer_text(out, NEIGHBOURS_PRODUCT_TYPE);
    ts2c_writer_text(out, TS_TEXT("\",\"product_name\":\""));
    ts2c_writer_text(out, NEIGHBOURS_PRODUCT_NAME);
    ts2c_writer_text(out, TS_TEXT("\",\"serial\":\""));
    neighbours_write_serial(out);
    ts2c_writer_text(out, TS_TEXT("\",\"firmware_version\":\""));
    publish_statistics_write_value(self->statistics, out, PUBLISH_FIGURE_NAME_FIRMWARE_VERSION, p1_clock_millis());
    ts2c_writer_text(out, TS_TEXT("\",\"api_version\":\"v1\"}\n"));
}

void neighbours_home_wizard_write_data(neighbours_home_wizard_t *self, ts2c_writer_t *out)
{
    const bool is_wifi = p1_network_kind() == PLATFORM_NETWORK_KIND_WIFI;
    ts2c_writer_text(out, TS_TEXT("{\"wifi_ssid\":"));
    ts2c_writer_json_string(out, is_wifi ? settings_settings_text(self->statistics->settings, SETTINGS_SETTING_NAME_WIFI_NAME) : TS_TEXT(""));
    ts2c_writer_text(out, TS_TEXT(",\"wifi_strength\":"));
    ts2c_writer_int(out, is_wifi ? ts_max_i32(0, ts_min_i32(2 * (p1_network_signal() + 100), 100)) : 100);
    if (!meter_presence_is_silent(self->statistics->counts->presence)) {
        neighbours_home_wizard_write_meter(self, out);
        neighbours_home_wizard_write_energy(self, out, 1, TS_TEXT("import"));
        neighbours_home_wizard_write_energy(self, out, 2, TS_TEXT("export"));
        neighbours_home_wizard_write_power(self, out, TS_TEXT("active_power_w"), 1, 2);
        neighbours_home_wizard_write_power(self, out, TS_TEXT("active_power_l1_w"), 21, 22);
        neighbours_home_wizard_write_power(self, out, TS_TEXT("active_power_l2_w"), 41, 42);
        neighbours_home_wizard_write_power(self, out, TS_TEXT("active_power_l3_w"), 61, 62);
        for (uint32_t i = 0; i < 19; i++) {
            const neighbours_field_t field = NEIGHBOURS_FIELDS[i];
            neighbours_home_wizard_write_field(self, out, field);
        }
        neighbours_home_wizard_write_peak(self, out);
        neighbours_home_wizard_write_devices(self, out);
    }
    ts2c_writer_text(out, TS_TEXT("}\n"));
}

/** The reading of a code; Swiss meters have in group `1-1` what others have in `1-0`. */
static uint32_t neighbours_home_wizard_find(neighbours_home_wizard_t *self, uint32_t code)
{
    publish_kept_reading_t *const readings = self->publisher->kept.readings;
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        const bool is_it = readings[i].code == code || (readings[i].code ^ (uint32_t)(1 << 24)) == code;
        if (is_it && neighbours_home_wizard_is_there(self, i) && (readings[i].code == code || code >> 24 == 16u)) {
            return i;
        }
    }
    return NOWHERE;
}

static inline uint32_t neighbours_home_wizard_find_number(neighbours_home_wizard_t *self, uint32_t code)
{
    const uint32_t index_ = neighbours_home_wizard_find(self, code);
    return index_ < PUBLISH_PLACES && self->publisher->kept.readings[index_].kind == P1_READING_KIND_NUMBER ? index_ : NOWHERE;
}

static inline bool neighbours_home_wizard_is_there(neighbours_home_wizard_t *self, uint32_t index_)
{
    publish_kept_reading_t *const reading = &self->publisher->kept.readings[index_];
    return publish_kept_reading_is_current(reading) && !publish_kept_is_overdue(&self->publisher->kept, reading);
}

/** Which meter it is. */
static void neighbours_home_wizard_write_meter(neighbours_home_wizard_t *self, ts2c_writer_t *out)
{
    neighbours_home_wizard_write_whole(self, out, TS_TEXT("smr_version"), p1_obis_code(1, 3, 0, 2, 8));
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        publish_kept_reading_t *const reading = &self->publisher->kept.readings[i];
        if (neighbours_home_wizard_is_there(self, i) && publish_is_identification(reading->code)) {
            ts2c_writer_text(out, TS_TEXT(",\"meter_model\":"));
            ts2c_writer_json_string(out, publish_kept_text_of(&self->publisher->kept, reading));
        }
    }
    const ts_bytes id = neighbours_home_wizard_id_of(self, 0);
    if (id.length > 0u) {
        ts2c_writer_text(out, TS_TEXT(",\"unique_id\":"));
        ts2c_writer_json_string(out, id);
    }
    neighbours_home_wizard_write_whole(self, out, TS_TEXT("active_tariff"), p1_obis_code(0, 0, 96, 14, 0));
}

/** The id of the meter, or of the device on an M-Bus channel; nothing where it has none. */
static ts_bytes neighbours_home_wizard_id_of(neighbours_home_wizard_t *self, uint32_t at)
{
    for (uint32_t i = 0; i < 2; i++) {
        const uint32_t code = NEIGHBOURS_CODES_OF_ID[i];
        const uint32_t index_ = neighbours_home_wizard_find(self, (at << 24) | code);
        if (index_ < PUBLISH_PLACES) {
            return publish_kept_text_of(&self->publisher->kept, &self->publisher->kept.readings[index_]);
        }
    }
    return TS_TEXT("");
}

/** Writes what is a whole number, though the meter may write it as a text of digits (`0002`). */
static void neighbours_home_wizard_write_whole(neighbours_home_wizard_t *self, ts2c_writer_t *out, ts_bytes name, uint32_t code)
{
    const uint32_t index_ = neighbours_home_wizard_find(self, code);
    if (index_ >= PUBLISH_PLACES) {
        return;
    }
    publish_kept_reading_t *const reading = &self->publisher->kept.readings[index_];
    uint32_t value = 0;
    if (reading->kind == P1_READING_KIND_NUMBER) {
        value = (uint32_t)ts_max_i64(0, ts_min_i64(reading->value, 9999999));
    } else {
        const ts_bytes value_1 = publish_kept_text_of(&self->publisher->kept, reading);
        for (uint32_t i = 0; i < value_1.length; i++) {
            const uint8_t byte = value_1.data[i];
            const int32_t digit = byte - 48;
            if (digit < 0 || digit > 9 || value > 99999u) {
                return;
            }
            value = value * 10u + (uint32_t)digit;
        }
    }
    write_name_in_neighbours_homewizard(out, name);
    ts2c_writer_int(out, value);
}

/** Energy at each tariff, as the meter counts them, and of all. */
static void neighbours_home_wizard_write_energy(neighbours_home_wizard_t *self, ts2c_writer_t *out, uint32_t quantity, ts_bytes direction)
{
    int64_t sum = 0;
    bool any = false;
    bool is_added = false;
    for (uint32_t tariff = 0; tariff <= NEIGHBOURS_TARIFFS; tariff++) {
        const uint32_t index_ = neighbours_home_wizard_find_number(self, p1_obis_code(1, 0, (uint8_t)quantity, 8, (uint8_t)tariff));
        if (index_ < PUBLISH_PLACES) {
            const int64_t value = thousandths_in_neighbours_homewizard(&self->publisher->kept.readings[index_]);
            write_energy_name(out, direction, tariff);
            ts2c_writer_decimal(out, value, 3);
            sum = ts_max_i64(-LARGEST_IN_NEIGHBOURS_HOMEWIZARD, ts_min_i64(sum + value, LARGEST_IN_NEIGHBOURS_HOMEWIZARD));
            any = true;
            is_added = is_added || tariff == 0u;
        }
    }
    if (any && !is_added) {
        write_energy_name(out, direction, 0);
        ts2c_writer_decimal(out, sum, 3);
    }
}

/** Power with its direction, in W: what goes into the net is negative. */
static inline void neighbours_home_wizard_write_power(neighbours_home_wizard_t *self, ts2c_writer_t *out, ts_bytes name, uint32_t drawn, uint32_t given)
{
    const uint32_t from = neighbours_home_wizard_find_number(self, p1_obis_code(1, 0, (uint8_t)drawn, 7, 0));
    const uint32_t into = neighbours_home_wizard_find_number(self, p1_obis_code(1, 0, (uint8_t)given, 7, 0));
    if (from < PUBLISH_PLACES || into < PUBLISH_PLACES) {
        write_name_in_neighbours_homewizard(out, name);
        ts2c_writer_int(out, neighbours_home_wizard_watts(self, from) - neighbours_home_wizard_watts(self, into));
    }
}

static inline int64_t neighbours_home_wizard_watts(neighbours_home_wizard_t *self, uint32_t index_)
{
    return index_ < PUBLISH_PLACES ? thousandths_in_neighbours_homewizard(&self->publisher->kept.readings[index_]) : 0;
}

static inline void neighbours_home_wizard_write_field(neighbours_home_wizard_t *self, ts2c_writer_t *out, neighbours_field_t field)
{
    const uint32_t index_ = neighbours_home_wizard_find_number(self, field.code);
    if (index_ >= PUBLISH_PLACES) {
        return;
    }
    publish_kept_reading_t *const reading = &self->publisher->kept.readings[index_];
    write_name_in_neighbours_homewizard(out, field.name);
    if (field.is_power) {
        ts2c_writer_int(out, thousandths_in_neighbours_homewizard(reading));
    } else {
        ts2c_writer_decimal(out, reading->value, reading->decimals);
    }
}

/** When the highest quarter of an hour was. The field's name lacks a letter in the API too. */
static inline void neighbours_home_wizard_write_peak(neighbours_home_wizard_t *self, ts2c_writer_t *out)
{
    const uint32_t index_ = neighbours_home_wizard_find_number(self, p1_obis_code(1, 0, 1, 6, 0));
    if (index_ < PUBLISH_PLACES) {
        write_time_in_neighbours_homewizard(out, TS_TEXT("montly_power_peak_timestamp"), self->publisher->kept.readings[index_].time);
    }
}

/** The meters of gas, water and heat. */
static void neighbours_home_wizard_write_devices(neighbours_home_wizard_t *self, ts2c_writer_t *out)
{
    publish_kept_t *const kept = &self->publisher->kept;
    bool any = false;
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        publish_kept_reading_t *const reading = &kept->readings[i];
        if (!neighbours_home_wizard_is_there(self, i) || reading->kind != P1_READING_KIND_NUMBER || !p1_is_mbus_reading(reading->code)) {
            continue;
        }
        const ts_bytes id = neighbours_home_wizard_id_of(self, p1_channel(reading->code));
        if (reading->device == METER_DEVICE_CLASS_GAS && meter_meter_named_channel(self->publisher->meter, reading->code) == 0) {
            write_name_in_neighbours_homewizard(out, TS_TEXT("total_gas_m3"));
            ts2c_writer_decimal(out, reading->value, reading->decimals);
            write_time_in_neighbours_homewizard(out, TS_TEXT("gas_timestamp"), reading->time);
            write_name_in_neighbours_homewizard(out, TS_TEXT("gas_unique_id"));
            ts2c_writer_json_string(out, id);
        }
    }
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        publish_kept_reading_t *const reading = &kept->readings[i];
        if (!neighbours_home_wizard_is_there(self, i) || reading->kind != P1_READING_KIND_NUMBER || !p1_is_mbus_reading(reading->code)) {
            continue;
        }
        const uint32_t start = ts2c_writer_mark(out);
        ts2c_writer_text(out, any ? TS_TEXT(",") : TS_TEXT(",\"external\":["));
        const bool is_written = neighbours_home_wizard_write_device_of(self, out, reading);
        const uint32_t end = ts2c_writer_mark(out);
        ts2c_writer_text(out, TS_TEXT("]}\n"));
        if (!is_written || ts2c_writer_full(out)) {
            ts2c_writer_reset(out, start);
        } else {
            ts2c_writer_reset(out, end);
            any = true;
        }
    }
    ts2c_writer_text(out, any ? TS_TEXT("]") : TS_TEXT(""));
}

/** Writes one of them; false where its id or its time is not known, without which clients lose their way. */
static bool neighbours_home_wizard_write_device_of(neighbours_home_wizard_t *self, ts2c_writer_t *out, publish_kept_reading_t *reading)
{
    const ts_bytes id = neighbours_home_wizard_id_of(self, p1_channel(reading->code));
    const ts_bytes topic = meter_meter_describe(self->publisher->meter, reading->code).topic;
    if (id.length == 0u || reading->time == P1_NO_TIME || topic.length <= TOTAL_IN_NEIGHBOURS_HOMEWIZARD) {
        return false;
    }
    ts2c_writer_text(out, TS_TEXT("{\"unique_id\":"));
    ts2c_writer_json_string(out, id);
    ts2c_writer_text(out, TS_TEXT(",\"type\":"));
    ts2c_writer_json_string(out, ts_bytes_subarray(topic, TOTAL_IN_NEIGHBOURS_HOMEWIZARD, 4294967295u));
    write_time_in_neighbours_homewizard(out, TS_TEXT("timestamp"), reading->time);
    write_name_in_neighbours_homewizard(out, TS_TEXT("value"));
    ts2c_writer_decimal(out, reading->value, reading->decimals);
    write_name_in_neighbours_homewizard(out, TS_TEXT("unit"));
    ts2c_writer_json_string(out, p1_unit_texts[reading->unit]);
    ts2c_writer_text(out, TS_TEXT("}"));
    return true;
}

static inline void write_name_in_neighbours_homewizard(ts2c_writer_t *out, ts_bytes name)
{
    ts2c_writer_text(out, TS_TEXT(",\""));
    ts2c_writer_text(out, name);
    ts2c_writer_text(out, TS_TEXT("\":"));
}

static inline void write_energy_name(ts2c_writer_t *out, ts_bytes direction, uint32_t tariff)
{
    ts2c_writer_text(out, TS_TEXT(",\"total_power_"));
    ts2c_writer_text(out, direction);
    if (tariff > 0u) {
        ts2c_writer_text(out, TS_TEXT("_t"));
        ts2c_writer_int(out, tariff);
    }
    ts2c_writer_text(out, TS_TEXT("_kwh\":"));
}

/** Writes a time as the API has it: a number that shows the clock on the wall, YYMMDDhhmmss. */
static inline void write_time_in_neighbours_homewizard(ts2c_writer_t *out, ts_bytes name, uint32_t time)
{
    const simulator_local_time_t local = simulator_local_time(time, false);
    if (time != P1_NO_TIME && local.year >= 2010) {
        write_name_in_neighbours_homewizard(out, name);
        simulator_write_stamp(out, local);
    }
}

/** A reading in W or Wh, or in thousandths of whatever else it counts. */
static int64_t thousandths_in_neighbours_homewizard(publish_kept_reading_t *reading)
{
    const bool is_small = reading->unit == P1_UNIT_W || reading->unit == P1_UNIT_WH;
    int64_t value = ts_max_i64(-LARGEST_IN_NEIGHBOURS_HOMEWIZARD, ts_min_i64(reading->value, LARGEST_IN_NEIGHBOURS_HOMEWIZARD));
    uint32_t decimals = reading->decimals;
    for (uint32_t i = 0; i < 3u && !is_small; i++) {
        if (decimals > 0u) {
            decimals--;
        } else {
            value = ts_max_i64(-LARGEST_IN_NEIGHBOURS_HOMEWIZARD, ts_min_i64(value * 10, LARGEST_IN_NEIGHBOURS_HOMEWIZARD));
        }
    }
    for (; decimals > 0u; decimals--) {
        value = value / 10 + 0;
    }
    return value;
}
