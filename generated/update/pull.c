/* Made by ts2c from ts/update/pull.ts: change that file, not this one. */

#include "update/pull.h"

#define FIRST_PAUSE_MS_IN_UPDATE_PULL 5000

#define LONGEST_PAUSE_MS_IN_UPDATE_PULL 600000

#define DOUBLINGS_IN_UPDATE_PULL 7

#define FAILURES 10

#define PATIENCE_MS_IN_UPDATE_PULL 21600000

#define OFF_IN_UPDATE_PULL 0

#define INSTALL 2

static inline bool update_pull_is_busy(update_pull_t *self);
static inline void update_pull_begin(update_pull_t *self, bool installs, uint32_t now);
static inline void update_pull_begin_manifest(update_pull_t *self, uint32_t now);
static inline void update_pull_fetch(update_pull_t *self, ts_bytes url, uint32_t from, update_pull_state_t state, uint32_t now);
static inline void update_pull_take_part(update_pull_t *self, ts_bytes bytes);
static inline void update_pull_take_of_manifest(update_pull_t *self, ts_bytes bytes);
static inline void update_pull_take_of_image(update_pull_t *self, ts_bytes bytes);
static void update_pull_take_end(update_pull_t *self, uint32_t now);
static void update_pull_judge(update_pull_t *self, uint32_t now);
static inline void update_pull_end_image(update_pull_t *self, uint32_t now);
static inline bool update_pull_is_looking(update_pull_t *self);
static inline uint32_t update_pull_pause_length(update_pull_t *self);
static inline void update_pull_pause(update_pull_t *self, ts_bytes problem, uint32_t now);
static inline void update_pull_fail(update_pull_t *self, ts_bytes problem);

const ts_bytes update_pull_state_texts[7] = {
    {(const uint8_t *)"idle", 4},
    {(const uint8_t *)"checking", 8},
    {(const uint8_t *)"available", 9},
    {(const uint8_t *)"downloading", 11},
    {(const uint8_t *)"waiting", 7},
    {(const uint8_t *)"installing", 10},
    {(const uint8_t *)"failed", 6},
};

void update_pull_init(update_pull_t *self, settings_settings_t *settings, update_trial_t *trial, update_installation_t *installation, update_manifest_t *manifest)
{
    memset(self, 0, sizeof(*self));
    self->state = UPDATE_PULL_STATE_IDLE;
    self->problem = TS_TEXT("");
    update_daily_init(&self->daily);
    self->settings = settings;
    self->trial = trial;
    self->installation = installation;
    self->manifest = manifest;
}

bool update_pull_ask(update_pull_t *self, bool installs, uint32_t now)
{
    if (update_pull_is_busy(self)) {
        return false;
    }
    self->by_person = true;
    update_pull_begin(self, installs, now);
    return true;
}

static inline bool update_pull_is_busy(update_pull_t *self)
{
    return self->state != UPDATE_PULL_STATE_IDLE && self->state != UPDATE_PULL_STATE_AVAILABLE && self->state != UPDATE_PULL_STATE_FAILED;
}

static inline void update_pull_begin(update_pull_t *self, bool installs, uint32_t now)
{
    self->installs = installs;
    self->failures = 0;
    self->began_at = now;
    self->problem = TS_TEXT("");
    update_pull_begin_manifest(self, now);
}

static inline void update_pull_begin_manifest(update_pull_t *self, uint32_t now)
{
    const ts_bytes url = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_UPDATE_URL);
    self->in_image = false;
    self->received = 0;
    if (url.length == 0u) {
        update_pull_fail(self, TS_TEXT("No address is set where updates are: set update_url."));
    } else {
        update_pull_fetch(self, url, 0, UPDATE_PULL_STATE_CHECKING, now);
    }
}

