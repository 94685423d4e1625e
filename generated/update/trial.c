/* Made by ts2c from ts/update/trial.ts: change that file, not this one. */

#include "update/trial.h"

#define PATIENCE_MS 600000

void update_trial_init(update_trial_t *self)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->line, (ts_span_u8){.data = self->line_buffer, .length = 192});
}

void update_trial_start(update_trial_t *self, uint32_t now)
{
    self->running = p1_update_state() == PLATFORM_IMAGE_STATE_TRIAL;
    self->since = now;
    ts2c_writer_clear(&self->line);
    ts2c_writer_text(&self->line, TS_TEXT("Firmware "));
    ts2c_writer_bytes(&self->line, ts_bytes_subarray((ts_bytes){.data = self->version_buffer, .length = 32}, 0, p1_update_version((ts_span_u8){.data = self->version_buffer, .length = 32})));
    ts2c_writer_text(&self->line, self->running ? TS_TEXT(" is on trial: it stays when network and broker work.") : TS_TEXT(" runs."));
    p1_log_write(PLATFORM_LEVEL_INFO, ts2c_writer_view(&self->line));
    const uint32_t length = p1_update_rolled_back((ts_span_u8){.data = self->version_buffer, .length = 32});
    if (length > 0u) {
        ts2c_writer_clear(&self->line);
        ts2c_writer_text(&self->line, TS_TEXT("Firmware "));
        ts2c_writer_bytes(&self->line, ts_bytes_subarray((ts_bytes){.data = self->version_buffer, .length = 32}, 0, length));
        ts2c_writer_text(&self->line, TS_TEXT(" was rolled back: it did not get as far as network and broker."));
        p1_log_write(PLATFORM_LEVEL_WARNING, ts2c_writer_view(&self->line));
    }
}

void update_trial_tick(update_trial_t *self, bool works, uint32_t now)
{
    if (self->running && (works || now - self->since >= PATIENCE_MS)) {
        self->running = false;
        p1_update_confirm();
        p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("The firmware is confirmed."));
    }
}
