/* Made by ts2c from ts/p1/telegram.ts: change that file, not this one. */

#include "p1/telegram.h"

#define DLMS 15

static inline void p1_telegram_reader_finish(p1_telegram_reader_t *self, p1_outcome_t outcome, bool framed);
static inline uint32_t p1_telegram_reader_take_plain(p1_telegram_reader_t *self, ts_bytes bytes, uint32_t from);
static uint32_t p1_telegram_reader_take_head(p1_telegram_reader_t *self, ts_bytes bytes, uint32_t from);
static void p1_telegram_reader_replay(p1_telegram_reader_t *self, ts_bytes held);
static inline uint32_t p1_telegram_reader_take_text(p1_telegram_reader_t *self, ts_bytes text, uint32_t from);
static uint32_t p1_telegram_reader_take_frame(p1_telegram_reader_t *self, ts_bytes bytes, uint32_t from);
static void p1_telegram_reader_take_inner(p1_telegram_reader_t *self, ts_bytes text);
static inline void p1_telegram_reader_note_inner(p1_telegram_reader_t *self);
static void p1_telegram_reader_end_frame(p1_telegram_reader_t *self);

void p1_telegram_reader_init(p1_telegram_reader_t *self)
{
    memset(self, 0, sizeof(*self));
    self->outcome = P1_OUTCOME_MORE;
    self->crc = P1_CRC_ARC;
    self->tag = P1_TAG_VERDICT_NONE;
    p1_staging_init(&self->staged);
    p1_counters_init(&self->counters);
    p1_encryption_init(&self->encryption);
    p1_telegram_copy_init(&self->copy);
    self->state = P1_AROUND_PLAIN;
    p1_frame_head_init(&self->head);
    p1_line_reader_init(&self->lines, &self->staged);
    p1_plain_reader_init(&self->plain, &self->staged, &self->lines, &self->counters);
    self->inner = P1_OUTCOME_MORE;
}

ts_bytes p1_telegram_reader_identification(p1_telegram_reader_t *self)
{
    return p1_plain_reader_identification(&self->plain);
}

uint16_t p1_telegram_reader_crc_sent(p1_telegram_reader_t *self)
{
    return p1_plain_reader_crc_sent(&self->plain);
}

uint16_t p1_telegram_reader_crc_computed(p1_telegram_reader_t *self)
{
    return p1_plain_reader_crc_computed(&self->plain);
}

bool p1_telegram_reader_holds_dlms(p1_telegram_reader_t *self)
{
    return self->first == DLMS;
}

uint32_t p1_telegram_reader_read(p1_telegram_reader_t *self, ts_bytes bytes, uint32_t from)
{
    self->outcome = P1_OUTCOME_MORE;
    uint32_t at = from;
    while (at < bytes.length && self->outcome == P1_OUTCOME_MORE) {
        switch (self->state) {
        case P1_AROUND_PLAIN:
            at = p1_telegram_reader_take_plain(self, bytes, at);
            break;
        case P1_AROUND_HEAD:
            at = p1_telegram_reader_take_head(self, bytes, at);
            break;
        case P1_AROUND_FRAME:
            at = p1_telegram_reader_take_frame(self, bytes, at);
            break;
        default:
            break;
        }
    }
    return at;
}

void p1_telegram_reader_silence(p1_telegram_reader_t *self)
{
    self->outcome = P1_OUTCOME_MORE;
    const p1_around_t state = self->state;
    self->state = P1_AROUND_PLAIN;
    p1_plain_reader_silence(&self->plain);
    if (state == P1_AROUND_FRAME) {
        p1_telegram_reader_finish(self, P1_OUTCOME_TRUNCATED, true);
    } else if (state == P1_AROUND_PLAIN) {
        p1_telegram_reader_finish(self, self->plain.outcome, false);
    }
}

static inline void p1_telegram_reader_finish(p1_telegram_reader_t *self, p1_outcome_t outcome, bool framed)
{
    self->outcome = outcome;
    self->framed = framed;
    self->crc = self->plain.crc;
    p1_counters_add(&self->counters, outcome);
    if (outcome == P1_OUTCOME_TELEGRAM) {
        p1_telegram_copy_end(&self->copy, p1_plain_reader_identification(&self->plain));
    }
    if (!framed) {
        self->tag = P1_TAG_VERDICT_NONE;
    }
}

static inline uint32_t p1_telegram_reader_take_plain(p1_telegram_reader_t *self, ts_bytes bytes, uint32_t from)
{
    if (p1_plain_reader_is_idle(&self->plain)) {
        p1_telegram_copy_clear(&self->copy);
    }
    const uint32_t at = p1_plain_reader_read(&self->plain, bytes, from);
    p1_telegram_copy_add(&self->copy, ts_bytes_subarray(bytes, from, at));
    if (self->plain.outcome != P1_OUTCOME_MORE) {
        p1_telegram_reader_finish(self, self->plain.outcome, false);
    } else if (at < bytes.length) {
        p1_frame_head_clear(&self->head);
        self->state = P1_AROUND_HEAD;
    }
    return at;
}

