/* Stand-in for esp_eth/include/esp_eth_phy.h, as v5.5 has it: v6.0 has most PHYs in components of their own. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stdint.h>

#include "esp_err.h"

typedef struct esp_eth_phy_s esp_eth_phy_t;
struct esp_eth_phy_s {
    esp_err_t (*del)(esp_eth_phy_t *phy);
};

typedef struct {
    int32_t phy_addr;
    uint32_t autonego_timeout_ms;
    int reset_gpio_num;
} eth_phy_config_t;

#define ETH_PHY_DEFAULT_CONFIG() {.phy_addr = -1, .autonego_timeout_ms = 4000, .reset_gpio_num = 5}
#endif

esp_eth_phy_t *esp_eth_phy_new_generic(const eth_phy_config_t *config);
esp_eth_phy_t *esp_eth_phy_new_dp83848(const eth_phy_config_t *config);
esp_eth_phy_t *esp_eth_phy_new_lan87xx(const eth_phy_config_t *config);
esp_eth_phy_t *esp_eth_phy_new_w5500(const eth_phy_config_t *config);
