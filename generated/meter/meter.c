/* Made by ts2c from ts/meter/meter.ts: change that file, not this one. */

#include "meter/meter.h"

#define UNDERSCORE_IN_METER_METER 95

#define HISTORY_IN_METER_METER 6422784

static inline uint32_t meter_meter_standard_code(meter_meter_t *self, uint32_t code);
static inline void meter_meter_write_unit(meter_meter_t *self, ts2c_writer_t *writer, p1_staging_t *staging, p1_staged_reading_t *reading);
static inline uint32_t other_tariff(uint32_t number);

void meter_meter_init(meter_meter_t *self)
{
    memset(self, 0, sizeof(*self));
    self->country = METER_COUNTRY_UNKNOWN;
    meter_mbus_init(&self->mbus);
}

void meter_meter_take(meter_meter_t *self, p1_staging_t *staging, ts_bytes identification)
{
    self->country = meter_country_of(staging, identification);
    meter_mbus_take(&self->mbus, staging);
}

meter_entry_t meter_meter_describe(meter_meter_t *self, uint32_t code)
{
    if (p1_is_mbus_reading(code)) {
        const uint32_t index_ = meter_mbus_medium_of(&self->mbus, p1_channel(code));
        return index_ < 8u ? METER_MEDIA[index_].entry : METER_UNKNOWN;
    }
    if (code == HISTORY_IN_METER_METER && self->country == METER_COUNTRY_HUNGARY) {
        return METER_MONTH_END;
    }
    const uint32_t index_ = meter_find_entry(meter_meter_standard_code(self, code));
    return index_ < 185u ? METER_CATALOGUE[index_] : METER_UNKNOWN;
}

/**
 * The code under which the catalogue has a reading. Swiss meters count in group `1-1` what others count in `1-0`; in
 * Belgium tariff 1 is the high one and tariff 2 the low one, the other way round than in the Netherlands (e-MUCS P1,
 * note 2).
 */
static inline uint32_t meter_meter_standard_code(meter_meter_t *self, uint32_t code)
{
    const uint32_t kind = p1_quantity(code);
    if (p1_medium(code) != 1) {
        return code;
    }
    const bool swaps = self->country == METER_COUNTRY_BELGIUM && p1_measurement(code) == 8 && (kind == 1u || kind == 2u);
    const bool in_group1 = p1_channel(code) == 1 && meter_find_entry(code) >= 185u;
    if (!swaps && !in_group1) {
        return code;
    }
    const uint32_t number = swaps ? other_tariff(p1_tariff(code)) : (uint32_t)p1_tariff(code);
    return p1_obis_code(1, (uint8_t)(in_group1 ? 0 : p1_channel(code)), (uint8_t)kind, p1_measurement(code), (uint8_t)number);
}

void meter_meter_write_topic(meter_meter_t *self, ts2c_writer_t *writer, p1_staging_t *staging, p1_staged_reading_t *reading)
{
    meter_meter_write_name(self, writer, reading->code);
    meter_meter_write_unit(self, writer, staging, reading);
}

void meter_meter_write_own_topic(meter_meter_t *self, ts2c_writer_t *writer, ts_bytes topic, p1_staging_t *staging, p1_staged_reading_t *reading)
{
    (void)self;
    ts2c_writer_bytes(writer, topic);
    if (reading->kind == P1_READING_KIND_NUMBER && reading->unit != P1_UNIT_NONE) {
        ts2c_writer_byte(writer, UNDERSCORE_IN_METER_METER);
        meter_write_topic_unit(writer, reading->unit, p1_staging_text_of(staging, reading));
    }
}

void meter_meter_write_original_topic(meter_meter_t *self, ts2c_writer_t *writer, p1_staging_t *staging, p1_staged_reading_t *reading)
{
    if (!meter_write_original_topic(writer, reading->code, meter_meter_describe(self, reading->code))) {
        meter_meter_write_name(self, writer, reading->code);
    }
    meter_meter_write_unit(self, writer, staging, reading);
}

void meter_meter_write_name(meter_meter_t *self, ts2c_writer_t *writer, uint32_t code)
{
    const meter_entry_t entry = meter_meter_describe(self, code);
    ts2c_writer_text(writer, entry.topic);
    if (ts_text_equal(entry.topic, METER_UNKNOWN.topic)) {
        ts2c_writer_byte(writer, 0x2f);
        p1_write_code(writer, code);
    } else if (meter_meter_named_channel(self, code) != 0) {
        ts2c_writer_byte(writer, UNDERSCORE_IN_METER_METER);
        ts2c_writer_int(writer, meter_meter_named_channel(self, code));
    }
}

uint8_t meter_meter_named_channel(meter_meter_t *self, uint32_t code)
{
    return (uint8_t)(p1_is_mbus_reading(code) && !meter_mbus_is_meter(&self->mbus, p1_channel(code)) ? p1_channel(code) : 0);
}

/** What has no name has no unit behind it. */
static inline void meter_meter_write_unit(meter_meter_t *self, ts2c_writer_t *writer, p1_staging_t *staging, p1_staged_reading_t *reading)
{
    const bool is_named = !ts_text_equal(meter_meter_describe(self, reading->code).topic, METER_UNKNOWN.topic);
    if (is_named && reading->kind == P1_READING_KIND_NUMBER && reading->unit != P1_UNIT_NONE) {
        ts2c_writer_byte(writer, UNDERSCORE_IN_METER_METER);
        meter_write_topic_unit(writer, reading->unit, p1_staging_text_of(staging, reading));
    }
}

/** Tariff 2 for tariff 1, and the other way round; every other tariff for itself. */
static inline uint32_t other_tariff(uint32_t number)
{
    return number == 1u ? 2u : number == 2u ? 1u : number;
}

void meter_write_value(ts2c_writer_t *writer, p1_staging_t *staging, p1_staged_reading_t *reading)
{
    switch (reading->kind) {
    case P1_READING_KIND_NUMBER:
        ts2c_writer_decimal(writer, reading->value, reading->decimals);
        break;
    case P1_READING_KIND_TEXT:
        ts2c_writer_bytes(writer, p1_staging_text_of(staging, reading));
        break;
    case P1_READING_KIND_TIME:
        p1_write_time(writer, reading->time);
        break;
    case P1_READING_KIND_LIST:
        break;
    default:
        break;
    }
}