static uint32_t p1_telegram_reader_take_head(p1_telegram_reader_t *self, ts_bytes bytes, uint32_t from)
{
    for (uint32_t at = from; at < bytes.length; at++) {
        const p1_head_state_t state = p1_frame_head_take(&self->head, bytes.data[at]);
        if (state == P1_HEAD_STATE_OTHER) {
            self->state = P1_AROUND_PLAIN;
            p1_telegram_reader_replay(self, p1_frame_head_view(&self->head));
            return at + 1u;
        }
        if (state == P1_HEAD_STATE_WHOLE) {
            self->state = P1_AROUND_FRAME;
            p1_encryption_begin(&self->encryption, &self->head);
            self->tag = P1_TAG_VERDICT_NONE;
            self->inner = P1_OUTCOME_MORE;
            self->first = 0;
            p1_telegram_copy_clear(&self->copy);
            return at + 1u;
        }
    }
    return bytes.length;
}

/** What began like a frame is none: the bytes held back may hold the start of a telegram. */
static void p1_telegram_reader_replay(p1_telegram_reader_t *self, ts_bytes held)
{
    uint32_t at = 0;
    while (at < held.length) {
        const uint32_t start = at;
        at = p1_telegram_reader_take_text(self, held, at);
        p1_telegram_copy_add(&self->copy, ts_bytes_subarray(held, start, at));
        if (self->plain.outcome != P1_OUTCOME_MORE) {
            p1_telegram_reader_finish(self, self->plain.outcome, false);
        }
    }
}

/** Reads plain bytes in which no frame begins, up to what they come to. */
static inline uint32_t p1_telegram_reader_take_text(p1_telegram_reader_t *self, ts_bytes text, uint32_t from)
{
    const uint32_t at = p1_plain_reader_read(&self->plain, text, from);
    if (at < text.length && self->plain.outcome == P1_OUTCOME_MORE) {
        p1_counters_add_noise(&self->counters, 1);
        return at + 1u;
    }
    return at;
}

static uint32_t p1_telegram_reader_take_frame(p1_telegram_reader_t *self, ts_bytes bytes, uint32_t from)
{
    for (uint32_t at = from; at < bytes.length; at++) {
        p1_encryption_take(&self->encryption, bytes.data[at]);
        p1_telegram_reader_take_inner(self, p1_encryption_text(&self->encryption));
        if (p1_encryption_is_whole(&self->encryption)) {
            p1_telegram_reader_end_frame(self);
            return at + 1u;
        }
    }
    return bytes.length;
}

/** Reads plain text of a frame, up to a good telegram. */
static void p1_telegram_reader_take_inner(p1_telegram_reader_t *self, ts_bytes text)
{
    if (self->first == 0u && text.length > 0u) {
        self->first = text.data[0];
    }
    uint32_t at = 0;
    while (at < text.length && self->inner != P1_OUTCOME_TELEGRAM) {
        const uint32_t start = at;
        at = p1_telegram_reader_take_text(self, text, at);
        p1_telegram_copy_add(&self->copy, ts_bytes_subarray(text, start, at));
        p1_telegram_reader_note_inner(self);
    }
}

static inline void p1_telegram_reader_note_inner(p1_telegram_reader_t *self)
{
    if (self->plain.outcome != P1_OUTCOME_MORE) {
        self->inner = self->plain.outcome;
    }
}

/**
 * Judges tag and telegram apart: there are meters whose tag never matches while the CRC inside does
 * (esphome/esphome#16549), so a good telegram is good, and the tag is told.
 */
static void p1_telegram_reader_end_frame(p1_telegram_reader_t *self)
{
    self->state = P1_AROUND_PLAIN;
    if (!p1_encryption_is_decrypting(&self->encryption)) {
        p1_telegram_reader_finish(self, P1_OUTCOME_ENCRYPTED, true);
        return;
    }
    if (self->inner != P1_OUTCOME_TELEGRAM) {
        p1_plain_reader_silence(&self->plain);
        p1_telegram_reader_note_inner(self);
    }
    self->tag = p1_encryption_verdict(&self->encryption);
    if (self->tag == P1_TAG_VERDICT_WRONG) {
        self->counters.wrong_tags = self->counters.wrong_tags + 1u;
    }
    if (self->inner == P1_OUTCOME_TELEGRAM) {
        p1_telegram_reader_finish(self, P1_OUTCOME_TELEGRAM, true);
    } else {
        p1_telegram_reader_finish(self, self->tag == P1_TAG_VERDICT_WRONG || self->inner == P1_OUTCOME_MORE ? P1_OUTCOME_DECRYPTION : self->inner, true);
    }
}
