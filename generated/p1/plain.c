/* Made by ts2c from ts/p1/plain.ts: change that file, not this one. */

#include "p1/plain.h"

static inline void p1_plain_reader_finish(p1_plain_reader_t *self, p1_outcome_t outcome);
static uint32_t p1_plain_reader_skip_noise(p1_plain_reader_t *self, ts_bytes bytes, uint32_t from);
static inline void p1_plain_reader_begin(p1_plain_reader_t *self);
static inline void p1_plain_reader_clear_telegram(p1_plain_reader_t *self);
static uint32_t p1_plain_reader_take_lines(p1_plain_reader_t *self, ts_bytes bytes, uint32_t from);
static inline uint32_t p1_plain_reader_take_whole(p1_plain_reader_t *self, ts_bytes bytes, uint32_t from);
static bool p1_plain_reader_take_stop(p1_plain_reader_t *self, uint32_t byte);
static void p1_plain_reader_end_row(p1_plain_reader_t *self, uint32_t end);
static void p1_plain_reader_restart(p1_plain_reader_t *self, bool truncates);
static inline void p1_plain_reader_take_identification(p1_plain_reader_t *self, uint32_t end);
static inline void p1_plain_reader_read_line(p1_plain_reader_t *self);
static uint32_t p1_plain_reader_take_footer(p1_plain_reader_t *self, ts_bytes bytes, uint32_t from);
static void p1_plain_reader_end_footer(p1_plain_reader_t *self, bool complete);
static inline void p1_plain_reader_accept(p1_plain_reader_t *self, p1_crc_t crc);

void p1_plain_reader_init(p1_plain_reader_t *self, p1_staging_t *staged, p1_line_reader_t *lines, p1_counters_t *counters)
{
    memset(self, 0, sizeof(*self));
    self->outcome = P1_OUTCOME_MORE;
    self->crc = P1_CRC_ARC;
    self->state = P1_STATE_NOISE;
    p1_checksum_init(&self->checksum);
    p1_line_buffer_init(&self->line);
    p1_footer_init(&self->footer);
    p1_identification_init(&self->name);
    self->staged = staged;
    self->lines = lines;
    self->counters = counters;
}

bool p1_plain_reader_is_idle(p1_plain_reader_t *self)
{
    return self->state == P1_STATE_NOISE;
}

ts_bytes p1_plain_reader_identification(p1_plain_reader_t *self)
{
    return p1_identification_view(&self->name);
}

uint16_t p1_plain_reader_crc_sent(p1_plain_reader_t *self)
{
    return p1_footer_sent(&self->footer);
}

uint16_t p1_plain_reader_crc_computed(p1_plain_reader_t *self)
{
    return p1_checksum_arc(&self->checksum);
}

uint32_t p1_plain_reader_read(p1_plain_reader_t *self, ts_bytes bytes, uint32_t from)
{
    self->outcome = P1_OUTCOME_MORE;
    uint32_t at = from;
    while (at < bytes.length && self->outcome == P1_OUTCOME_MORE) {
        switch (self->state) {
        case P1_STATE_NOISE:
            at = p1_plain_reader_skip_noise(self, bytes, at);
            if (self->state == P1_STATE_NOISE) {
                return at;
            }
            break;
        case P1_STATE_LINES:
            at = p1_plain_reader_take_lines(self, bytes, at);
            break;
        case P1_STATE_FOOTER:
            at = p1_plain_reader_take_footer(self, bytes, at);
            break;
        default:
            break;
        }
    }
    return at;
}

void p1_plain_reader_silence(p1_plain_reader_t *self)
{
    self->outcome = P1_OUTCOME_MORE;
    const p1_state_t state = self->state;
    self->state = P1_STATE_NOISE;
    if (state == P1_STATE_FOOTER) {
        p1_plain_reader_end_footer(self, false);
    } else if (state == P1_STATE_LINES && self->rows > 0u) {
        p1_plain_reader_finish(self, P1_OUTCOME_TRUNCATED);
    }
}

/** What is read comes to `outcome`; what follows belongs to no telegram. */
static inline void p1_plain_reader_finish(p1_plain_reader_t *self, p1_outcome_t outcome)
{
    self->state = P1_STATE_NOISE;
    self->outcome = outcome;
}

/** Goes on to the next `/`, or to what may be an encrypted frame. */
static uint32_t p1_plain_reader_skip_noise(p1_plain_reader_t *self, ts_bytes bytes, uint32_t from)
{
    uint32_t noise = 0;
    uint32_t at = from;
    for (; at < bytes.length; at++) {
        const uint32_t byte = bytes.data[at];
        if (byte == P1_SLASH || byte == P1_FRAME_TAG) {
            break;
        }
        // Line ends and spaces between telegrams are no noise.
        if (byte > P1_SPACE) {
            noise = noise + 1u;
        }
    }
    p1_counters_add_noise(self->counters, noise);
    if (at < bytes.length && bytes.data[at] == P1_SLASH) {
        p1_plain_reader_begin(self);
    }
    return at;
}

