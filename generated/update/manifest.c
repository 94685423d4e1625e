/* Made by ts2c from ts/update/manifest.ts: change that file, not this one. */

#include "update/manifest.h"

#define HASH_SIZE_IN_UPDATE_MANIFEST 32

#define ALL 100

#define SLASH_IN_UPDATE_MANIFEST 47

static ts_bytes prefix_of(uint32_t chip);
static void update_manifest_take(update_manifest_t *self, ts_bytes prefix, ts_bytes from);
static void update_manifest_take_of_image(update_manifest_t *self, ts_bytes name, ts_bytes value, ts_bytes from);
static ts_bytes folder_of(ts_bytes url);
static uint32_t number_of_in_update_manifest(ts_bytes text);

/** What begins the members for a chip, by Espressif's number. */
static ts_bytes prefix_of(uint32_t chip)
{
    switch (chip) {
    case 0:
        return TS_TEXT("esp32.");
    case 5:
        return TS_TEXT("esp32c3.");
    case 9:
        return TS_TEXT("esp32s3.");
    case 13:
        return TS_TEXT("esp32c6.");
    default:
        return TS_TEXT("unknown.");
    }
    TS_UNREACHABLE();
}

void update_manifest_init(update_manifest_t *self, portal_members_t *members)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->version_text, (ts_span_u8){.data = self->version_memory, .length = 32});
    ts2c_writer_init(&self->url_text, (ts_span_u8){.data = self->url_memory, .length = 255});
    self->percent = ALL;
    self->members = members;
}

ts_bytes update_manifest_version(update_manifest_t *self)
{
    return ts2c_writer_view(&self->version_text);
}

ts_bytes update_manifest_url(update_manifest_t *self)
{
    return ts2c_writer_view(&self->url_text);
}

ts_bytes update_manifest_hash(update_manifest_t *self)
{
    return (ts_bytes){.data = self->hash_memory, .length = 32};
}

bool update_manifest_is_for(update_manifest_t *self, uint32_t chip_id)
{
    return chip_id % ALL < self->percent;
}

update_manifest_fault_t update_manifest_read(update_manifest_t *self, ts_bytes text, uint16_t chip, ts_bytes from)
{
    ts2c_writer_clear(&self->version_text);
    ts2c_writer_clear(&self->url_text);
    self->hash_length = 0;
    self->size = 0;
    self->is_ours = false;
    self->percent = ALL;
    portal_members_start(self->members);
    portal_step_t step = portal_members_next(self->members, text);
    // A member has three bytes at least.
    for (uint32_t left = text.length; left > 0u && step == PORTAL_STEP_MEMBER; left--) {
        update_manifest_take(self, prefix_of(chip), from);
        step = portal_members_next(self->members, text);
    }
    if (step != PORTAL_STEP_END || !update_is_ordered(update_manifest_version(self)) || ts2c_writer_full(&self->version_text)) {
        return UPDATE_MANIFEST_FAULT_NO_MANIFEST;
    }
    if (!self->is_ours) {
        return UPDATE_MANIFEST_FAULT_OTHER_PROJECT;
    }
    const ts_bytes value_1 = update_manifest_url(self);
    const bool is_there = value_1.length > 0u && !ts2c_writer_full(&self->url_text) && self->size > 0u && self->hash_length == HASH_SIZE_IN_UPDATE_MANIFEST;
    return is_there ? UPDATE_MANIFEST_FAULT_NONE : UPDATE_MANIFEST_FAULT_NO_IMAGE;
}

static void update_manifest_take(update_manifest_t *self, ts_bytes prefix, ts_bytes from)
{
    if (ts2c_writer_full(&self->members->value)) {
        return;
    }
    const ts_bytes name = ts2c_writer_view(&self->members->name);
    const ts_bytes value = ts2c_writer_view(&self->members->value);
    if (bytes_same_bytes(name, TS_TEXT("project"))) {
        self->is_ours = bytes_same_bytes(value, TS_TEXT("p1_meter"));
    } else if (bytes_same_bytes(name, TS_TEXT("version"))) {
        ts2c_writer_clear(&self->version_text);
        ts2c_writer_bytes(&self->version_text, value);
    } else if (bytes_same_bytes(name, TS_TEXT("percent"))) {
        self->percent = number_of_in_update_manifest(value);
    } else if (bytes_same_bytes(ts_bytes_subarray(name, 0, prefix.length), prefix)) {
        update_manifest_take_of_image(self, ts_bytes_subarray(name, prefix.length, 4294967295u), value, from);
    }
}

static void update_manifest_take_of_image(update_manifest_t *self, ts_bytes name, ts_bytes value, ts_bytes from)
{
    if (bytes_same_bytes(name, TS_TEXT("url"))) {
        ts2c_writer_clear(&self->url_text);
        if (!update_has_scheme(value)) {
            ts2c_writer_bytes(&self->url_text, folder_of(from));
        }
        ts2c_writer_bytes(&self->url_text, value);
    } else if (bytes_same_bytes(name, TS_TEXT("size"))) {
        self->size = number_of_in_update_manifest(value);
    } else if (bytes_same_bytes(name, TS_TEXT("sha256"))) {
        uint32_t value_2;
        if (value.length == (uint32_t)(2 * HASH_SIZE_IN_UPDATE_MANIFEST)) {
            const ts_bytes value_1 = bytes_parse_hex(value, (ts_span_u8){.data = self->hash_memory, .length = 32});
            value_2 = value_1.length;
        } else {
            value_2 = 0u;
        }
        self->hash_length = value_2;
    }
}

bool update_has_scheme(ts_bytes url)
{
    return update_is_secure(url) || bytes_same_bytes(ts_bytes_subarray(url, 0, 7), TS_TEXT("http://"));
}

bool update_is_secure(ts_bytes url)
{
    return bytes_same_bytes(ts_bytes_subarray(url, 0, 8), TS_TEXT("https://"));
}

/** An address up to its last slash. */
static ts_bytes folder_of(ts_bytes url)
{
    uint32_t end = 0;
    for (uint32_t i = 0; i < url.length; i++) {
        end = url.data[i] == SLASH_IN_UPDATE_MANIFEST ? i + 1u : end;
    }
    return ts_bytes_subarray(url, 0, end);
}

/** A decimal number; 0 where it is none, or more than any image has. */
static uint32_t number_of_in_update_manifest(ts_bytes text)
{
    uint32_t number = 0;
    for (uint32_t i = 0; i < text.length; i++) {
        const uint8_t byte = text.data[i];
        if (!p1_is_digit(byte) || number >= 100000000u) {
            return 0;
        }
        number = number * 10u + (uint32_t)ts_max_i32(0, byte - 48);
    }
    return number;
}
