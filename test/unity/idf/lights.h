/* Not ESP-IDF's header, which is in include/: the strip as one sees it. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* What a light shows, as 0xRRGGBB, and how often the strip was written. */
uint32_t idf_light(uint32_t index);
unsigned idf_light_refreshes(void);

/* From now on writing never ends, as in an emulator without RMT. */
void idf_lights_hang(void);
