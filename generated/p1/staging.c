/* Made by ts2c from ts/p1/staging.ts: change that file, not this one. */

#include "p1/staging.h"

static bool p1_staging_place(p1_staging_t *self, uint32_t code, p1_reading_kind_t kind, uint32_t line, uint32_t mark);
static inline uint32_t mark_of(uint32_t code);

void p1_staged_reading_init(p1_staged_reading_t *self)
{
    memset(self, 0, sizeof(*self));
    self->time = P1_NO_TIME;
    self->kind = P1_READING_KIND_NUMBER;
    self->unit = P1_UNIT_NONE;
}

void p1_skipped_line_init(p1_skipped_line_t *self)
{
    memset(self, 0, sizeof(*self));
    self->why = P1_SKIP_REASON_CODE;
}

void p1_staging_init(p1_staging_t *self)
{
    memset(self, 0, sizeof(*self));
    for (uint32_t i = 0; i < 96; i++) {
        p1_staged_reading_init(&self->readings[i]);
    }
    for (uint32_t i_2 = 0; i_2 < 32; i_2++) {
        p1_skipped_line_init(&self->skipped[i_2]);
    }
    p1_text_store_init(&self->text);
}

void p1_staging_clear(p1_staging_t *self)
{
    self->count = 0;
    self->skipped_kept = 0;
    self->skipped_count = 0;
    p1_text_store_clear(&self->text);
    ts_span_u32_fill((ts_span_u32){.data = self->marks, .length = 8}, 0, 0, 4294967295u);
}

bool p1_staging_add_number(p1_staging_t *self, uint32_t code, uint32_t line, p1_quantity_t number, uint32_t time, uint16_t mark)
{
    const uint32_t index_ = self->count;
    if (!p1_staging_place(self, code, P1_READING_KIND_NUMBER, line, mark) || index_ >= P1_READINGS) {
        return false;
    }
    p1_staged_reading_t *const reading = &self->readings[index_];
    reading->value = number.value;
    reading->decimals = number.decimals;
    reading->unit = number.unit;
    reading->time = time;
    return true;
}

bool p1_staging_add_short(p1_staging_t *self, uint32_t code, uint32_t value, uint8_t decimals, p1_unit_t unit, uint32_t time)
{
    const uint32_t index_ = self->count;
    if (index_ >= P1_READINGS) {
        return false;
    }
    p1_staged_reading_t *const reading = &self->readings[index_];
    reading->code = code;
    reading->kind = P1_READING_KIND_NUMBER;
    reading->value = value;
    reading->decimals = decimals;
    reading->unit = unit;
    reading->time = time;
    reading->text_from = 0;
    reading->text_length = 0;
    self->count = (uint8_t)(index_ + 1u);
    return true;
}

bool p1_staging_add_text(p1_staging_t *self, uint32_t code, uint32_t line, p1_reading_kind_t kind, uint16_t mark)
{
    return p1_staging_place(self, code, kind, line, mark);
}

bool p1_staging_add_time(p1_staging_t *self, uint32_t code, uint32_t line, uint32_t time)
{
    const uint32_t index_ = self->count;
    if (!p1_staging_place(self, code, P1_READING_KIND_TIME, line, p1_text_store_mark(&self->text)) || index_ >= P1_READINGS) {
        return false;
    }
    self->readings[index_].time = time;
    return true;
}

/** Takes the next place, with the texts since `mark`. Where there is none, those texts are taken back. */
static bool p1_staging_place(p1_staging_t *self, uint32_t code, p1_reading_kind_t kind, uint32_t line, uint32_t mark)
{
    if (self->count >= P1_READINGS) {
        p1_text_store_reset(&self->text, (uint16_t)mark);
        p1_staging_skip(self, line, code, P1_SKIP_REASON_FULL);
        return false;
    }
    const uint32_t end = p1_text_store_mark(&self->text);
    p1_staged_reading_t *const reading = &self->readings[self->count];
    reading->code = code;
    reading->kind = kind;
    reading->value = 0;
    reading->decimals = 0;
    reading->unit = P1_UNIT_NONE;
    reading->time = P1_NO_TIME;
    reading->text_from = (uint16_t)mark;
    reading->text_length = (uint16_t)(end >= mark ? end - mark : 0u);
    self->count++;
    (void)p1_staging_is_new(self, code);
    return true;
}

bool p1_staging_is_new(p1_staging_t *self, uint32_t code)
{
    const uint32_t mark = mark_of(code);
    const uint32_t marks = self->marks[(int32_t)mark >> 5];
    self->marks[(int32_t)mark >> 5] = marks | (uint32_t)(1u << (mark & 31u));
    return ((marks >> (mark & 31u)) & 1u) == 0u;
}

void p1_staging_skip(p1_staging_t *self, uint32_t line, uint32_t code, p1_skip_reason_t why)
{
    if (self->skipped_kept < P1_SKIPPED_LINES) {
        p1_skipped_line_t *const skipped = &self->skipped[self->skipped_kept];
        skipped->line = (uint16_t)ts_min_u32(line, 65535);
        skipped->code = code;
        skipped->why = why;
        self->skipped_kept++;
    }
    self->skipped_count = self->skipped_count + 1u;
}

bool p1_staging_has(p1_staging_t *self, uint32_t code)
{
    const uint32_t mark = mark_of(code);
    return ((self->marks[(int32_t)mark >> 5] >> (mark & 31u)) & 1u) != 0u && p1_staging_find(self, code) < self->count;
}

uint8_t p1_staging_find(p1_staging_t *self, uint32_t code)
{
    for (uint32_t i = 0; i < self->count && true; i++) {
        if (self->readings[i].code == code) {
            return (uint8_t)i;
        }
    }
    return self->count;
}

ts_bytes p1_staging_text_of(p1_staging_t *self, p1_staged_reading_t *reading)
{
    return p1_text_store_view(&self->text, reading->text_from, reading->text_length);
}

/** A code's place among the marks. By this factor, two codes of one telegram hardly ever have the same. */
static inline uint32_t mark_of(uint32_t code)
{
    return (uint32_t)ts_imul(code, 0x872e0bdbu) >> 24;
}
