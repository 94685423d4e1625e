/* Stand-in for esp_event/include/esp_event_base.h. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stdint.h>

typedef const char *esp_event_base_t;
typedef void (*esp_event_handler_t)(void *event_handler_arg, esp_event_base_t event_base, int32_t event_id,
                                    void *event_data);

#define ESP_EVENT_ANY_ID (-1)
#endif
