/* Stand-in for esp_partition/include/esp_partition.h: what a partition is. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint32_t address;
    uint32_t size;
    char label[17];
} esp_partition_t;
#endif
