/* Made by ts2c from ts/lights/lights.ts: change that file, not this one. */

#include "lights/lights.h"

#define NETWORK 0

#define BROKER 1

#define METER 2

#define IDLE_MS 1000

static void paint(uint8_t light, lights_colour_t colour);
static lights_colour_t broker_colour(lights_broker_light_t state);
static lights_colour_t meter_colour(lights_meter_light_t state);

static void paint(uint8_t light, lights_colour_t colour)
{
    switch (colour) {
    case LIGHTS_COLOUR_OFF:
        p1_lights_set(light, 0, 0, 0);
        break;
    case LIGHTS_COLOUR_RED:
        p1_lights_set(light, 48, 0, 0);
        break;
    case LIGHTS_COLOUR_GREEN:
        p1_lights_set(light, 2, 12, 2);
        break;
    case LIGHTS_COLOUR_BLUE:
        p1_lights_set(light, 0, 0, 16);
        break;
    case LIGHTS_COLOUR_YELLOW:
        p1_lights_set(light, 32, 32, 0);
        break;
    case LIGHTS_COLOUR_PURPLE:
        p1_lights_set(light, 32, 0, 32);
        break;
    default:
        break;
    }
}

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

void lights_lights_init(lights_lights_t *self)
{
    memset(self, 0, sizeof(*self));
    self->broker = LIGHTS_BROKER_LIGHT_NOT_CONNECTED;
    self->meter = LIGHTS_METER_LIGHT_IDLE;
}

void lights_lights_start(lights_lights_t *self)
{
    lights_lights_show_network(self, false);
    paint(BROKER, broker_colour(self->broker));
    paint(METER, meter_colour(self->meter));
}

void lights_lights_show_network(lights_lights_t *self, bool up)
{
    (void)self;
    paint(NETWORK, up ? LIGHTS_COLOUR_GREEN : LIGHTS_COLOUR_RED);
}

void lights_lights_show_broker(lights_lights_t *self, lights_broker_light_t state)
{
    if (state != self->broker) {
        self->broker = state;
        paint(BROKER, broker_colour(state));
    }
}

void lights_lights_show_meter(lights_lights_t *self, lights_meter_light_t state, uint32_t now)
{
    self->meter_since = now;
    if (state != self->meter) {
        self->meter = state;
        paint(METER, meter_colour(state));
    }
}

void lights_lights_tick(lights_lights_t *self, uint32_t now, bool silent)
{
    const lights_meter_light_t rest = silent ? LIGHTS_METER_LIGHT_SILENT : LIGHTS_METER_LIGHT_IDLE;
    if (self->meter != rest && now - self->meter_since >= IDLE_MS) {
        lights_lights_show_meter(self, rest, now);
    }
}
