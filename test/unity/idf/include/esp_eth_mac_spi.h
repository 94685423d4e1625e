/* Stand-in for esp_eth/include/esp_eth_mac_spi.h, as v5.5 has it: v6.0 has the W5500 in a component of its own. */
#pragma once

#include "driver/spi_master.h"
#include "esp_eth_mac.h"

#ifndef P1_REAL_ESP_IDF
typedef struct {
    int int_gpio_num;
    uint32_t poll_period_ms;
    spi_host_device_t spi_host_id;
    spi_device_interface_config_t *spi_devcfg;
} eth_w5500_config_t;

#define ETH_W5500_DEFAULT_CONFIG(spi_host, spi_devcfg_p)                                                               \
    {.int_gpio_num = 4, .spi_host_id = (spi_host), .spi_devcfg = (spi_devcfg_p)}
#endif

/* ESP-IDF has it where the option is set. */
#if !defined(P1_REAL_ESP_IDF) || CONFIG_ETH_SPI_ETHERNET_W5500
esp_eth_mac_t *esp_eth_mac_new_w5500(const eth_w5500_config_t *w5500_config, const eth_mac_config_t *mac_config);
#endif
