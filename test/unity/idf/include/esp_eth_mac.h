/* Stand-in for esp_eth/include/esp_eth_mac.h. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stdint.h>

#include "esp_err.h"

typedef struct esp_eth_mac_s esp_eth_mac_t;
struct esp_eth_mac_s {
    esp_err_t (*del)(esp_eth_mac_t *mac);
};

typedef struct {
    uint32_t sw_reset_timeout_ms;
} eth_mac_config_t;

#define ETH_MAC_DEFAULT_CONFIG() {.sw_reset_timeout_ms = 100}
#endif
