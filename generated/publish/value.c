/* Made by ts2c from ts/publish/value.ts. Change that file and run `npm run generate`. */

#include "publish/value.h"

#define QUOTE 34

static void write_list(ts2c_writer_t *out, ts_bytes groups);
static void write_entry(ts2c_writer_t *out, p1_dated_list_t *list, ts_bytes groups);

void publish_write_unit(ts2c_writer_t *out, publish_kept_reading_t *reading, ts_bytes text)
{
    if (reading->kind != P1_READING_KIND_NUMBER || reading->unit == P1_UNIT_NONE) {
        return;
    }
    if (reading->unit == P1_UNIT_OTHER) {
        ts2c_writer_bytes(out, text);
    } else {
        ts2c_writer_text(out, p1_unit_texts[reading->unit]);
    }
}

void publish_write_value(ts2c_writer_t *out, publish_kept_reading_t *reading, ts_bytes text)
{
    switch (reading->kind) {
    case P1_READING_KIND_NUMBER:
        ts2c_writer_decimal(out, reading->value, reading->decimals);
        break;
    case P1_READING_KIND_TEXT:
        ts2c_writer_bytes(out, text);
        break;
    case P1_READING_KIND_TIME:
        p1_write_time(out, reading->time);
        break;
    case P1_READING_KIND_LIST:
        write_list(out, text);
        break;
    default:
        break;
    }
}

void publish_write_json_value(ts2c_writer_t *out, publish_kept_reading_t *reading, ts_bytes text)
{
    switch (reading->kind) {
    case P1_READING_KIND_TEXT:
        ts2c_writer_json_string(out, text);
        break;
    case P1_READING_KIND_LIST:
        write_list(out, text);
        break;
    default:
        ts2c_writer_byte(out, QUOTE);
        publish_write_value(out, reading, text);
        ts2c_writer_byte(out, QUOTE);
        break;
    }
}

/** Writes the groups of a list as `[{"time":"2024-01-12T14:24:15Z","value":"240","unit":"s"}, …]`, without `time` where none is known. */
static void write_list(ts2c_writer_t *out, ts_bytes groups)
{
    p1_dated_list_t list = {0};
    p1_dated_list_init(&list);
    p1_dated_list_start(&list);
    bool separated = true;
    ts2c_writer_byte(out, 91);
    while (p1_dated_list_next(&list, groups)) {
        if (!separated) {
            ts2c_writer_byte(out, 44);
        }
        separated = false;
        write_entry(out, &list, groups);
    }
    ts2c_writer_byte(out, 93);
}

static void write_entry(ts2c_writer_t *out, p1_dated_list_t *list, ts_bytes groups)
{
    ts2c_writer_byte(out, 123);
    if (list->time != P1_NO_TIME) {
        ts2c_writer_text(out, TS_TEXT("\"time\":\""));
        p1_write_time(out, list->time);
        ts2c_writer_text(out, TS_TEXT("\","));
    }
    ts2c_writer_text(out, TS_TEXT("\"value\":\""));
    ts2c_writer_decimal(out, list->value, list->decimals);
    ts2c_writer_text(out, TS_TEXT("\",\"unit\":"));
    if (list->unit == P1_UNIT_OTHER) {
        ts2c_writer_json_string(out, ts_bytes_subarray(groups, list->unit_from, list->unit_to));
    } else if (list->unit == P1_UNIT_NONE) {
        ts2c_writer_text(out, TS_TEXT("\"\""));
    } else {
        ts2c_writer_json_string(out, p1_unit_texts[list->unit]);
    }
    ts2c_writer_byte(out, 125);
}
