/* Stand-in for esp_common/include/esp_attr.h: a host has no instruction RAM. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#define IRAM_ATTR
#define DRAM_ATTR
#endif
