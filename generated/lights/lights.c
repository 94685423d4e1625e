/* Made by ts2c from ts/lights/lights.ts: change that file, not this one. */

#include "lights/lights.h"

#define IDLE_MS 1000

#define IDENTIFY_MS 15000

#define PICTURE_MS 500

#define FAST_MS 200

#define SLOW_MS 800

#define MINUTE_MS 60000

static lights_colour_t broker_colour(lights_broker_light_t state);
static lights_colour_t meter_colour(lights_meter_light_t state);
static void lights_lights_paint(lights_lights_t *self);
static void lights_lights_paint_work(lights_lights_t *self, uint32_t percent);
static inline void lights_lights_show_all(lights_lights_t *self, lights_colour_t colour, uint32_t percent);
static inline lights_colour_t lights_lights_seen(lights_lights_t *self, lights_colour_t colour);

static lights_colour_t broker_colour(lights_broker_light_t state)
{
    switch (state) {
    case LIGHTS_BROKER_LIGHT_CONNECTED:
        return LIGHTS_COLOUR_GREEN;
    case LIGHTS_BROKER_LIGHT_COULD_NOT_SEND:
        return LIGHTS_COLOUR_YELLOW;
    default:
        return LIGHTS_COLOUR_RED;
    }
    TS_UNREACHABLE();
}

static lights_colour_t meter_colour(lights_meter_light_t state)
{
    switch (state) {
    case LIGHTS_METER_LIGHT_RECEIVING:
        return LIGHTS_COLOUR_BLUE;
    case LIGHTS_METER_LIGHT_RIGHT:
        return LIGHTS_COLOUR_GREEN;
    case LIGHTS_METER_LIGHT_WRONG:
        return LIGHTS_COLOUR_RED;
    case LIGHTS_METER_LIGHT_SENDING:
        return LIGHTS_COLOUR_PURPLE;
    case LIGHTS_METER_LIGHT_SILENT:
        return LIGHTS_COLOUR_YELLOW;
    default:
        return LIGHTS_COLOUR_OFF;
    }
    TS_UNREACHABLE();
}

void lights_lights_init(lights_lights_t *self, settings_settings_t *settings)
{
    memset(self, 0, sizeof(*self));
    lights_strip_init(&self->strip);
    self->broker = LIGHTS_BROKER_LIGHT_NOT_CONNECTED;
    self->meter = LIGHTS_METER_LIGHT_IDLE;
    self->scene = LIGHTS_SCENE_NONE;
    self->work = LIGHTS_WORK_NONE;
    self->settings = settings;
}

void lights_lights_start(lights_lights_t *self, uint32_t now)
{
    self->now = now;
    self->awake_since = now;
    lights_strip_start(&self->strip);
    lights_lights_paint(self);
}

void lights_lights_show_network(lights_lights_t *self, bool up)
{
    self->network = up;
    lights_lights_paint(self);
}

void lights_lights_show_broker(lights_lights_t *self, lights_broker_light_t state)
{
    self->broker = state;
    lights_lights_paint(self);
}

void lights_lights_show_meter(lights_lights_t *self, lights_meter_light_t state, uint32_t now)
{
    self->now = now;
    self->meter_since = now;
    self->meter = state;
    lights_lights_paint(self);
}

void lights_lights_show_scene(lights_lights_t *self, lights_scene_t scene, uint32_t now)
{
    self->now = now;
    self->scene = scene;
    self->restarts = scene == LIGHTS_SCENE_RESTART || (scene == LIGHTS_SCENE_IDENTIFY && self->restarts);
    self->scene_since = now;
    self->awake_since = now;
    self->resting = false;
    lights_lights_paint(self);
}

void lights_lights_tick(lights_lights_t *self, uint32_t now, bool silent, lights_work_t work)
{
    self->now = now;
    self->work = work;
    const lights_meter_light_t rest = silent ? LIGHTS_METER_LIGHT_SILENT : LIGHTS_METER_LIGHT_IDLE;
    if (self->meter != rest && now - self->meter_since >= IDLE_MS) {
        self->meter = rest;
    }
    if (self->scene == LIGHTS_SCENE_IDENTIFY && now - self->scene_since >= IDENTIFY_MS) {
        lights_lights_show_scene(self, self->restarts ? LIGHTS_SCENE_RESTART : LIGHTS_SCENE_NONE, now);
    }
    const uint32_t minutes = ts_min_u32(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_LIGHTS_MINUTES), 1440);
    if (minutes == 0u) {
        self->resting = false;
        self->awake_since = now;
    } else if (now - self->awake_since >= minutes * MINUTE_MS) {
        self->resting = true;
    }
    lights_lights_paint(self);
}

