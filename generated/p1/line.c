/* Made by ts2c from ts/p1/line.ts: change that file, not this one. */

#include "p1/line.h"

static uint32_t p1_line_reader_take_lines(p1_line_reader_t *self, ts_bytes bytes, uint32_t from, uint32_t end, uint32_t number);
static uint32_t p1_line_reader_take_long(p1_line_reader_t *self, ts_bytes bytes, uint32_t from, uint32_t end, p1_parsed_code_t parsed, p1_form_t form, uint32_t number);
static inline bool p1_line_reader_is_whole(p1_line_reader_t *self, ts_bytes bytes, uint32_t from, uint32_t stop);
static inline void p1_line_reader_note_code(p1_line_reader_t *self, uint32_t code);
static inline void p1_line_reader_take_groups(p1_line_reader_t *self, ts_bytes line, uint32_t from, p1_form_t form, uint32_t code, uint32_t number);
static void p1_line_reader_take_value(p1_line_reader_t *self, ts_bytes line, p1_groups_t groups, p1_form_t form, uint32_t code, uint32_t number);
static inline void p1_line_reader_take_word(p1_line_reader_t *self, ts_bytes line, uint32_t from, uint32_t to, p1_form_t form, uint32_t code, uint32_t number);
static void p1_line_reader_take_number(p1_line_reader_t *self, ts_bytes line, p1_groups_t groups, uint32_t code, uint32_t number);
static inline void p1_line_reader_take_any(p1_line_reader_t *self, ts_bytes line, p1_groups_t groups, uint32_t code, uint32_t number);
static inline void p1_line_reader_take_text(p1_line_reader_t *self, ts_bytes line, uint32_t from, uint32_t to, p1_form_t form, uint32_t code, uint32_t number);
static inline void p1_line_reader_take_clock(p1_line_reader_t *self, ts_bytes line, uint32_t from, uint32_t to, uint32_t code, uint32_t number);
static bool p1_line_reader_take_list(p1_line_reader_t *self, ts_bytes line, uint32_t from, uint32_t to, uint32_t code, uint32_t number);
static inline void p1_line_reader_take_gas(p1_line_reader_t *self, ts_bytes line, p1_groups_t groups, uint32_t code, uint32_t number);
static inline uint32_t time_of(ts_bytes line, p1_groups_t groups);

void p1_line_reader_init(p1_line_reader_t *self, p1_staging_t *staging)
{
    memset(self, 0, sizeof(*self));
    p1_dated_list_init(&self->list);
    self->staging = staging;
}

void p1_line_reader_clear(p1_line_reader_t *self)
{
    p1_staging_clear(self->staging);
    self->crc_demanded = false;
}

void p1_line_reader_take(p1_line_reader_t *self, ts_bytes bytes, uint32_t end, uint32_t number)
{
    (void)p1_line_reader_take_lines(self, bytes, 0, end, number);
}

uint32_t p1_line_reader_take_whole(p1_line_reader_t *self, ts_bytes bytes, uint32_t from, uint32_t number)
{
    return p1_line_reader_take_lines(self, bytes, from, 0, number);
}

/** Takes one line that ends at `end`, or, where that is 0, all lines that end with CR LF. */
static uint32_t p1_line_reader_take_lines(p1_line_reader_t *self, ts_bytes bytes, uint32_t from, uint32_t end, uint32_t number)
{
    uint32_t at = from;
    uint32_t line = number;
    for (;;) {
        const p1_parsed_code_t parsed = p1_parse_code(bytes, at);
        const p1_form_t form = p1_form_of(parsed.code);
        uint32_t next_2 = 0;
        if (end == 0u && parsed.end > 0u && (form == P1_FORM_NUMBER || form == P1_FORM_ANY)) {
            next_2 = p1_take_short(bytes, parsed.end, parsed.code, form, self->staging);
        }
        if (next_2 == 0u) {
            next_2 = p1_line_reader_take_long(self, bytes, at, end, parsed, form, line);
        }
        if (next_2 <= at || end > 0u) {
            self->taken = line - number;
            return at;
        }
        at = next_2;
        line = line + 1u;
    }
}

