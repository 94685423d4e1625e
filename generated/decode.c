/* Made by ts2c from ts/decode.ts: change that file, not this one. */

#include "decode.h"
#include "program.h"

#define FILE_LIMIT 1024

static inline void decode_decoder_init(decode_decoder_t *self);
static void decode_decoder_report(decode_decoder_t *self);
static inline ts_bytes decode_decoder_decryption_message(decode_decoder_t *self);
static inline void decode_decoder_begin(decode_decoder_t *self, bool ok);
static inline void decode_decoder_flush(decode_decoder_t *self);
static inline void decode_decoder_write_failure(decode_decoder_t *self, ts_bytes error, ts_bytes message);
static inline void decode_decoder_write_crc_failure(decode_decoder_t *self, uint32_t computed);
static void decode_decoder_write_telegram(decode_decoder_t *self);
static void decode_decoder_write_reading(decode_decoder_t *self, p1_staged_reading_t *reading, bool is_first);
static void decode_decoder_write_entries(decode_decoder_t *self, ts_bytes groups);
static void decode_decoder_write_skipped(decode_decoder_t *self);
static inline void decode_key(ts_bytes key, ts_bytes additional);
static inline void decode_start(ts_bytes file);
static inline void decode_bytes(ts_bytes bytes);
static inline bool decode_end(void);

static decode_decoder_t decoder;

void decode_module_init(void)
{
    decode_decoder_init(&decoder);
}

/** Makes a new `Decoder` at `self`. */
static inline void decode_decoder_init(decode_decoder_t *self)
{
    memset(self, 0, sizeof(*self));
    p1_telegram_reader_init(&self->reader);
    meter_meter_init(&self->meter);
    p1_dated_list_init(&self->list);
    ts2c_writer_init(&self->writer, (ts_span_u8){.data = self->output, .length = 16384});
    self->good = true;
}

void decode_decoder_configure(decode_decoder_t *self, ts_bytes key, ts_bytes additional)
{
    p1_encryption_configure(&self->reader.encryption, key, additional);
}

void decode_decoder_start(decode_decoder_t *self, ts_bytes file)
{
    // Ends what the file before may have left.
    p1_telegram_reader_silence(&self->reader);
    const ts_bytes name = ts_bytes_subarray(file, 0, FILE_LIMIT);
    if (name.length <= FILE_LIMIT) {
        ts_span_u8_set((ts_span_u8){.data = self->file, .length = 1024}, name.data, name.length, 0);
        self->file_length = (uint16_t)name.length;
    }
    self->lines = 0;
    self->good = true;
}

void decode_decoder_take(decode_decoder_t *self, ts_bytes bytes)
{
    uint32_t at = 0;
    while (at < bytes.length) {
        at = p1_telegram_reader_read(&self->reader, bytes, at);
        decode_decoder_report(self);
    }
}

bool decode_decoder_end(decode_decoder_t *self)
{
    p1_telegram_reader_silence(&self->reader);
    decode_decoder_report(self);
    if (self->lines == 0u) {
        decode_decoder_write_failure(self, TS_TEXT("no-telegram"), TS_TEXT("no telegram was found: none begins with / and an identification"));
    }
    return self->good;
}

/** Writes the line for what the reader came to, if it came to anything. */
static void decode_decoder_report(decode_decoder_t *self)
{
    switch (self->reader.outcome) {
    case P1_OUTCOME_MORE:
        break;
    case P1_OUTCOME_TELEGRAM:
        decode_decoder_write_telegram(self);
        break;
    case P1_OUTCOME_CRC:
        decode_decoder_write_crc_failure(self, p1_telegram_reader_crc_computed(&self->reader));
        break;
    case P1_OUTCOME_NO_CRC:
        decode_decoder_write_failure(self, TS_TEXT("no-crc"), TS_TEXT("the telegram ends without the CRC that a meter of its version sends"));
        break;
    case P1_OUTCOME_TOO_LONG:
        decode_decoder_write_failure(self, TS_TEXT("too-long"), TS_TEXT("a line of the telegram is longer than 2100 bytes"));
        break;
    case P1_OUTCOME_TRUNCATED:
        decode_decoder_write_failure(self, TS_TEXT("truncated"), TS_TEXT("the telegram was cut off before its end"));
        break;
    case P1_OUTCOME_ENCRYPTED:
        decode_decoder_write_failure(self, TS_TEXT("decryption"), TS_TEXT("the frame is encrypted: give its key, --key with 32 hexadecimal digits"));
        break;
    case P1_OUTCOME_DECRYPTION:
        decode_decoder_write_failure(self, TS_TEXT("decryption"), decode_decoder_decryption_message(self));
        break;
    default:
        break;
    }
}

