/* Stand-in for esp_timer/include/esp_timer.h. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stdint.h>
#endif

int64_t esp_timer_get_time(void);
