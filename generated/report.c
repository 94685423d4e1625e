/* Made by ts2c from ts/report.ts: change that file, not this one. */

#include "report.h"

#define CODES_IN_REPORT 32

static inline ts_bytes decryption_text(p1_telegram_reader_t *reader);
static inline void report_report_tell_tag(report_report_t *self, p1_telegram_reader_t *reader);
static bool report_report_is_new(report_report_t *self, uint32_t code);
static void report_report_tell_skipped(report_report_t *self, p1_skipped_line_t *skipped);

/** Why a frame gave no telegram though there is a key. */
static inline ts_bytes decryption_text(p1_telegram_reader_t *reader)
{
    if (reader->tag == P1_TAG_VERDICT_WRONG) {
        return TS_TEXT("An encrypted telegram was refused: its tag is wrong. Check encryption_key and encryption_aad.");
    }
    return p1_telegram_reader_holds_dlms(reader) ? TS_TEXT("The meter sends DLMS, as on a wired M-Bus, which is another protocol than P1: it can't be read.") : TS_TEXT("An encrypted frame was refused: there is no telegram in it.");
}

void report_report_init(report_report_t *self)
{
    memset(self, 0, sizeof(*self));
    self->last = P1_OUTCOME_MORE;
    ts2c_writer_init(&self->line, (ts_span_u8){.data = self->buffer, .length = 256});
}

void report_report_good(report_report_t *self, p1_telegram_reader_t *reader)
{
    p1_staging_t *const staging = &reader->staged;
    report_report_tell_tag(self, reader);
    if (self->last != P1_OUTCOME_TELEGRAM) {
        ts2c_writer_clear(&self->line);
        ts2c_writer_text(&self->line, TS_TEXT("Telegrams arrive from "));
        ts2c_writer_bytes(&self->line, p1_telegram_reader_identification(reader));
        ts2c_writer_text(&self->line, TS_TEXT("."));
        p1_log_write(PLATFORM_LEVEL_INFO, ts2c_writer_view(&self->line));
    }
    self->last = P1_OUTCOME_TELEGRAM;
    for (uint32_t i = 0; i < staging->skipped_kept && true; i++) {
        p1_skipped_line_t *const skipped = &staging->skipped[i];
        if (report_report_is_new(self, skipped->code)) {
            report_report_tell_skipped(self, skipped);
        }
    }
}

void report_report_missing(report_report_t *self, publish_kept_t *kept)
{
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        publish_kept_reading_t *const reading = &kept->readings[i];
        const bool missed = publish_kept_is_overdue(kept, reading);
        if (!publish_kept_reading_is_current(reading) || reading->left_out || missed == reading->missed) {
            continue;
        }
        reading->missed = missed;
        ts2c_writer_clear(&self->line);
        ts2c_writer_text(&self->line, TS_TEXT("The meter "));
        ts2c_writer_text(&self->line, missed ? TS_TEXT("has sent no ") : TS_TEXT("sends "));
        p1_write_code(&self->line, reading->code);
        ts2c_writer_text(&self->line, TS_TEXT(" ("));
        ts2c_writer_bytes(&self->line, publish_kept_topic_of(kept, (uint8_t)i));
        ts2c_writer_text(&self->line, missed ? TS_TEXT(") for two hours, though its telegrams come.") : TS_TEXT(") again."));
        p1_log_write(missed ? PLATFORM_LEVEL_WARNING : PLATFORM_LEVEL_INFO, ts2c_writer_view(&self->line));
    }
}

void report_report_bad(report_report_t *self, p1_telegram_reader_t *reader)
{
    const p1_outcome_t outcome = reader->outcome;
    const platform_level_t level = outcome == self->last ? PLATFORM_LEVEL_DEBUG : PLATFORM_LEVEL_WARNING;
    self->last = outcome;
    ts2c_writer_clear(&self->line);
    switch (outcome) {
    case P1_OUTCOME_CRC:
        ts2c_writer_text(&self->line, TS_TEXT("A telegram was refused: its CRC is "));
        p1_write_crc(&self->line, p1_telegram_reader_crc_sent(reader));
        ts2c_writer_text(&self->line, TS_TEXT(", its bytes give "));
        p1_write_crc(&self->line, p1_telegram_reader_crc_computed(reader));
        ts2c_writer_text(&self->line, TS_TEXT(". Check the cable and what disturbs it."));
        break;
    case P1_OUTCOME_NO_CRC:
        ts2c_writer_text(&self->line, TS_TEXT("A telegram was refused: it has no CRC, and a meter like this one sends one."));
        break;
    case P1_OUTCOME_TOO_LONG:
        ts2c_writer_text(&self->line, TS_TEXT("A telegram was refused: a line does not end. Check serial_baud and serial_frame."));
        break;
    case P1_OUTCOME_ENCRYPTED:
        ts2c_writer_text(&self->line, TS_TEXT("The meter encrypts its telegrams: set encryption_key, which the grid operator gives."));
        break;
    case P1_OUTCOME_DECRYPTION:
        ts2c_writer_text(&self->line, decryption_text(reader));
        break;
    default:
        ts2c_writer_text(&self->line, TS_TEXT("A telegram was refused: it is cut off."));
        break;
    }
    p1_log_write(level, ts2c_writer_view(&self->line));
}

/** A good telegram out of an encrypted frame whose tag is wrong: that is told once. */
static inline void report_report_tell_tag(report_report_t *self, p1_telegram_reader_t *reader)
{
    if (reader->tag == P1_TAG_VERDICT_WRONG && !self->told_tag) {
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The tag of an encrypted telegram is wrong, its CRC is right: it counts. Check encryption_aad."));
    }
    self->told_tag = reader->tag == P1_TAG_VERDICT_WRONG;
}

/** Whether nothing was told of this code so far. When too many were, nothing is new any more. */
static bool report_report_is_new(report_report_t *self, uint32_t code)
{
    for (uint32_t i = 0; i < self->code_count && true; i++) {
        if (self->codes[i] == code) {
            return false;
        }
    }
    if (self->code_count >= CODES_IN_REPORT) {
        return false;
    }
    self->codes[self->code_count] = code;
    self->code_count++;
    return true;
}

static void report_report_tell_skipped(report_report_t *self, p1_skipped_line_t *skipped)
{
    ts2c_writer_clear(&self->line);
    ts2c_writer_text(&self->line, TS_TEXT("Line "));
    ts2c_writer_int(&self->line, skipped->line);
    if (skipped->code != 0u) {
        ts2c_writer_text(&self->line, TS_TEXT(", "));
        p1_write_code(&self->line, skipped->code);
        ts2c_writer_text(&self->line, TS_TEXT(","));
    }
    ts2c_writer_text(&self->line, TS_TEXT(" gives no reading: "));
    ts2c_writer_text(&self->line, p1_reason_text(skipped->why));
    ts2c_writer_text(&self->line, TS_TEXT(". This is told once."));
    p1_log_write(skipped->why == P1_SKIP_REASON_ABSENT ? PLATFORM_LEVEL_INFO : PLATFORM_LEVEL_WARNING, ts2c_writer_view(&self->line));
}