/** Begins an attempt to fetch something. */
static inline void update_pull_fetch(update_pull_t *self, ts_bytes url, uint32_t from, update_pull_state_t state, uint32_t now)
{
    const bool plain = settings_settings_on(self->settings, SETTINGS_SETTING_NAME_UPDATE_UNENCRYPTED);
    self->id = self->id + 1u;
    if (!update_has_scheme(url) || (!plain && !update_is_secure(url))) {
        update_pull_fail(self, TS_TEXT("The address of an update must begin with https://, unless update_unencrypted is on."));
    } else if (update_is_secure(url) && p1_clock_utc() == 0) {
        update_pull_pause(self, TS_TEXT("The time of day is not known yet, by which the server's certificate is checked."), now);
    } else if (p1_download_open(self->id, url, from, plain)) {
        self->state = state;
    } else {
        update_pull_pause(self, TS_TEXT("The download before has not ended, or there is no memory for one."), now);
    }
}

void update_pull_on_download(update_pull_t *self, uint32_t id, platform_download_event_t event, ts_bytes bytes, uint32_t now)
{
    if (id != self->id || (self->state != UPDATE_PULL_STATE_CHECKING && self->state != UPDATE_PULL_STATE_DOWNLOADING)) {
        return;
    }
    switch (event) {
    case PLATFORM_DOWNLOAD_EVENT_BEGUN:
        self->skip = self->received - ts_min_u32(p1_download_offset(), self->received);
        p1_download_receive();
        break;
    case PLATFORM_DOWNLOAD_EVENT_PART:
        update_pull_take_part(self, bytes);
        break;
    case PLATFORM_DOWNLOAD_EVENT_END:
        update_pull_take_end(self, now);
        break;
    default:
        if (update_is_passing(event)) {
            update_pull_pause(self, update_download_text(event), now);
        } else {
            update_pull_fail(self, update_download_text(event));
        }
        break;
    }
}

static inline void update_pull_take_part(update_pull_t *self, ts_bytes bytes)
{
    const ts_bytes fresh = ts_bytes_subarray(bytes, self->skip, 4294967295u);
    self->skip = (uint32_t)ts_max_i64(0, (int64_t)self->skip - bytes.length);
    if (fresh.length == 0u) {
        p1_download_receive();
    } else if (self->in_image) {
        update_pull_take_of_image(self, fresh);
    } else {
        update_pull_take_of_manifest(self, fresh);
    }
}

/** The manifest is collected where an image's head will be. */
static inline void update_pull_take_of_manifest(update_pull_t *self, ts_bytes bytes)
{
    const ts_span_u8 memory = (ts_span_u8){.data = self->installation->memory, .length = 1312};
    const uint32_t received = self->received;
    if (update_installation_is_busy(self->installation)) {
        update_pull_fail(self, update_refusal_text(UPDATE_STEP_BUSY));
    } else if (received > memory.length || bytes.length > memory.length - received) {
        update_pull_fail(self, update_manifest_text(UPDATE_MANIFEST_FAULT_NO_MANIFEST));
    } else {
        ts_span_u8_set(memory, bytes.data, bytes.length, received);
        self->received = received + bytes.length;
        p1_download_receive();
    }
}

static inline void update_pull_take_of_image(update_pull_t *self, ts_bytes bytes)
{
    self->received = self->received + bytes.length;
    self->failures = 0;
    if (self->received > self->manifest->size) {
        update_pull_fail(self, TS_TEXT("The image is longer than the manifest says."));
    } else if (!p1_cipher_hash_update(bytes)) {
        update_pull_fail(self, TS_TEXT("The image's checksum can't be computed."));
    } else {
        update_pull_follow(self, update_installation_take(self->installation, bytes));
    }
}

static void update_pull_take_end(update_pull_t *self, uint32_t now)
{
    if (self->in_image) {
        update_pull_end_image(self, now);
        return;
    }
    if (update_installation_is_busy(self->installation)) {
        update_pull_fail(self, update_refusal_text(UPDATE_STEP_BUSY));
        return;
    }
    const ts_span_u8 text = ts_span_u8_subarray((ts_span_u8){.data = self->installation->memory, .length = 1312}, 0, self->received);
    const update_manifest_fault_t fault = update_manifest_read(self->manifest, ts_as_bytes(text), p1_update_chip(), settings_settings_text(self->settings, SETTINGS_SETTING_NAME_UPDATE_URL));
    if (fault != UPDATE_MANIFEST_FAULT_NONE) {
        update_pull_fail(self, update_manifest_text(fault));
        return;
    }
    update_pull_judge(self, now);
}