/** Takes a line that is no short one. Returns the index behind it and its line end, or `from` where it is not whole. */
static uint32_t p1_line_reader_take_long(p1_line_reader_t *self, ts_bytes bytes, uint32_t from, uint32_t end, p1_parsed_code_t parsed, p1_form_t form, uint32_t number)
{
    const ts_bytes text = ts_bytes_subarray(bytes, 0, end == 0u ? (int64_t)from + P1_LINE_LIMIT : (int64_t)end);
    const uint32_t code = parsed.code;
    if (parsed.end > from && (form == P1_FORM_TEXT || form == P1_FORM_MESSAGE || form == P1_FORM_CLOCK)) {
        const uint32_t close = p1_only_group_end(text, parsed.end);
        if (close > 0u && p1_ends_line(bytes, close + 1u) && !p1_staging_has(self->staging, code)) {
            p1_line_reader_note_code(self, code);
            p1_line_reader_take_word(self, bytes, parsed.end + 1u, close, form, code, number);
            return close + 3u;
        }
    }
    const uint32_t stop = end == 0u ? p1_row_end(text, from) : end;
    if (end == 0u && !p1_line_reader_is_whole(self, bytes, from, stop)) {
        return from;
    }
    if (parsed.end > from && parsed.end < stop) {
        p1_line_reader_take_groups(self, ts_bytes_subarray(bytes, from, stop), parsed.end - from, form, code, number);
    } else {
        p1_staging_skip(self->staging, number, 0, P1_SKIP_REASON_CODE);
    }
    return stop + 2u;
}

/** Whether `bytes[from … stop)` is a line, and all that has to be known of it is there. */
static inline bool p1_line_reader_is_whole(p1_line_reader_t *self, ts_bytes bytes, uint32_t from, uint32_t stop)
{
    (void)self;
    if (from >= bytes.length || bytes.length - from < P1_CODE_WINDOW) {
        return false;
    }
    return stop > from && bytes.data[from] != P1_EXCLAMATION_MARK && p1_ends_line(bytes, stop);
}

/** Whether a code demands a CRC. */
static inline void p1_line_reader_note_code(p1_line_reader_t *self, uint32_t code)
{
    if (p1_demands_crc(code)) {
        self->crc_demanded = true;
    }
}

/** Takes the groups of a line, which begin at `from`. */
static inline void p1_line_reader_take_groups(p1_line_reader_t *self, ts_bytes line, uint32_t from, p1_form_t form, uint32_t code, uint32_t number)
{
    p1_line_reader_note_code(self, code);
    const bool is_new = !p1_staging_has(self->staging, code);
    if (is_new && form == P1_FORM_LIST && p1_line_reader_take_list(self, line, from, p1_trim_end(line, from, line.length), code, number)) {
        return;
    }
    const p1_groups_t groups = p1_split_groups(line, from, line.length);
    if (groups.count == 0u) {
        p1_staging_skip(self->staging, number, code, P1_SKIP_REASON_BRACKETS);
    } else if (is_new) {
        p1_line_reader_take_value(self, line, groups, form, code, number);
    } else {
        p1_staging_skip(self->staging, number, code, P1_SKIP_REASON_TWICE);
    }
}

static void p1_line_reader_take_value(p1_line_reader_t *self, ts_bytes line, p1_groups_t groups, p1_form_t form, uint32_t code, uint32_t number)
{
    const p1_group_t last = groups.last;
    switch (form) {
    case P1_FORM_NUMBER:
        p1_line_reader_take_number(self, line, groups, code, number);
        break;
    case P1_FORM_ANY:
        p1_line_reader_take_any(self, line, groups, code, number);
        break;
    case P1_FORM_TEXT:
    case P1_FORM_MESSAGE:
    case P1_FORM_CLOCK:
        p1_line_reader_take_word(self, line, last.from, last.to, form, code, number);
        break;
    case P1_FORM_LIST:
        p1_staging_skip(self->staging, number, code, P1_SKIP_REASON_LIST);
        break;
    case P1_FORM_GAS:
        p1_line_reader_take_gas(self, line, groups, code, number);
        break;
    default:
        break;
    }
}

/** Takes `line[from … to)`, which is no number. */
static inline void p1_line_reader_take_word(p1_line_reader_t *self, ts_bytes line, uint32_t from, uint32_t to, p1_form_t form, uint32_t code, uint32_t number)
{
    if (form == P1_FORM_CLOCK) {
        p1_line_reader_take_clock(self, line, from, to, code, number);
    } else {
        p1_line_reader_take_text(self, line, from, to, form, code, number);
    }
}

/** The last group is the number; a time stamp in the first one says when it was read. */
static void p1_line_reader_take_number(p1_line_reader_t *self, ts_bytes line, p1_groups_t groups, uint32_t code, uint32_t number)
{
    const p1_group_t last = groups.last;
    if (p1_trim_end(line, last.from, last.to) == last.from) {
        p1_staging_skip(self->staging, number, code, P1_SKIP_REASON_EMPTY);
        return;
    }
    const p1_quantity_t parsed = p1_parse_quantity(line, last.from, last.to);
    if (!parsed.ok) {
        p1_staging_skip(self->staging, number, code, P1_SKIP_REASON_NUMBER);
        return;
    }
    const uint32_t time = time_of(line, groups);
    if (time == P1_NO_TIME && parsed.unit == P1_UNIT_NONE && p1_is_mbus_reading(code)) {
        p1_staging_skip(self->staging, number, code, P1_SKIP_REASON_ABSENT);
        return;
    }
    const uint32_t mark = p1_text_store_mark(&self->staging->text);
    if (parsed.unit == P1_UNIT_OTHER && !p1_text_store_add_text(&self->staging->text, line, parsed.unit_from, parsed.unit_to)) {
        p1_staging_skip(self->staging, number, code, P1_SKIP_REASON_FULL);
        return;
    }
    (void)p1_staging_add_number(self->staging, code, number, parsed, time, (uint16_t)mark);
}

