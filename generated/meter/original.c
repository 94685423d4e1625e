/* Made by ts2c from ts/meter/original.ts: change that file, not this one. */

#include "meter/original.h"

#define FIRST_DEVICE_ID 23068928

#define ID 96

#define ENERGY 8

static inline bool write_tariff(ts2c_writer_t *writer, uint32_t kind, uint32_t number);

bool meter_write_original_topic(ts2c_writer_t *writer, uint32_t code, meter_entry_t entry)
{
    if (code == FIRST_DEVICE_ID) {
        ts2c_writer_text(writer, TS_TEXT("equipment/p1_meter_id"));
        return true;
    }
    if (p1_medium(code) == 0 && p1_quantity(code) == ID && p1_measurement(code) == 1 && p1_tariff(code) == 1) {
        ts2c_writer_text(writer, TS_TEXT("equipment/m-bus_"));
        ts2c_writer_int(writer, p1_channel(code));
        ts2c_writer_text(writer, TS_TEXT("_id"));
        return true;
    }
    if (ts_text_equal(entry.topic, METER_UNKNOWN.topic)) {
        p1_write_code(writer, code);
        return true;
    }
    return p1_medium(code) == 1 && p1_measurement(code) == ENERGY && write_tariff(writer, p1_quantity(code), p1_tariff(code));
}

/** Energy from the net or into it, at tariff 1 or 2. */
static inline bool write_tariff(ts2c_writer_t *writer, uint32_t kind, uint32_t number)
{
    if ((kind != 1u && kind != 2u) || (number != 1u && number != 2u)) {
        return false;
    }
    ts2c_writer_text(writer, kind == 1u ? TS_TEXT("total/consumption_") : TS_TEXT("total/production_"));
    ts2c_writer_text(writer, number == 1u ? TS_TEXT("low_tariff") : TS_TEXT("high_tariff"));
    return true;
}