/** Decides what to do with the version that the manifest names. */
static void update_pull_judge(update_pull_t *self, uint32_t now)
{
    const ts_bytes version = update_manifest_version(self->manifest);
    const update_order_t order = update_order_of(version, update_trial_version(self->trial));
    if (order == UPDATE_ORDER_OLDER || order == UPDATE_ORDER_SAME) {
        self->state = UPDATE_PULL_STATE_IDLE;
        p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("There is no newer firmware."));
        return;
    }
    if (!self->by_person && !update_manifest_is_for(self->manifest, p1_system_chip_id())) {
        self->state = UPDATE_PULL_STATE_IDLE;
        p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("There is a newer firmware, but not yet for this device."));
        return;
    }
    self->state = UPDATE_PULL_STATE_AVAILABLE;
    p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("There is a newer firmware."));
    if (!self->installs) {
        return;
    }
    if (!self->by_person && (order == UPDATE_ORDER_UNKNOWN || update_trial_has_failed(self->trial, version))) {
        self->problem = update_left_text(order);
        p1_log_write(PLATFORM_LEVEL_WARNING, self->problem);
        return;
    }
    const update_step_t step = update_installation_begin(self->installation, UPDATE_SOURCE_PULL, self->manifest->size, false);
    if (step != UPDATE_STEP_MORE) {
        update_pull_fail(self, update_refusal_text(step));
    } else if (!p1_cipher_hash_start()) {
        update_pull_fail(self, TS_TEXT("The image's checksum can't be computed."));
    } else {
        self->in_image = true;
        self->received = 0;
        update_pull_fetch(self, update_manifest_url(self->manifest), 0, UPDATE_PULL_STATE_DOWNLOADING, now);
    }
}

/** All of the image is there: it has to be the one that the manifest names. */
static inline void update_pull_end_image(update_pull_t *self, uint32_t now)
{
    if (self->received < self->manifest->size) {
        update_pull_pause(self, update_download_text(PLATFORM_DOWNLOAD_EVENT_BROKEN), now);
    } else if (!p1_cipher_hash_finish((ts_span_u8){.data = self->hash, .length = 32}) || !bytes_same_bytes((ts_bytes){.data = self->hash, .length = 32}, update_manifest_hash(self->manifest))) {
        update_pull_fail(self, TS_TEXT("The image is not the one that the manifest names: its checksum is wrong."));
    } else if (!bytes_same_bytes(update_installation_version(self->installation), update_manifest_version(self->manifest))) {
        update_pull_fail(self, TS_TEXT("The image has another version than the manifest says."));
    } else {
        self->state = UPDATE_PULL_STATE_INSTALLING;
        update_pull_follow(self, update_installation_take(self->installation, TS_TEXT("")));
    }
}

void update_pull_follow(update_pull_t *self, update_step_t step)
{
    if (self->installation->source != UPDATE_SOURCE_PULL || !update_pull_is_busy(self) || step == UPDATE_STEP_WAITS || step == UPDATE_STEP_INSTALLED) {
        return;
    }
    if (step != UPDATE_STEP_MORE) {
        update_pull_fail(self, update_refusal_text(step));
    } else if (self->state == UPDATE_PULL_STATE_DOWNLOADING) {
        p1_download_receive();
    }
}

void update_pull_give_way(update_pull_t *self)
{
    if (update_pull_is_busy(self) && self->state != UPDATE_PULL_STATE_INSTALLING) {
        update_pull_fail(self, TS_TEXT("Somebody sent an image meanwhile."));
    }
}

