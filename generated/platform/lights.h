/* Made by ts2c from ts/platform/lights.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** Gives light `index` a colour. The driver keeps it until the next call for that light. */
void p1_lights_set(uint8_t index, uint8_t red, uint8_t green, uint8_t blue);
