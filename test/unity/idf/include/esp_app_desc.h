/* Stand-in for esp_app_format/include/esp_app_desc.h. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stdint.h>

typedef struct {
    uint32_t magic_word;
    char version[32];
    char project_name[32];
} esp_app_desc_t;
#endif

const esp_app_desc_t *esp_app_get_description(void);
