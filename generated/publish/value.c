/* Made by ts2c from ts/publish/value.ts: change that file, not this one. */

#include "publish/value.h"

static void write_list(ts2c_writer_t *out, ts_bytes groups);

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
        ts2c_writer_text(out, TS_TEXT("\""));
        publish_write_value(out, reading, text);
        ts2c_writer_text(out, TS_TEXT("\""));
        break;
    }
}

/** Writes the groups of a list as an array of dated values. */
static void write_list(ts2c_writer_t *out, ts_bytes groups)
{
    p1_dated_list_t list = {0};
    p1_dated_list_init(&list);
    p1_dated_list_start(&list);
    bool separated = true;
    ts2c_writer_text(out, TS_TEXT("["));
    while (p1_dated_list_next(&list, groups)) {
        if (!separated) {
            ts2c_writer_text(out, TS_TEXT(","));
        }
        separated = false;
        meter_write_entry(out, &list, groups);
    }
    ts2c_writer_text(out, TS_TEXT("]"));
}
