/* Made by ts2c from ts/lights/strip.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/lights.h"

/** The colours; at a brightness of 100 % they are dim enough to live with. */
typedef enum TS_NARROW {
    LIGHTS_COLOUR_OFF,
    LIGHTS_COLOUR_RED,
    LIGHTS_COLOUR_GREEN,
    LIGHTS_COLOUR_BLUE,
    LIGHTS_COLOUR_YELLOW,
    LIGHTS_COLOUR_PURPLE,
} lights_colour_t;

/** The text of each. */
extern const ts_bytes lights_colour_texts[6];

/** The driver is told only what changed. */
typedef struct {
    lights_colour_t shown[3];
    uint16_t percent;
} lights_strip_t;

#define LIGHTS_LIGHTS 3

/** Makes a new `Strip` at `self`. */
TS_SHARED void lights_strip_init(lights_strip_t *self);

/** All lights are dark; they keep their colours while the device restarts. */
TS_SHARED void lights_strip_start(lights_strip_t *self);

/** Gives all lights their colours, at that brightness. */
TS_SHARED void lights_strip_show(lights_strip_t *self, lights_colour_t first, lights_colour_t second, lights_colour_t third, uint16_t percent);

/** The colour of a light as it is at this moment. */
TS_SHARED lights_colour_t lights_strip_colour(lights_strip_t *self, uint8_t light);