void update_pull_tick(update_pull_t *self, uint32_t now)
{
    if (update_daily_has_begun(&self->daily) && update_pull_is_looking(self)) {
        self->by_person = false;
        update_pull_begin(self, settings_settings_number(self->settings, SETTINGS_SETTING_NAME_UPDATE_CHECK) == INSTALL, now);
    }
    if (self->state == UPDATE_PULL_STATE_WAITING && now - self->paused_at >= update_pull_pause_length(self)) {
        if (self->in_image) {
            update_pull_fetch(self, update_manifest_url(self->manifest), self->received, UPDATE_PULL_STATE_DOWNLOADING, now);
        } else {
            update_pull_begin_manifest(self, now);
        }
    }
    if (update_pull_is_busy(self) && self->state != UPDATE_PULL_STATE_INSTALLING && now - self->began_at >= PATIENCE_MS_IN_UPDATE_PULL) {
        update_pull_fail(self, TS_TEXT("The download takes too long."));
    }
}

static inline bool update_pull_is_looking(update_pull_t *self)
{
    bool value_2;
    value_2 = settings_settings_number(self->settings, SETTINGS_SETTING_NAME_UPDATE_CHECK) != OFF_IN_UPDATE_PULL;
    if (value_2) {
        const ts_bytes value_1 = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_UPDATE_URL);
        value_2 = value_1.length > 0u;
    }
    const bool is_wanted = value_2;
    return is_wanted && !update_pull_is_busy(self) && !update_trial_is_running(self->trial);
}

static inline uint32_t update_pull_pause_length(update_pull_t *self)
{
    const uint32_t doublings = (uint32_t)ts_min_i32(ts_max_i32(self->failures, 1) - 1, DOUBLINGS_IN_UPDATE_PULL);
    return (uint32_t)ts_min_i32(FIRST_PAUSE_MS_IN_UPDATE_PULL << doublings, LONGEST_PAUSE_MS_IN_UPDATE_PULL);
}

/** An attempt broke: it is tried again in a while, from where it broke on. */
static inline void update_pull_pause(update_pull_t *self, ts_bytes problem, uint32_t now)
{
    if (self->failures >= FAILURES) {
        update_pull_fail(self, problem);
        return;
    }
    self->failures++;
    p1_download_close();
    self->id = self->id + 1u;
    self->state = UPDATE_PULL_STATE_WAITING;
    self->paused_at = now;
    self->problem = problem;
    p1_log_write(self->failures == 1 ? PLATFORM_LEVEL_WARNING : PLATFORM_LEVEL_DEBUG, problem);
}

static inline void update_pull_fail(update_pull_t *self, ts_bytes problem)
{
    p1_download_close();
    self->id = self->id + 1u;
    if (self->installation->source == UPDATE_SOURCE_PULL) {
        update_installation_abort(self->installation);
    }
    self->in_image = false;
    self->state = UPDATE_PULL_STATE_FAILED;
    self->problem = problem;
    p1_log_write(PLATFORM_LEVEL_WARNING, problem);
}

void update_pull_write(update_pull_t *self, ts2c_writer_t *out)
{
    ts2c_writer_text(out, TS_TEXT("{\"state\":\""));
    ts2c_writer_text(out, update_pull_state_texts[self->state]);
    ts2c_writer_text(out, TS_TEXT("\""));
    bool value_2;
    value_2 = self->state != UPDATE_PULL_STATE_IDLE;
    if (value_2) {
        const ts_bytes value_1 = update_manifest_version(self->manifest);
        value_2 = value_1.length > 0u;
    }
    if (value_2) {
        ts2c_writer_text(out, TS_TEXT(",\"version\":"));
        ts2c_writer_json_string(out, update_manifest_version(self->manifest));
    }
    if (self->in_image) {
        ts2c_writer_text(out, TS_TEXT(",\"received\":"));
        ts2c_writer_int(out, self->received);
        ts2c_writer_text(out, TS_TEXT(",\"size\":"));
        ts2c_writer_int(out, self->manifest->size);
    }
    const ts_bytes problem = self->problem;
    if (problem.length > 0u) {
        ts2c_writer_text(out, TS_TEXT(",\"problem\":"));
        ts2c_writer_json_string(out, problem);
    }
    ts2c_writer_text(out, TS_TEXT("}"));
}
