/* Stand-in for esp_hw_support/include/esp_random.h. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stdint.h>
#endif

uint32_t esp_random(void);
