/* Stand-in for esp_netif/include/esp_netif_ip_addr.h. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stdint.h>

typedef struct esp_ip4_addr {
    uint32_t addr;
} esp_ip4_addr_t;

typedef struct {
    union {
        esp_ip4_addr_t ip4;
    } u_addr;
    uint8_t type;
} esp_ip_addr_t;

#define ESP_IPADDR_TYPE_V4 0U
#endif