static inline ts_bytes decode_decoder_decryption_message(decode_decoder_t *self)
{
    if (self->reader.tag == P1_TAG_VERDICT_WRONG) {
        return TS_TEXT("the frame's tag is wrong: the key, the additional data (--aad) or bytes of it are not those of the meter");
    }
    return p1_telegram_reader_holds_dlms(&self->reader) ? TS_TEXT("the frame holds DLMS, as meters on a wired M-Bus send it: that is another protocol than P1") : TS_TEXT("the frame holds no telegram");
}

/** Begins a line with `"ok":` and what the tag of an encrypted frame said. */
static inline void decode_decoder_begin(decode_decoder_t *self, bool ok)
{
    ts2c_writer_text(&self->writer, TS_TEXT("{\"file\":"));
    ts2c_writer_json_string(&self->writer, ts_bytes_slice((ts_bytes){.data = self->file, .length = 1024}, 0, self->file_length));
    ts2c_writer_text(&self->writer, ok ? TS_TEXT(",\"ok\":true") : TS_TEXT(",\"ok\":false"));
    if (self->reader.framed && self->reader.tag != P1_TAG_VERDICT_NONE) {
        ts2c_writer_text(&self->writer, TS_TEXT(",\"tag\":\""));
        ts2c_writer_text(&self->writer, p1_tag_verdict_texts[self->reader.tag]);
        ts2c_writer_text(&self->writer, TS_TEXT("\""));
    }
    self->lines = self->lines + 1u;
}

static inline void decode_decoder_flush(decode_decoder_t *self)
{
    p1_console_write(ts2c_writer_view(&self->writer));
    ts2c_writer_clear(&self->writer);
}

static inline void decode_decoder_write_failure(decode_decoder_t *self, ts_bytes error, ts_bytes message)
{
    decode_decoder_begin(self, false);
    ts2c_writer_text(&self->writer, TS_TEXT(",\"error\":\""));
    ts2c_writer_text(&self->writer, error);
    ts2c_writer_text(&self->writer, TS_TEXT("\",\"message\":\""));
    ts2c_writer_text(&self->writer, message);
    ts2c_writer_text(&self->writer, TS_TEXT("\"}\n"));
    decode_decoder_flush(self);
    self->good = false;
}

static inline void decode_decoder_write_crc_failure(decode_decoder_t *self, uint32_t computed)
{
    decode_decoder_begin(self, false);
    ts2c_writer_text(&self->writer, TS_TEXT(",\"error\":\"crc\",\"message\":\"the CRC behind ! does not match: the bytes from / to ! give "));
    p1_write_crc(&self->writer, (uint16_t)computed);
    ts2c_writer_text(&self->writer, TS_TEXT("\"}\n"));
    decode_decoder_flush(self);
    self->good = false;
}

static void decode_decoder_write_telegram(decode_decoder_t *self)
{
    p1_staging_t *const staged = &self->reader.staged;
    meter_meter_take(&self->meter, staged, p1_telegram_reader_identification(&self->reader));
    decode_decoder_begin(self, true);
    ts2c_writer_text(&self->writer, TS_TEXT(",\"crc\":\""));
    ts2c_writer_text(&self->writer, p1_crc_texts[self->reader.crc]);
    ts2c_writer_text(&self->writer, TS_TEXT("\",\"identification\":"));
    ts2c_writer_json_string(&self->writer, p1_telegram_reader_identification(&self->reader));
    ts2c_writer_text(&self->writer, TS_TEXT(",\"readings\":["));
    for (uint32_t i = 0; i < staged->count && true; i++) {
        decode_decoder_write_reading(self, &staged->readings[i], i == 0u);
        decode_decoder_flush(self);
    }
    ts2c_writer_text(&self->writer, TS_TEXT("],\"skipped\":["));
    decode_decoder_write_skipped(self);
    ts2c_writer_text(&self->writer, TS_TEXT("]}\n"));
    decode_decoder_flush(self);
}

