/* Made by ts2c from ts/update/installation.ts: change that file, not this one. */

#include "update/installation.h"

#define RESTART_MS 1000

static inline update_step_t update_installation_take_end(update_installation_t *self);
static update_step_t update_installation_collect(update_installation_t *self, ts_bytes part);
static inline update_step_t update_installation_refuse(update_installation_t *self, update_step_t refusal);

ts_bytes update_refusal_text(update_step_t refusal)
{
    switch (refusal) {
    case UPDATE_STEP_BUSY:
        return TS_TEXT("Another update is under way.");
    case UPDATE_STEP_TRIAL:
        return TS_TEXT("The running firmware is on trial itself: wait until it is confirmed, or restart the device to go back.");
    case UPDATE_STEP_TOO_LARGE:
        return TS_TEXT("This image is larger than the flash has room for.");
    case UPDATE_STEP_OLDER:
        return TS_TEXT("This image is older than the firmware that runs: add ?older=yes to the address if you mean it.");
    case UPDATE_STEP_BROKEN_OFF:
        return TS_TEXT("The image broke off.");
    case UPDATE_STEP_DAMAGED:
        return TS_TEXT("This image is damaged, or not signed as it must be: its checksum or its signature is wrong.");
    case UPDATE_STEP_OTHER_CHIP:
        return TS_TEXT("This image is for another chip.");
    case UPDATE_STEP_OTHER_PROJECT:
        return TS_TEXT("This image is another project's.");
    case UPDATE_STEP_NO_IMAGE:
        return TS_TEXT("This is no firmware image.");
    default:
        return TS_TEXT("The flash could not be written.");
    }
    TS_UNREACHABLE();
}

void update_installation_init(update_installation_t *self, update_trial_t *trial)
{
    memset(self, 0, sizeof(*self));
    self->state = UPDATE_STATE_IDLE;
    self->source = UPDATE_SOURCE_NOBODY;
    self->trial = trial;
}

bool update_installation_is_busy(update_installation_t *self)
{
    return self->state != UPDATE_STATE_IDLE;
}

update_step_t update_installation_begin(update_installation_t *self, update_source_t source, uint32_t length, bool any_version)
{
    if (update_installation_is_busy(self)) {
        return UPDATE_STEP_BUSY;
    }
    if (update_trial_is_running(self->trial)) {
        return UPDATE_STEP_TRIAL;
    }
    if (length < UPDATE_IMAGE_HEAD) {
        return UPDATE_STEP_NO_IMAGE;
    }
    if (length > p1_update_slot_size()) {
        return UPDATE_STEP_TOO_LARGE;
    }
    self->state = UPDATE_STATE_HEAD;
    self->source = source;
    self->any_version = any_version;
    self->length = length;
    self->received = 0;
    self->used = 0;
    return UPDATE_STEP_MORE;
}

update_step_t update_installation_take(update_installation_t *self, ts_bytes part)
{
    self->received = self->received + part.length;
    if (part.length == 0u) {
        return update_installation_take_end(self);
    }
    if (self->state == UPDATE_STATE_HEAD) {
        return update_installation_collect(self, part);
    }
    return self->state == UPDATE_STATE_WRITING && p1_update_write(part) ? UPDATE_STEP_WAITS : update_installation_refuse(self, UPDATE_STEP_FLASH);
}

static inline update_step_t update_installation_take_end(update_installation_t *self)
{
    if (self->received < self->length || self->state != UPDATE_STATE_WRITING) {
        return update_installation_refuse(self, UPDATE_STEP_BROKEN_OFF);
    }
    self->state = UPDATE_STATE_FINISHING;
    update_trial_remember(self->trial);
    p1_update_finish();
    return UPDATE_STEP_WAITS;
}

