/* Made by ts2c from ts/meter/write.ts: change that file, not this one. */

#include "meter/write.h"

#define PERCENT 37

#define UNDERSCORE_IN_METER_WRITE 95

static inline bool is_plain(uint32_t byte);
static inline void write_json_time(ts2c_writer_t *writer, uint32_t time);

void meter_write_topic_unit(ts2c_writer_t *writer, p1_unit_t unit, ts_bytes spelling)
{
    if (unit == P1_UNIT_OTHER) {
        for (uint32_t i = 0; i < spelling.length; i++) {
            const uint8_t byte = spelling.data[i];
            ts2c_writer_byte(writer, (uint8_t)(is_plain(byte) ? byte : UNDERSCORE_IN_METER_WRITE));
        }
    } else if (unit != P1_UNIT_NONE) {
        ts2c_writer_text(writer, p1_unit_texts[unit]);
    }
}

/** Whether a character is a letter, a digit or `%`. */
static inline bool is_plain(uint32_t byte)
{
    return p1_is_digit((uint8_t)byte) || (p1_lower_case((uint8_t)byte) >= 97 && p1_lower_case((uint8_t)byte) <= 122) || byte == PERCENT;
}

void meter_write_json_unit(ts2c_writer_t *writer, p1_unit_t unit, ts_bytes spelling)
{
    if (unit == P1_UNIT_OTHER) {
        ts2c_writer_json_string(writer, spelling);
    } else if (unit == P1_UNIT_NONE) {
        ts2c_writer_text(writer, TS_TEXT("\"\""));
    } else {
        ts2c_writer_json_string(writer, p1_unit_texts[unit]);
    }
}

/** Writes a time as a JSON string, `null` for one that the meter's clock did not know. */
static inline void write_json_time(ts2c_writer_t *writer, uint32_t time)
{
    if (time == P1_NO_TIME) {
        ts2c_writer_text(writer, TS_TEXT("null"));
        return;
    }
    ts2c_writer_text(writer, TS_TEXT("\""));
    p1_write_time(writer, time);
    ts2c_writer_text(writer, TS_TEXT("\""));
}

void meter_write_entry(ts2c_writer_t *writer, p1_dated_list_t *list, ts_bytes groups)
{
    ts2c_writer_text(writer, TS_TEXT("{\"time\":"));
    write_json_time(writer, list->time);
    ts2c_writer_text(writer, TS_TEXT(",\"value\":\""));
    ts2c_writer_decimal(writer, list->value, list->decimals);
    ts2c_writer_text(writer, TS_TEXT("\""));
    if (list->unit != P1_UNIT_NONE) {
        ts2c_writer_text(writer, TS_TEXT(",\"unit\":"));
        meter_write_json_unit(writer, list->unit, ts_bytes_subarray(groups, list->unit_from, list->unit_to));
    }
    ts2c_writer_text(writer, TS_TEXT("}"));
}
