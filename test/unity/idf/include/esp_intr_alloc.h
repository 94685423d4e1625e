/* Stand-in for esp_hw_support/include/esp_intr_alloc.h. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#define ESP_INTR_FLAG_IRAM (1 << 10)
#endif
