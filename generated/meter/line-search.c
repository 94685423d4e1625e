/* Made by ts2c from ts/meter/line-search.ts: change that file, not this one. */

#include "meter/line-search.h"

#define TRY_MS 70000

#define TRIES 3

static void meter_line_search_turn(meter_line_search_t *self);
static void meter_line_search_open(meter_line_search_t *self);
static uint32_t meter_line_search_baud(meter_line_search_t *self, uint8_t which);
static platform_frame_t meter_line_search_frame(meter_line_search_t *self, uint8_t which);
static void meter_line_search_tell(meter_line_search_t *self, ts_bytes before, ts_bytes after);

void meter_line_search_init(meter_line_search_t *self, settings_settings_t *settings, settings_keeper_t *keeper)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->out, (ts_span_u8){.data = self->buffer, .length = 160});
    self->settings = settings;
    self->keeper = keeper;
}

void meter_line_search_start(meter_line_search_t *self, uint32_t now)
{
    self->current = 0;
    self->since = now;
    meter_line_search_open(self);
}

void meter_line_search_telegram(meter_line_search_t *self, uint32_t now)
{
    self->since = now;
    if (self->current != 0) {
        meter_line_search_tell(self, TS_TEXT("The meter is read at "), TS_TEXT(", which is kept."));
        (void)settings_settings_assign(self->settings, TS_TEXT("serial_baud"), self->current == 1 ? TS_TEXT("115200") : TS_TEXT("9600"));
        (void)settings_settings_assign(self->settings, TS_TEXT("serial_frame"), platform_frame_texts[meter_line_search_frame(self, self->current)]);
        settings_keeper_save(self->keeper);
        self->current = 0;
    }
}

void meter_line_search_tick(meter_line_search_t *self, uint32_t now)
{
    if (simulator_is_simulated(self->settings) || !settings_settings_on(self->settings, SETTINGS_SETTING_NAME_SERIAL_SEARCH)) {
        self->since = now;
    } else if (now - self->since >= TRY_MS) {
        self->since = now;
        meter_line_search_turn(self);
        meter_line_search_open(self);
        meter_line_search_tell(self, TS_TEXT("No telegram comes, so the meter is tried at "), TS_TEXT("."));
    }
}

/** Goes on to the next way that is another one. */
static void meter_line_search_turn(meter_line_search_t *self)
{
    const uint32_t baud = meter_line_search_baud(self, self->current);
    const platform_frame_t frame = meter_line_search_frame(self, self->current);
    for (uint32_t i = 0; i < TRIES; i++) {
        self->current = (uint8_t)(self->current == 2 ? 0 : self->current + 1);
        if (meter_line_search_baud(self, self->current) != baud || meter_line_search_frame(self, self->current) != frame) {
            return;
        }
    }
}

static void meter_line_search_open(meter_line_search_t *self)
{
    p1_serial_start(meter_line_search_baud(self, self->current), meter_line_search_frame(self, self->current));
}

static uint32_t meter_line_search_baud(meter_line_search_t *self, uint8_t which)
{
    switch (which) {
    case 0:
        return settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SERIAL_BAUD);
    case 1:
        return 115200;
    default:
        return 9600;
    }
    TS_UNREACHABLE();
}

static platform_frame_t meter_line_search_frame(meter_line_search_t *self, uint8_t which)
{
    if (which == 0) {
        return settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SERIAL_FRAME) == 1u ? PLATFORM_FRAME_7E1 : PLATFORM_FRAME_8N1;
    }
    return which == 1 ? PLATFORM_FRAME_8N1 : PLATFORM_FRAME_7E1;
}

static void meter_line_search_tell(meter_line_search_t *self, ts_bytes before, ts_bytes after)
{
    ts2c_writer_clear(&self->out);
    ts2c_writer_text(&self->out, before);
    ts2c_writer_int(&self->out, meter_line_search_baud(self, self->current));
    ts2c_writer_text(&self->out, TS_TEXT(" baud, "));
    ts2c_writer_text(&self->out, platform_frame_texts[meter_line_search_frame(self, self->current)]);
    ts2c_writer_text(&self->out, after);
    p1_log_write(PLATFORM_LEVEL_INFO, ts2c_writer_view(&self->out));
}
