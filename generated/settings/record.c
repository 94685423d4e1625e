/* Made by ts2c from ts/settings/record.ts: change that file, not this one. */

#include "settings/record.h"

#define HEAD_IN_SETTINGS_RECORD 8

#define CRC 4

static inline uint32_t number32(ts_bytes bytes);
static void write_number32(ts2c_writer_t *out, uint32_t value);

static const ts_bytes MAGIC = {(const uint8_t *)"P1ST", 4};

/** Four bytes as a number, little endian; 0 where there are fewer. */
static inline uint32_t number32(ts_bytes bytes)
{
    return bytes.length < 4u ? 0u : bytes.data[0] | (uint32_t)(bytes.data[1] << 8) | (uint32_t)(bytes.data[2] << 16) | (uint32_t)((uint32_t)bytes.data[3] << 24);
}

bool settings_is_record(ts_bytes bytes)
{
    if (bytes.length < (uint32_t)(HEAD_IN_SETTINGS_RECORD + CRC) || !bytes_same_bytes(ts_bytes_slice(bytes, 0, 4), MAGIC)) {
        return false;
    }
    const uint32_t end = bytes.length - CRC;
    return settings_crc32(ts_bytes_slice(bytes, 0, end)) == number32(ts_bytes_subarray(bytes, end, 4294967295u));
}

uint32_t settings_sequence_of(ts_bytes record)
{
    return number32(ts_bytes_subarray(record, 4, 4294967295u));
}

bool settings_is_later(uint32_t a, uint32_t b)
{
    const uint32_t steps = a - b;
    return steps != 0u && steps < 0x80000000u;
}

ts_bytes settings_entries_of(ts_bytes record)
{
    return ts_bytes_subarray(record, HEAD_IN_SETTINGS_RECORD, record.length < CRC ? 0u : record.length - CRC);
}

settings_unpacked_t settings_unpack(ts_bytes record, settings_settings_t *settings)
{
    uint32_t known = 0;
    uint32_t skipped = 0;
    ts_bytes rest = settings_entries_of(record);
    while (rest.length > 0u) {
        const settings_entry_t entry = settings_entry_of(rest);
        if (entry.is_aside || settings_settings_assign(settings, entry.name, entry.value) == SETTINGS_SETTING_RESULT_OK) {
            known = ts_min_u32(known + 1u, 65535);
        } else {
            skipped = ts_min_u32(skipped + 1u, 65535);
        }
        rest = entry.rest;
    }
    return (settings_unpacked_t){.known = (uint16_t)known, .skipped = (uint16_t)skipped};
}

void settings_write_note(ts2c_writer_t *out, ts_bytes key)
{
    settings_write_entry(out, key, TS_TEXT(""), true);
}

bool settings_has_note(ts_bytes entries, ts_bytes key)
{
    ts_bytes rest = entries;
    while (rest.length > 0u) {
        const settings_entry_t entry = settings_entry_of(rest);
        if (entry.is_aside && bytes_same_bytes(entry.name, key)) {
            return true;
        }
        rest = entry.rest;
    }
    return false;
}

static void write_number32(ts2c_writer_t *out, uint32_t value)
{
    for (uint32_t shift = 0; shift < 32u; shift += 8u) {
        ts2c_writer_byte(out, (uint8_t)((value >> shift) & 0xffu));
    }
}

void settings_record_writer_init(settings_record_writer_t *self)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->value, (ts_span_u8){.data = self->value_memory, .length = 128});
}

ts_bytes settings_record_writer_pack(settings_record_writer_t *self, settings_settings_t *settings, uint32_t sequence, ts2c_writer_t *out)
{
    settings_record_writer_begin(self, settings, sequence, out);
    return settings_record_writer_end(self, out);
}

void settings_record_writer_begin(settings_record_writer_t *self, settings_settings_t *settings, uint32_t sequence, ts2c_writer_t *out)
{
    ts2c_writer_clear(out);
    ts2c_writer_text(out, MAGIC);
    write_number32(out, sequence);
    for (uint32_t place = 0; place < 61u && true; place++) {
        if (!settings_settings_is_default(settings, (uint8_t)place)) {
            ts2c_writer_clear(&self->value);
            settings_settings_write(settings, (uint8_t)place, &self->value);
            settings_write_entry(out, settings_setting_name_texts[SETTINGS_SETTINGS[place].name], ts2c_writer_view(&self->value), false);
        }
    }
    for (uint32_t place = 0; place < SETTINGS_CODES; place++) {
        if (settings_codes_is_used(&settings->codes, (uint8_t)place)) {
            ts2c_writer_clear(&self->value);
            p1_write_code(&self->value, settings_codes_code_at(&settings->codes, (uint8_t)place));
            settings_write_entry(out, ts2c_writer_view(&self->value), settings_codes_topic_at(&settings->codes, (uint8_t)place), false);
        }
    }
}

ts_bytes settings_record_writer_end(settings_record_writer_t *self, ts2c_writer_t *out)
{
    (void)self;
    write_number32(out, settings_crc32(ts2c_writer_view(out)));
    return ts2c_writer_view(out);
}