/** Begins a telegram; its `/` is the next byte. */
static inline void p1_plain_reader_begin(p1_plain_reader_t *self)
{
    self->state = P1_STATE_LINES;
    p1_plain_reader_clear_telegram(self);
    p1_line_buffer_clear(&self->line);
}

static inline void p1_plain_reader_clear_telegram(p1_plain_reader_t *self)
{
    p1_line_reader_clear(self->lines);
    p1_checksum_clear(&self->checksum);
    p1_identification_clear(&self->name);
    self->rows = 0;
    self->after_return = false;
}

/** Takes bytes of one row of a telegram, at most to its end. */
static uint32_t p1_plain_reader_take_lines(p1_plain_reader_t *self, ts_bytes bytes, uint32_t from)
{
    if (from >= bytes.length) {
        return bytes.length;
    }
    if (p1_line_buffer_is_at_row_start(&self->line) && self->rows > 0u) {
        const uint32_t first = bytes.data[from];
        if (first == P1_SLASH) {
            p1_plain_reader_finish(self, P1_OUTCOME_TRUNCATED);
            return from;
        }
        if (first == P1_EXCLAMATION_MARK) {
            p1_plain_reader_read_line(self);
            p1_checksum_add_byte(&self->checksum, (uint8_t)first);
            p1_footer_clear(&self->footer);
            self->state = P1_STATE_FOOTER;
            return from + 1u;
        }
        if (first != P1_OPEN && first != P1_CARRIAGE_RETURN && first != P1_LINE_FEED) {
            p1_plain_reader_read_line(self);
            const uint32_t next = p1_plain_reader_take_whole(self, bytes, from);
            if (next > from) {
                return next;
            }
        }
    }
    // No further than the buffer has room, so that it makes no difference how the bytes are cut into chunks.
    const uint32_t stop = p1_row_end(ts_bytes_subarray(bytes, 0, from + p1_line_buffer_room(&self->line)), from);
    p1_checksum_add(&self->checksum, ts_bytes_subarray(bytes, from, stop));
    p1_line_buffer_add(&self->line, ts_bytes_subarray(bytes, from, stop));
    if (stop >= bytes.length) {
        return stop;
    }
    return p1_plain_reader_take_stop(self, bytes.data[stop]) ? stop + 1u : stop;
}

/** Takes the lines that are whole in the chunk: they need no buffer. Returns where they end. */
static inline uint32_t p1_plain_reader_take_whole(p1_plain_reader_t *self, ts_bytes bytes, uint32_t from)
{
    const uint32_t at = p1_line_reader_take_whole(self->lines, bytes, from, self->rows + 1u);
    if (at > from) {
        self->rows = self->rows + self->lines->taken;
        self->after_return = false;
        p1_checksum_add(&self->checksum, ts_bytes_subarray(bytes, from, at));
    }
    return at;
}

/** Decides about the byte at which a row stopped: its end, a `/`, or one byte too many. Says whether it is taken. */
static bool p1_plain_reader_take_stop(p1_plain_reader_t *self, uint32_t byte)
{
    if (byte == P1_CARRIAGE_RETURN || byte == P1_LINE_FEED) {
        p1_checksum_add_byte(&self->checksum, (uint8_t)byte);
        p1_plain_reader_end_row(self, byte);
        return true;
    }
    if (byte == P1_SLASH && p1_line_buffer_add_slash(&self->line)) {
        p1_checksum_add_byte(&self->checksum, (uint8_t)byte);
        return true;
    }
    if (p1_line_buffer_holds_start(&self->line)) {
        p1_plain_reader_restart(self, self->rows > 0u);
        return false;
    }
    p1_plain_reader_finish(self, P1_OUTCOME_TOO_LONG);
    return false;
}

static void p1_plain_reader_end_row(p1_plain_reader_t *self, uint32_t end)
{
    const bool second_half = end == P1_LINE_FEED && self->after_return && p1_line_buffer_is_at_row_start(&self->line);
    self->after_return = end == P1_CARRIAGE_RETURN;
    if (second_half) {
        return;
    }
    self->rows = self->rows + 1u;
    if (p1_line_buffer_is_at_row_start(&self->line)) {
        return;
    }
    if (p1_line_buffer_holds_start(&self->line)) {
        p1_plain_reader_restart(self, self->rows > 1u);
        p1_checksum_add_byte(&self->checksum, (uint8_t)end);
        self->rows = 1;
    }
    if (self->rows == 1u) {
        p1_plain_reader_take_identification(self, end);
        return;
    }
    if (p1_line_buffer_is_first_row(&self->line)) {
        self->line_number = self->rows;
    }
    p1_line_buffer_end_row(&self->line);
}

