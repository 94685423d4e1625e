/* Stand-in for esp_eth/include/esp_eth_mac_esp.h. */
#pragma once

#include "esp_eth_mac.h"

#ifndef P1_REAL_ESP_IDF
typedef enum { EMAC_CLK_EXT_IN = 1, EMAC_CLK_OUT } emac_rmii_clock_mode_t;

typedef struct {
    struct {
        int mdc_num;
        int mdio_num;
    } smi_gpio;
    struct {
        struct {
            emac_rmii_clock_mode_t clock_mode;
            int clock_gpio;
        } rmii;
    } clock_config;
} eth_esp32_emac_config_t;

#define ETH_ESP32_EMAC_DEFAULT_CONFIG() {.smi_gpio = {.mdc_num = -1, .mdio_num = -1}}
#endif

/* ESP-IDF has it where the option is set. */
#if !defined(P1_REAL_ESP_IDF) || CONFIG_ETH_USE_ESP32_EMAC
esp_eth_mac_t *esp_eth_mac_new_esp32(const eth_esp32_emac_config_t *esp32_config, const eth_mac_config_t *config);
#endif