static void decode_decoder_write_reading(decode_decoder_t *self, p1_staged_reading_t *reading, bool is_first)
{
    ts2c_writer_t *const writer = &self->writer;
    p1_staging_t *const staged = &self->reader.staged;
    ts2c_writer_text(writer, is_first ? TS_TEXT("{\"obis\":\"") : TS_TEXT(",{\"obis\":\""));
    p1_write_code(writer, reading->code);
    ts2c_writer_text(writer, TS_TEXT("\",\"topic\":\""));
    meter_meter_write_topic(&self->meter, writer, staged, reading);
    ts2c_writer_text(writer, TS_TEXT("\""));
    if (reading->kind == P1_READING_KIND_LIST) {
        decode_decoder_write_entries(self, p1_staging_text_of(staged, reading));
        ts2c_writer_text(writer, TS_TEXT("}"));
        return;
    }
    ts2c_writer_text(writer, TS_TEXT(",\"value\":"));
    if (reading->kind == P1_READING_KIND_TEXT) {
        ts2c_writer_json_string(writer, p1_staging_text_of(staged, reading));
    } else {
        ts2c_writer_text(writer, TS_TEXT("\""));
        meter_write_value(writer, staged, reading);
        ts2c_writer_text(writer, TS_TEXT("\""));
    }
    if (reading->kind == P1_READING_KIND_NUMBER && reading->unit != P1_UNIT_NONE) {
        ts2c_writer_text(writer, TS_TEXT(",\"unit\":"));
        meter_write_json_unit(writer, reading->unit, p1_staging_text_of(staged, reading));
    }
    if (reading->kind == P1_READING_KIND_NUMBER && reading->time != P1_NO_TIME) {
        ts2c_writer_text(writer, TS_TEXT(",\"time\":\""));
        p1_write_time(writer, reading->time);
        ts2c_writer_text(writer, TS_TEXT("\""));
    }
    ts2c_writer_text(writer, TS_TEXT("}"));
}

/** Writes the entries of a list. One of whose time the meter's clock knew nothing has `null` for it. */
static void decode_decoder_write_entries(decode_decoder_t *self, ts_bytes groups)
{
    ts2c_writer_t *const writer = &self->writer;
    p1_dated_list_t *const list = &self->list;
    ts_bytes separator = TS_TEXT("");
    ts2c_writer_text(writer, TS_TEXT(",\"entries\":["));
    p1_dated_list_start(list);
    while (p1_dated_list_next(list, groups)) {
        ts2c_writer_text(writer, separator);
        separator = TS_TEXT(",");
        meter_write_entry(writer, list, groups);
        decode_decoder_flush(self);
    }
    ts2c_writer_text(writer, TS_TEXT("]"));
}

/** Writes the lines that gave no reading, and how many there were beyond those that are kept. */
static void decode_decoder_write_skipped(decode_decoder_t *self)
{
    ts2c_writer_t *const writer = &self->writer;
    p1_staging_t *const staged = &self->reader.staged;
    for (uint32_t i = 0; i < staged->skipped_kept && true; i++) {
        p1_skipped_line_t *const skipped = &staged->skipped[i];
        ts2c_writer_text(writer, i == 0u ? TS_TEXT("{\"line\":") : TS_TEXT(",{\"line\":"));
        ts2c_writer_int(writer, skipped->line);
        ts2c_writer_text(writer, TS_TEXT(",\"why\":\""));
        ts2c_writer_text(writer, p1_reason_text(skipped->why));
        ts2c_writer_text(writer, TS_TEXT("\"}"));
    }
    if (staged->skipped_count > staged->skipped_kept) {
        ts2c_writer_text(writer, TS_TEXT(",{\"line\":0,\"why\":\"full, as are more lines: "));
        ts2c_writer_int(writer, staged->skipped_count - staged->skipped_kept);
        ts2c_writer_text(writer, TS_TEXT("\"}"));
    }
}

/**
 * Sets the key, 16 bytes, and the additional data, at most 64, of the encrypted frames in the files from now on; without a key
 * they are not decrypted.
 */
static inline void decode_key(ts_bytes key, ts_bytes additional)
{
    decode_decoder_configure(&decoder, key, additional);
}

void decode_decode_key(ts_bytes key, ts_bytes additional)
{
    TS_ASSERT(key.length <= 2147483647, "decode.ts:233");
    TS_ASSERT(additional.length <= 2147483647, "decode.ts:233");
    p1_enter("decode.ts:233");
    decode_key(key, additional);
    p1_leave();
}

/** Begins a file of that name. */
static inline void decode_start(ts_bytes file)
{
    decode_decoder_start(&decoder, file);
}

void decode_decode_start(ts_bytes file)
{
    TS_ASSERT(file.length <= 2147483647, "decode.ts:238");
    p1_enter("decode.ts:238");
    decode_start(file);
    p1_leave();
}

/** Takes the file's next bytes and writes a line for each telegram that they end. */
static inline void decode_bytes(ts_bytes bytes)
{
    decode_decoder_take(&decoder, bytes);
}

void decode_decode_bytes(ts_bytes bytes)
{
    TS_ASSERT(bytes.length <= 2147483647, "decode.ts:243");
    p1_enter("decode.ts:243");
    decode_bytes(bytes);
    p1_leave();
}

/** Ends the file. Whether it had telegrams, and all of them good ones. */
static inline bool decode_end(void)
{
    return decode_decoder_end(&decoder);
}

bool decode_decode_end(void)
{
    p1_enter("decode.ts:248");
    const bool result = decode_end();
    p1_leave();
    return result;
}
