/* Made by ts2c from ts/platform/lights.ts. Change that file and run `npm run generate`. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** Gives light `index` a colour. The driver keeps it until the next call for that light. */
void p1_lights_set(uint8_t index, uint8_t red, uint8_t green, uint8_t blue);
