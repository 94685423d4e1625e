/* Stand-in for esp_eth/include/esp_eth_mac_openeth.h. */
#pragma once

#include "esp_eth_mac.h"

/* ESP-IDF has it where the option is set. */
#if !defined(P1_REAL_ESP_IDF) || CONFIG_ETH_USE_OPENETH
esp_eth_mac_t *esp_eth_mac_new_openeth(const eth_mac_config_t *config);
#endif
