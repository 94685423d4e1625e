/* Stand-in for esp_eth/include/esp_eth_netif_glue.h. */
#pragma once

#include "esp_eth_driver.h"

#ifndef P1_REAL_ESP_IDF
typedef struct esp_eth_netif_glue_t *esp_eth_netif_glue_handle_t;
#endif

esp_eth_netif_glue_handle_t esp_eth_new_netif_glue(esp_eth_handle_t eth_hdl);
esp_err_t esp_eth_del_netif_glue(esp_eth_netif_glue_handle_t eth_netif_glue);