/**
 * The row holds the start of the next telegram, to be read from now on: it was cut into this one where that had rows
 * before, otherwise noise stood before it.
 */
static void p1_plain_reader_restart(p1_plain_reader_t *self, bool truncates)
{
    const uint32_t dropped = p1_line_buffer_drop_before_slash(&self->line);
    if (truncates) {
        self->outcome = P1_OUTCOME_TRUNCATED;
    } else {
        p1_counters_add_noise(self->counters, dropped);
    }
    p1_plain_reader_clear_telegram(self);
    const ts_bytes value_1 = p1_line_buffer_view(&self->line);
    for (uint32_t i = 0; i < value_1.length; i++) {
        const uint8_t byte = value_1.data[i];
        p1_checksum_add_byte(&self->checksum, byte);
    }
}

/** Keeps the identification, which ends with `end`. A row that can't be one is noise with a `/` before it. */
static inline void p1_plain_reader_take_identification(p1_plain_reader_t *self, uint32_t end)
{
    if (!p1_identification_take(&self->name, p1_line_buffer_view(&self->line))) {
        const ts_bytes value_1 = p1_line_buffer_view(&self->line);
        p1_counters_add_noise(self->counters, value_1.length);
        self->state = P1_STATE_NOISE;
    } else if (p1_is_holley(p1_identification_view(&self->name))) {
        p1_checksum_start_x25(&self->checksum, p1_line_buffer_view(&self->line), (uint8_t)end);
    }
    p1_line_buffer_clear(&self->line);
}

/** Makes a reading of the line in the buffer, if there is one. */
static inline void p1_plain_reader_read_line(p1_plain_reader_t *self)
{
    if (!p1_line_buffer_is_empty(&self->line)) {
        const ts_bytes value_1 = p1_line_buffer_view(&self->line);
        p1_line_reader_take(self->lines, p1_line_buffer_padded(&self->line), value_1.length, self->line_number);
        p1_line_buffer_clear(&self->line);
    }
}

static uint32_t p1_plain_reader_take_footer(p1_plain_reader_t *self, ts_bytes bytes, uint32_t from)
{
    for (uint32_t at = from; at < bytes.length; at++) {
        const uint32_t byte = bytes.data[at];
        if (byte == P1_SLASH) {
            p1_plain_reader_end_footer(self, false);
            return at;
        }
        if (byte == P1_CARRIAGE_RETURN || byte == P1_LINE_FEED) {
            p1_plain_reader_end_footer(self, true);
            return at + 1u;
        }
        if (!p1_footer_take(&self->footer, (uint8_t)byte)) {
            p1_plain_reader_finish(self, P1_OUTCOME_CRC);
            return at;
        }
    }
    return bytes.length;
}

/** Decides about the telegram. `complete` says that a line end was seen behind the footer. */
static void p1_plain_reader_end_footer(p1_plain_reader_t *self, bool complete)
{
    const p1_footer_verdict_t verdict = p1_footer_judge(&self->footer, p1_checksum_arc(&self->checksum), self->checksum.x25, self->checksum.both, complete);
    switch (verdict) {
    case P1_FOOTER_VERDICT_ARC:
        p1_plain_reader_accept(self, P1_CRC_ARC);
        break;
    case P1_FOOTER_VERDICT_X25:
        p1_plain_reader_accept(self, P1_CRC_X25);
        break;
    case P1_FOOTER_VERDICT_ABSENT:
        if (!self->lines->crc_demanded && self->staged->count > 0) {
            p1_plain_reader_accept(self, P1_CRC_ABSENT);
        } else {
            p1_plain_reader_finish(self, complete ? P1_OUTCOME_NO_CRC : P1_OUTCOME_TRUNCATED);
        }
        break;
    case P1_FOOTER_VERDICT_PARTIAL:
        p1_plain_reader_finish(self, P1_OUTCOME_TRUNCATED);
        break;
    case P1_FOOTER_VERDICT_WRONG:
        p1_plain_reader_finish(self, P1_OUTCOME_CRC);
        break;
    default:
        break;
    }
}

static inline void p1_plain_reader_accept(p1_plain_reader_t *self, p1_crc_t crc)
{
    self->crc = crc;
    p1_counters_add_skipped_lines(self->counters, self->staged->skipped_count);
    p1_plain_reader_finish(self, P1_OUTCOME_TELEGRAM);
}
