/* Made by ts2c from ts/meter/line-search.ts: change that file, not this one. */

#include "meter/line-search.h"

#define TRY_MS 70000

#define TRIES_OF_ONE 3

#define TRIES_OF_BOTH 9

#define CROSS 1

#define BOTH 2

#define BOTH_CROSS 4

static void meter_line_search_turn(meter_line_search_t *self);
static inline bool meter_line_search_differ(meter_line_search_t *self, uint32_t one, uint32_t other);
static inline void meter_line_search_open(meter_line_search_t *self);
static inline bool meter_line_search_is_for_both(meter_line_search_t *self);
static inline uint32_t meter_line_search_baud(meter_line_search_t *self, uint32_t which);
static inline platform_frame_t meter_line_search_frame(meter_line_search_t *self, uint32_t which);
static inline bool meter_line_search_is_crossed(meter_line_search_t *self, uint32_t which);
static inline bool meter_line_search_asks(meter_line_search_t *self, uint32_t which);
static inline void meter_line_search_tell(meter_line_search_t *self, ts_bytes before, ts_bytes after);
static inline bool is_fast(uint32_t which);

void meter_line_search_init(meter_line_search_t *self, settings_settings_t *settings, settings_keeper_t *keeper)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->out, (ts_span_u8){.data = self->buffer, .length = 192});
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
    const uint32_t found = self->current;
    if (found == 0u && meter_line_search_asks(self, 0)) {
        return;
    }
    meter_line_search_tell(self, TS_TEXT("The meter is read at "), TS_TEXT(", which is kept."));
    if (found != 0u && settings_settings_on(self->settings, SETTINGS_SETTING_NAME_SERIAL_SEARCH)) {
        (void)settings_settings_assign(self->settings, TS_TEXT("serial_baud"), is_fast(found) ? TS_TEXT("115200") : TS_TEXT("9600"));
        (void)settings_settings_assign(self->settings, TS_TEXT("serial_frame"), platform_frame_texts[meter_line_search_frame(self, found)]);
    }
    if (meter_line_search_is_for_both(self)) {
        const ts_bytes cable = meter_line_search_is_crossed(self, found) ? TS_TEXT("both-cross") : TS_TEXT("both-straight");
        (void)settings_settings_assign(self->settings, TS_TEXT("serial_cable"), cable);
    }
    self->current = 0;
    p1_serial_data_request(true);
    settings_keeper_save(self->keeper);
}

void meter_line_search_tick(meter_line_search_t *self, uint32_t now)
{
    const bool searches = settings_settings_on(self->settings, SETTINGS_SETTING_NAME_SERIAL_SEARCH) || meter_line_search_is_for_both(self);
    if (simulator_is_simulated(self->settings) || !searches) {
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
    const uint32_t before = self->current;
    const uint32_t tries = (uint32_t)(meter_line_search_is_for_both(self) ? TRIES_OF_BOTH : TRIES_OF_ONE);
    for (uint32_t i = 0; i < tries; i++) {
        const uint32_t next_2 = (uint32_t)(self->current + 1);
        self->current = (uint8_t)(next_2 < tries ? ts_min_u32(next_2, (uint32_t)(TRIES_OF_BOTH - 1)) : 0u);
        if (meter_line_search_differ(self, before, self->current)) {
            return;
        }
    }
}

static inline bool meter_line_search_differ(meter_line_search_t *self, uint32_t one, uint32_t other)
{
    return meter_line_search_baud(self, one) != meter_line_search_baud(self, other) || meter_line_search_frame(self, one) != meter_line_search_frame(self, other) || meter_line_search_is_crossed(self, one) != meter_line_search_is_crossed(self, other) || meter_line_search_asks(self, one) != meter_line_search_asks(self, other);
}

static inline void meter_line_search_open(meter_line_search_t *self)
{
    p1_serial_start(meter_line_search_baud(self, self->current), meter_line_search_frame(self, self->current), meter_line_search_is_crossed(self, self->current));
    if (meter_line_search_asks(self, self->current)) {
        p1_serial_data_request(true);
    }
}

/** Whether the board is wired for both cables. */
static inline bool meter_line_search_is_for_both(meter_line_search_t *self)
{
    return settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SERIAL_CABLE) >= BOTH;
}

static inline uint32_t meter_line_search_baud(meter_line_search_t *self, uint32_t which)
{
    if (which == 0u || !settings_settings_on(self->settings, SETTINGS_SETTING_NAME_SERIAL_SEARCH)) {
        return settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SERIAL_BAUD);
    }
    return (uint32_t)(is_fast(which) ? 115200 : 9600);
}

static inline platform_frame_t meter_line_search_frame(meter_line_search_t *self, uint32_t which)
{
    if (which == 0u || !settings_settings_on(self->settings, SETTINGS_SETTING_NAME_SERIAL_SEARCH)) {
        return settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SERIAL_FRAME) == 1u ? PLATFORM_FRAME_7E1 : PLATFORM_FRAME_8N1;
    }
    return is_fast(which) ? PLATFORM_FRAME_8N1 : PLATFORM_FRAME_7E1;
}

/** Whether RX and data request are exchanged. */
static inline bool meter_line_search_is_crossed(meter_line_search_t *self, uint32_t which)
{
    const uint32_t cable = settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SERIAL_CABLE);
    if (which == 0u || cable < BOTH) {
        return cable == CROSS || cable == BOTH_CROSS;
    }
    return which == 3u || which == 4u || which >= 7u;
}

/** Whether the request line is driven; not before the cable is known, or all was tried without. */
static inline bool meter_line_search_asks(meter_line_search_t *self, uint32_t which)
{
    const uint32_t cable = settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SERIAL_CABLE);
    return which == 0u ? cable != BOTH : cable < BOTH || which >= 5u;
}

static inline void meter_line_search_tell(meter_line_search_t *self, ts_bytes before, ts_bytes after)
{
    ts2c_writer_clear(&self->out);
    ts2c_writer_text(&self->out, before);
    ts2c_writer_int(&self->out, meter_line_search_baud(self, self->current));
    ts2c_writer_text(&self->out, TS_TEXT(" baud, "));
    ts2c_writer_text(&self->out, platform_frame_texts[meter_line_search_frame(self, self->current)]);
    if (meter_line_search_is_for_both(self)) {
        ts2c_writer_text(&self->out, meter_line_search_is_crossed(self, self->current) ? TS_TEXT(", by a cross cable") : TS_TEXT(", by a straight cable"));
        ts2c_writer_text(&self->out, meter_line_search_asks(self, self->current) ? TS_TEXT("") : TS_TEXT(", without asking"));
    }
    ts2c_writer_text(&self->out, after);
    p1_log_write(PLATFORM_LEVEL_INFO, ts2c_writer_view(&self->out));
}

static inline bool is_fast(uint32_t which)
{
    return which % 2u == 1u;
}