/** A number where the last group is one, otherwise a text: `0-0:96.14.0(TARIFF 1)`. */
static inline void p1_line_reader_take_any(p1_line_reader_t *self, ts_bytes line, p1_groups_t groups, uint32_t code, uint32_t number)
{
    if (p1_parse_quantity(line, groups.last.from, groups.last.to).ok) {
        p1_line_reader_take_number(self, line, groups, code, number);
    } else {
        p1_line_reader_take_text(self, line, groups.last.from, groups.last.to, P1_FORM_ANY, code, number);
    }
}

static inline void p1_line_reader_take_text(p1_line_reader_t *self, ts_bytes line, uint32_t from, uint32_t to, p1_form_t form, uint32_t code, uint32_t number)
{
    p1_text_store_t *const text = &self->staging->text;
    const uint32_t mark = p1_text_store_mark(text);
    const bool fits = form == P1_FORM_MESSAGE ? p1_text_store_add_message(text, line, from, to) : p1_text_store_add_text(text, line, from, to);
    if (!fits) {
        p1_staging_skip(self->staging, number, code, P1_SKIP_REASON_FULL);
        return;
    }
    (void)p1_staging_add_text(self->staging, code, number, P1_READING_KIND_TEXT, (uint16_t)mark);
}

static inline void p1_line_reader_take_clock(p1_line_reader_t *self, ts_bytes line, uint32_t from, uint32_t to, uint32_t code, uint32_t number)
{
    const uint32_t time = p1_parse_timestamp(ts_bytes_subarray(line, from, to));
    if (time == P1_NO_TIME) {
        p1_staging_skip(self->staging, number, code, P1_SKIP_REASON_TIME);
        return;
    }
    (void)p1_staging_add_time(self->staging, code, number, time);
}

/** A list is kept as it was sent, once it is known that it can be read. Says whether it can. */
static bool p1_line_reader_take_list(p1_line_reader_t *self, ts_bytes line, uint32_t from, uint32_t to, uint32_t code, uint32_t number)
{
    const ts_bytes groups = ts_bytes_subarray(line, from, to);
    uint32_t entries = 0;
    p1_dated_list_start(&self->list);
    while (p1_dated_list_next(&self->list, groups)) {
        entries = entries + 1u;
    }
    if (p1_dated_list_failed(&self->list) || entries < self->list.announced) {
        return false;
    }
    const uint32_t mark = p1_text_store_mark(&self->staging->text);
    if (p1_text_store_add(&self->staging->text, line, from, to)) {
        (void)p1_staging_add_text(self->staging, code, number, P1_READING_KIND_LIST, (uint16_t)mark);
    } else {
        p1_staging_skip(self->staging, number, code, P1_SKIP_REASON_FULL);
    }
    return true;
}

/**
 * Gas as DSMR 2.2 and 3 send it: `0-1:24.3.0(161107190000)(00)(60)(1)(0-1:24.2.1)(m3)(00001.001)`, the last group on the
 * same line or the next. Its time does not say whether it is summer time, so that it is not used.
 */
static inline void p1_line_reader_take_gas(p1_line_reader_t *self, ts_bytes line, p1_groups_t groups, uint32_t code, uint32_t number)
{
    const p1_quantity_t parsed = p1_parse_quantity(line, groups.last.from, groups.last.to);
    if (groups.count < 3u || !parsed.ok || parsed.unit == P1_UNIT_OTHER) {
        p1_staging_skip(self->staging, number, code, P1_SKIP_REASON_NUMBER);
        return;
    }
    const p1_unit_t unit = p1_find_unit(line, groups.before_last.from, groups.before_last.to);
    const p1_quantity_t gas = (p1_quantity_t){.ok = true, .value = parsed.value, .decimals = parsed.decimals, .unit = unit == P1_UNIT_OTHER ? parsed.unit : unit, .unit_from = 0, .unit_to = 0};
    (void)p1_staging_add_number(self->staging, code, number, gas, P1_NO_TIME, p1_text_store_mark(&self->staging->text));
}

/** When a value was read: the time stamp in the first group of several. */
static inline uint32_t time_of(ts_bytes line, p1_groups_t groups)
{
    return groups.count < 2u ? P1_NO_TIME : p1_parse_timestamp(ts_bytes_subarray(line, groups.first.from, groups.first.to));
}
