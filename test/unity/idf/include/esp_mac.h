/* Stand-in for esp_hw_support/include/esp_mac.h. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stdint.h>

#include "esp_err.h"

typedef enum { ESP_MAC_ETH = 3, ESP_MAC_BASE = 5 } esp_mac_type_t;
#endif

esp_err_t esp_read_mac(uint8_t *mac, esp_mac_type_t type);
