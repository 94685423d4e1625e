/* Stand-in for esp_eth/include/esp_eth_driver.h and esp_eth_com.h. */
#pragma once

#include "esp_err.h"
#include "esp_eth_mac.h"
#include "esp_eth_phy.h"
#include "esp_event_base.h"

#ifndef P1_REAL_ESP_IDF
#include <stdint.h>

typedef void *esp_eth_handle_t;

typedef enum {
    ETHERNET_EVENT_START,
    ETHERNET_EVENT_STOP,
    ETHERNET_EVENT_CONNECTED,
    ETHERNET_EVENT_DISCONNECTED,
} eth_event_t;

typedef enum { ETH_CMD_G_MAC_ADDR, ETH_CMD_S_MAC_ADDR } esp_eth_io_cmd_t;

typedef struct {
    esp_eth_mac_t *mac;
    esp_eth_phy_t *phy;
} esp_eth_config_t;

#define ETH_DEFAULT_CONFIG(emac, ephy) {.mac = (emac), .phy = (ephy)}
#endif

extern esp_event_base_t const ETH_EVENT;

esp_err_t esp_eth_driver_install(const esp_eth_config_t *config, esp_eth_handle_t *out_hdl);
esp_err_t esp_eth_driver_uninstall(esp_eth_handle_t hdl);
esp_err_t esp_eth_start(esp_eth_handle_t hdl);
esp_err_t esp_eth_stop(esp_eth_handle_t hdl);
esp_err_t esp_eth_ioctl(esp_eth_handle_t hdl, esp_eth_io_cmd_t cmd, void *data);
