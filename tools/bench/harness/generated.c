/** The reader as ts2c makes it of ts/p1 and ts/meter. */

#include "contest.h"
#include "meter/meter.h"
#include "p1/plain.h"

static struct {
    p1_staging_t staging;
    p1_counters_t counters;
    p1_line_reader_t lines;
    p1_plain_reader_t reader;
    p1_dated_list_t list;
    meter_meter_t meter;
} all;

void contestant_start(void)
{
    p1_staging_init(&all.staging);
    p1_counters_init(&all.counters);
    p1_line_reader_init(&all.lines, &all.staging);
    p1_plain_reader_init(&all.reader, &all.staging, &all.lines, &all.counters);
    p1_dated_list_init(&all.list);
    meter_meter_init(&all.meter);
}

size_t contestant_ram(void)
{
    return sizeof(all);
}

static ts_bytes text_of(const p1_staged_reading_t *staged)
{
    return p1_text_store_view(&all.staging.text, staged->text_from, staged->text_length);
}

static void give(const p1_staged_reading_t *staged)
{
    const meter_entry_t entry = meter_meter_describe(&all.meter, staged->code);
    reading_t reading = {
        .code = staged->code,
        .topic = (const char *)entry.topic.data,
        .topic_length = entry.topic.length,
        .channel = meter_meter_named_channel(&all.meter, staged->code),
    };
    switch (staged->kind) {
    case P1_READING_KIND_NUMBER: {
        const ts_bytes unit = staged->unit == P1_UNIT_OTHER ? text_of(staged) : p1_unit_texts[staged->unit];
        reading.kind = READING_NUMBER;
        reading.value = staged->value;
        reading.decimals = staged->decimals;
        reading.time = staged->time;
        if (staged->unit != P1_UNIT_NONE) {
            reading.unit = (const char *)unit.data;
            reading.unit_length = unit.length;
        }
        break;
    }
    case P1_READING_KIND_TEXT: {
        const ts_bytes text = text_of(staged);
        reading.kind = READING_TEXT;
        reading.text = (const char *)text.data;
        reading.text_length = text.length;
        break;
    }
    case P1_READING_KIND_TIME:
        reading.kind = READING_TIME;
        reading.time = staged->time;
        break;
    case P1_READING_KIND_LIST: {
        const ts_bytes text = text_of(staged);
        reading.kind = READING_ENTRY;
        p1_dated_list_start(&all.list);
        while (p1_dated_list_next(&all.list, text)) {
            const ts_bytes unit = all.list.unit == P1_UNIT_OTHER
                                      ? ts_bytes_subarray(text, all.list.unit_from, all.list.unit_to)
                                      : p1_unit_texts[all.list.unit];
            reading.value = all.list.value;
            reading.decimals = all.list.decimals;
            reading.time = all.list.time;
            reading.unit = (const char *)unit.data;
            reading.unit_length = all.list.unit == P1_UNIT_NONE ? 0 : unit.length;
            contest_reading(&reading);
        }
        return;
    }
    }
    contest_reading(&reading);
}

bool contestant_take(const uint8_t *bytes, size_t length)
{
    const ts_bytes chunk = {.data = bytes, .length = (uint32_t)length};
    for (uint32_t at = 0; at < chunk.length;) {
        const uint32_t next = p1_plain_reader_read(&all.reader, chunk, at);
        // An encrypted frame may begin: nobody here takes it.
        at = next > at ? next : at + 1;
        if (all.reader.outcome == P1_OUTCOME_TELEGRAM) {
            meter_meter_take(&all.meter, &all.staging, p1_plain_reader_identification(&all.reader));
            for (uint32_t i = 0; i < all.staging.count; i++) {
                give(&all.staging.readings[i]);
            }
            return true;
        }
    }
    return false;
}
