/* Made by ts2c from ts/lights/strip.ts: change that file, not this one. */

#include "lights/strip.h"

static void lights_strip_paint(lights_strip_t *self, uint32_t light, lights_colour_t colour, bool anew);
static inline uint32_t lights_strip_scale(lights_strip_t *self, uint32_t level);

const ts_bytes lights_colour_texts[6] = {
    {(const uint8_t *)"off", 3},
    {(const uint8_t *)"red", 3},
    {(const uint8_t *)"green", 5},
    {(const uint8_t *)"blue", 4},
    {(const uint8_t *)"yellow", 6},
    {(const uint8_t *)"purple", 6},
};

void lights_strip_init(lights_strip_t *self)
{
    memset(self, 0, sizeof(*self));
    for (uint32_t i = 0; i < 3; i++) {
        self->shown[i] = LIGHTS_COLOUR_OFF;
    }
    self->percent = 100;
}

void lights_strip_start(lights_strip_t *self)
{
    for (uint32_t light = 0; light < LIGHTS_LIGHTS; light++) {
        self->shown[light] = LIGHTS_COLOUR_OFF;
        p1_lights_set((uint8_t)light, 0, 0, 0);
    }
}

void lights_strip_show(lights_strip_t *self, lights_colour_t first, lights_colour_t second, lights_colour_t third, uint16_t percent)
{
    const bool anew = percent != self->percent;
    self->percent = percent;
    lights_strip_paint(self, 0, first, anew);
    lights_strip_paint(self, 1, second, anew);
    lights_strip_paint(self, 2, third, anew);
}

lights_colour_t lights_strip_colour(lights_strip_t *self, uint8_t light)
{
    return self->percent == 0 ? LIGHTS_COLOUR_OFF : self->shown[light];
}

static void lights_strip_paint(lights_strip_t *self, uint32_t light, lights_colour_t colour, bool anew)
{
    if (colour == self->shown[light] && !anew) {
        return;
    }
    self->shown[light] = colour;
    switch (colour) {
    case LIGHTS_COLOUR_OFF:
        p1_lights_set((uint8_t)light, 0, 0, 0);
        break;
    case LIGHTS_COLOUR_RED:
        p1_lights_set((uint8_t)light, (uint8_t)lights_strip_scale(self, 48), 0, 0);
        break;
    case LIGHTS_COLOUR_GREEN:
        p1_lights_set((uint8_t)light, (uint8_t)lights_strip_scale(self, 2), (uint8_t)lights_strip_scale(self, 12), (uint8_t)lights_strip_scale(self, 2));
        break;
    case LIGHTS_COLOUR_BLUE:
        p1_lights_set((uint8_t)light, 0, 0, (uint8_t)lights_strip_scale(self, 16));
        break;
    case LIGHTS_COLOUR_YELLOW:
        p1_lights_set((uint8_t)light, (uint8_t)lights_strip_scale(self, 32), (uint8_t)lights_strip_scale(self, 32), 0);
        break;
    case LIGHTS_COLOUR_PURPLE:
        p1_lights_set((uint8_t)light, (uint8_t)lights_strip_scale(self, 32), 0, (uint8_t)lights_strip_scale(self, 32));
        break;
    default:
        break;
    }
}

static inline uint32_t lights_strip_scale(lights_strip_t *self, uint32_t level)
{
    return (uint8_t)ts_clamp(level * self->percent / 100u, 0, 255);
}