/** Collects the image's head, and starts to write when it is there and right. */
static update_step_t update_installation_collect(update_installation_t *self, ts_bytes part)
{
    const uint32_t used = self->used;
    if (part.length > 1312u - used) {
        return update_installation_refuse(self, UPDATE_STEP_FLASH);
    }
    ts_span_u8_set((ts_span_u8){.data = self->memory, .length = 1312}, part.data, part.length, used);
    self->used = (uint16_t)(used + part.length);
    if (self->used < UPDATE_IMAGE_HEAD) {
        return UPDATE_STEP_MORE;
    }
    switch (update_examine((ts_bytes){.data = self->memory, .length = 1312}, p1_update_chip())) {
    case UPDATE_IMAGE_FAULT_NO_IMAGE:
        return update_installation_refuse(self, UPDATE_STEP_NO_IMAGE);
    case UPDATE_IMAGE_FAULT_OTHER_CHIP:
        return update_installation_refuse(self, UPDATE_STEP_OTHER_CHIP);
    case UPDATE_IMAGE_FAULT_OTHER_PROJECT:
        return update_installation_refuse(self, UPDATE_STEP_OTHER_PROJECT);
    case UPDATE_IMAGE_FAULT_NONE:
        break;
    default:
        break;
    }
    if (!self->any_version && update_order_of(update_installation_version(self), update_trial_version(self->trial)) == UPDATE_ORDER_OLDER) {
        return update_installation_refuse(self, UPDATE_STEP_OLDER);
    }
    self->state = UPDATE_STATE_STARTING;
    update_trial_overwrite(self->trial);
    p1_update_begin();
    return UPDATE_STEP_WAITS;
}

ts_bytes update_installation_version(update_installation_t *self)
{
    return update_version_of((ts_bytes){.data = self->memory, .length = 1312});
}

update_step_t update_installation_on_update(update_installation_t *self, platform_update_event_t event, uint32_t now)
{
    switch (event) {
    case PLATFORM_UPDATE_EVENT_READY:
        if (self->state == UPDATE_STATE_STARTING) {
            self->state = UPDATE_STATE_WRITING;
            (void)p1_update_write(ts_bytes_slice((ts_bytes){.data = self->memory, .length = 1312}, 0, self->used));
        }
        return UPDATE_STEP_WAITS;
    case PLATFORM_UPDATE_EVENT_WRITTEN:
        return self->state == UPDATE_STATE_WRITING ? UPDATE_STEP_MORE : UPDATE_STEP_WAITS;
    case PLATFORM_UPDATE_EVENT_INSTALLED:
        if (self->state != UPDATE_STATE_FINISHING) {
            return UPDATE_STEP_WAITS;
        }
        self->state = UPDATE_STATE_RESTARTING;
        self->installed_at = now;
        p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("An update is installed: the device restarts."));
        return UPDATE_STEP_INSTALLED;
    case PLATFORM_UPDATE_EVENT_DAMAGED:
        return self->state == UPDATE_STATE_IDLE ? UPDATE_STEP_WAITS : update_installation_refuse(self, UPDATE_STEP_DAMAGED);
    case PLATFORM_UPDATE_EVENT_FAILED:
        return self->state == UPDATE_STATE_IDLE ? UPDATE_STEP_WAITS : update_installation_refuse(self, UPDATE_STEP_FLASH);
    case PLATFORM_UPDATE_EVENT_CONFIRMED:
        update_trial_confirmed(self->trial);
        return UPDATE_STEP_WAITS;
    default:
        break;
    }
    TS_UNREACHABLE();
}

void update_installation_tick(update_installation_t *self, uint32_t now)
{
    update_trial_tick(self->trial, now);
    if (self->state == UPDATE_STATE_RESTARTING && now - self->installed_at >= RESTART_MS) {
        self->state = UPDATE_STATE_IDLE;
        p1_system_restart();
    }
}

void update_installation_abort(update_installation_t *self)
{
    if (self->state == UPDATE_STATE_RESTARTING) {
        return;
    }
    if (self->state != UPDATE_STATE_IDLE && self->state != UPDATE_STATE_HEAD) {
        p1_update_abort();
    }
    self->state = UPDATE_STATE_IDLE;
}

static inline update_step_t update_installation_refuse(update_installation_t *self, update_step_t refusal)
{
    update_installation_abort(self);
    return refusal;
}
