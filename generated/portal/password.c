/* Made by ts2c from ts/portal/password.ts: change that file, not this one. */

#include "portal/password.h"

#define SALT_AT 2

#define HASH_AT 34

#define HASH_LENGTH 32

#define ROUNDS 10000

#define FREE_TRIES 3

#define FIRST_WAIT_MS 1000

#define DOUBLINGS_IN_PORTAL_PASSWORD 6

#define SHORTEST_IN_PORTAL_PASSWORD 8

#define LONGEST_IN_PORTAL_PASSWORD 64

static inline bool has_zero(ts_bytes text);
static inline bool portal_password_is_kept(portal_password_t *self, ts_bytes hash);
static inline void portal_password_write(portal_password_t *self, ts_bytes hash);
static inline bool portal_password_digest(portal_password_t *self, ts_bytes password, ts_span_u8 into);
static void fill_random(ts_span_u8 bytes);

/** The setting that keeps it: a mark for this hash and its rounds, then salt and hash as hexadecimal digits. */
static const settings_setting_name_t SETTING = SETTINGS_SETTING_NAME_LOGIN_PASSWORD;

static const ts_bytes MARK_IN_PORTAL_PASSWORD = {(const uint8_t *)"p2", 2};

bool portal_may_be_password(ts_bytes text)
{
    return text.length >= SHORTEST_IN_PORTAL_PASSWORD && text.length <= LONGEST_IN_PORTAL_PASSWORD && !has_zero(text);
}

/** HMAC fills its key up with zeros: a password and the same with one behind it would be two words for one. */
static inline bool has_zero(ts_bytes text)
{
    return (int32_t)ts_bytes_index_of(text, 0, 0) >= 0;
}

void portal_password_init(portal_password_t *self, settings_settings_t *settings)
{
    memset(self, 0, sizeof(*self));
    self->purpose = PORTAL_PURPOSE_CHECK;
    ts2c_writer_init(&self->kept, (ts_span_u8){.data = self->kept_memory, .length = 98});
    self->settings = settings;
}

bool portal_password_is_set(portal_password_t *self)
{
    const ts_bytes value_1 = settings_settings_text(self->settings, SETTING);
    return value_1.length == SETTINGS_PASSWORD_LENGTH;
}

bool portal_password_is_known(portal_password_t *self, ts_bytes password, uint32_t now)
{
    if (!self->remembers || (self->missed && now - self->missed_at < FIRST_WAIT_MS)) {
        return false;
    }
    const bool known = portal_password_digest(self, password, (ts_span_u8){.data = self->asked, .length = 32}) && portal_same_secret((ts_bytes){.data = self->asked, .length = 32}, (ts_bytes){.data = self->remembered, .length = 32});
    self->missed = !known;
    self->missed_at = now;
    return known;
}

void portal_password_forget(portal_password_t *self)
{
    self->remembers = false;
    ts_span_u8_fill((ts_span_u8){.data = self->remembered, .length = 32}, 0, 0, 4294967295u);
}

portal_start_t portal_password_start(portal_password_t *self, portal_purpose_t purpose, ts_bytes password, uint32_t now)
{
    if (password.length == 0u || password.length > LONGEST_IN_PORTAL_PASSWORD || has_zero(password)) {
        return PORTAL_START_WRONG;
    }
    if (purpose == PORTAL_PURPOSE_CHECK && portal_password_seconds_left(self, now) > 0) {
        return PORTAL_START_WAIT;
    }
    if (self->running) {
        return PORTAL_START_BUSY;
    }
    if (purpose == PORTAL_PURPOSE_CHECK) {
        (void)bytes_parse_hex(ts_bytes_subarray(settings_settings_text(self->settings, SETTING), SALT_AT, HASH_AT), (ts_span_u8){.data = self->salt, .length = 16});
    } else {
        fill_random((ts_span_u8){.data = self->salt, .length = 16});
    }
    self->has_candidate = portal_password_digest(self, password, (ts_span_u8){.data = self->candidate, .length = 32});
    self->purpose = purpose;
    self->running = p1_passwords_derive(password, (ts_bytes){.data = self->salt, .length = 16}, ROUNDS);
    return self->running ? PORTAL_START_STARTED : PORTAL_START_BUSY;
}

uint8_t portal_password_seconds_left(portal_password_t *self, uint32_t now)
{
    if (self->failures < FREE_TRIES) {
        return 0;
    }
    const uint32_t pause = (uint32_t)(FIRST_WAIT_MS << ts_min_i32(self->failures - FREE_TRIES, DOUBLINGS_IN_PORTAL_PASSWORD));
    const uint32_t left = (uint32_t)ts_max_i64(0, (int64_t)pause - (now - self->failed_at));
    return (uint8_t)((left + 999u) / 1000u);
}

bool portal_password_on_derived(portal_password_t *self, ts_bytes hash, uint32_t now)
{
    if (!self->running) {
        return false;
    }
    self->running = false;
    if (hash.length != HASH_LENGTH) {
        return false;
    }
    if (self->purpose == PORTAL_PURPOSE_CHECK && !portal_password_is_kept(self, hash)) {
        self->failures = (uint8_t)ts_min_i32(self->failures + 1, 255);
        self->failed_at = now;
        return false;
    }
    self->failures = 0;
    ts_span_u8_set((ts_span_u8){.data = self->remembered, .length = 32}, self->candidate, 32, 0);
    self->remembers = self->has_candidate;
    if (self->purpose == PORTAL_PURPOSE_SET) {
        portal_password_write(self, hash);
    }
    return true;
}

/** Whether a hash is that of the password as it is now, which may be another one than when the check began. */
static inline bool portal_password_is_kept(portal_password_t *self, ts_bytes hash)
{
    uint8_t kept[32] = {0};
    (void)bytes_parse_hex(ts_bytes_subarray(settings_settings_text(self->settings, SETTING), HASH_AT, 4294967295u), (ts_span_u8){.data = kept, .length = 32});
    return portal_password_is_set(self) && portal_same_secret(hash, (ts_bytes){.data = kept, .length = 32});
}

ts_bytes portal_password_setting(portal_password_t *self)
{
    return ts2c_writer_view(&self->kept);
}

static inline void portal_password_write(portal_password_t *self, ts_bytes hash)
{
    ts2c_writer_clear(&self->kept);
    ts2c_writer_text(&self->kept, MARK_IN_PORTAL_PASSWORD);
    ts2c_writer_hex(&self->kept, (ts_bytes){.data = self->salt, .length = 16});
    ts2c_writer_hex(&self->kept, hash);
}

/** Digests a password. The key is made when it is first needed, since chance may not be there at power-up. */
static inline bool portal_password_digest(portal_password_t *self, ts_bytes password, ts_span_u8 into)
{
    if (!self->keyed) {
        self->keyed = true;
        fill_random((ts_span_u8){.data = self->key, .length = 32});
    }
    return p1_passwords_digest((ts_bytes){.data = self->key, .length = 32}, password, into);
}

static void fill_random(ts_span_u8 bytes)
{
    for (uint32_t i = 0; i < bytes.length; i++) {
        bytes.data[i] = (uint8_t)(p1_system_random() & 0xffu);
    }
}
