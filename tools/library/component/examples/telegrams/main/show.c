#include "show.h"

#include <stdio.h>

static uint8_t line[4096];

static void print(ts2c_writer_t *writer)
{
    const ts_bytes text = ts2c_writer_view(writer);
    printf("%.*s\n", (int)text.length, (const char *)text.data);
}

static void show_reading(p1_reader_t *reader, ts2c_writer_t *writer, p1_staged_reading_t *reading)
{
    ts2c_writer_clear(writer);
    p1_reader_write_topic(reader, writer, reading);
    ts2c_writer_byte(writer, ' ');
    p1_reader_write_value(reader, writer, reading);
    for (bool more = p1_reader_first_entry(reader, reading); more; more = p1_reader_next_entry(reader, reading)) {
        p1_reader_write_entry(reader, writer, reading);
    }
    print(writer);
}

void show_outcome(p1_reader_t *reader)
{
    ts2c_writer_t writer;
    ts2c_writer_init(&writer, (ts_span_u8){.data = line, .length = sizeof(line)});
    switch (p1_reader_outcome(reader)) {
    case P1_OUTCOME_MORE:
        break;
    case P1_OUTCOME_TELEGRAM:
        for (uint32_t i = 0; i < p1_reader_count(reader); i++) {
            show_reading(reader, &writer, p1_reader_reading(reader, i));
        }
        break;
    case P1_OUTCOME_ENCRYPTED:
        puts("A telegram is encrypted: p1_reader_unlock takes its key.");
        break;
    default:
        puts("A telegram was damaged.");
        break;
    }
}