lights_colour_t lights_lights_colour(lights_lights_t *self, uint8_t light)
{
    return lights_strip_colour(&self->strip, light);
}

static void lights_lights_paint(lights_lights_t *self)
{
    const bool odd = (self->now - self->scene_since) / PICTURE_MS % 2u == 1u;
    const uint32_t percent = ts_min_u32(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_LIGHTS_BRIGHTNESS), 500);
    switch (self->scene) {
    case LIGHTS_SCENE_IDENTIFY:
        // Whoever asks for it wants to see it, also where the lights are off otherwise.
        lights_strip_show(&self->strip, odd ? LIGHTS_COLOUR_OFF : LIGHTS_COLOUR_PURPLE, odd ? LIGHTS_COLOUR_PURPLE : LIGHTS_COLOUR_OFF, odd ? LIGHTS_COLOUR_OFF : LIGHTS_COLOUR_PURPLE, (uint16_t)ts_max_u32(percent, 100));
        break;
    case LIGHTS_SCENE_RESTART:
        lights_lights_show_all(self, !odd ? LIGHTS_COLOUR_PURPLE : settings_settings_on(self->settings, SETTINGS_SETTING_NAME_LIGHTS_BLINK) ? LIGHTS_COLOUR_OFF : LIGHTS_COLOUR_BLUE, percent);
        break;
    case LIGHTS_SCENE_STOPPED:
        lights_lights_show_all(self, LIGHTS_COLOUR_RED, percent);
        break;
    case LIGHTS_SCENE_NONE:
        lights_lights_paint_work(self, percent);
        break;
    default:
        break;
    }
}

/** Each kind of work has a movement of its own, so that nobody has to know it by its colour. */
static void lights_lights_paint_work(lights_lights_t *self, uint32_t percent)
{
    const uint32_t picture = self->now / PICTURE_MS % 4u;
    switch (self->work) {
    case LIGHTS_WORK_PROVISIONING:
        // One light goes there and back.
        lights_strip_show(&self->strip, picture == 0u ? LIGHTS_COLOUR_BLUE : LIGHTS_COLOUR_OFF, picture % 2u == 1u ? LIGHTS_COLOUR_BLUE : LIGHTS_COLOUR_OFF, picture == 2u ? LIGHTS_COLOUR_BLUE : LIGHTS_COLOUR_OFF, (uint16_t)percent);
        break;
    case LIGHTS_WORK_UPDATING:
        // They fill up.
        lights_strip_show(&self->strip, picture >= 1u ? LIGHTS_COLOUR_PURPLE : LIGHTS_COLOUR_OFF, picture >= 2u ? LIGHTS_COLOUR_PURPLE : LIGHTS_COLOUR_OFF, picture == 3u ? LIGHTS_COLOUR_PURPLE : LIGHTS_COLOUR_OFF, (uint16_t)percent);
        break;
    case LIGHTS_WORK_NONE:
        lights_strip_show(&self->strip, lights_lights_seen(self, self->network ? LIGHTS_COLOUR_GREEN : LIGHTS_COLOUR_RED), lights_lights_seen(self, broker_colour(self->broker)), lights_lights_seen(self, meter_colour(self->meter)), (uint16_t)percent);
        break;
    default:
        break;
    }
}

static inline void lights_lights_show_all(lights_lights_t *self, lights_colour_t colour, uint32_t percent)
{
    lights_strip_show(&self->strip, colour, colour, colour, (uint16_t)percent);
}

/** The colour as it is at this moment: it may blink, and what is right need not be shown for ever. */
static inline lights_colour_t lights_lights_seen(lights_lights_t *self, lights_colour_t colour)
{
    const bool is_wrong = colour == LIGHTS_COLOUR_RED || colour == LIGHTS_COLOUR_YELLOW;
    if (!is_wrong) {
        return self->resting ? LIGHTS_COLOUR_OFF : colour;
    }
    const uint32_t half = (uint32_t)(colour == LIGHTS_COLOUR_RED ? FAST_MS : SLOW_MS);
    const bool is_dark = settings_settings_on(self->settings, SETTINGS_SETTING_NAME_LIGHTS_BLINK) && self->now / half % 2u == 1u;
    return is_dark ? LIGHTS_COLOUR_OFF : colour;
}
