/* The addresses of an attempt to join: the user's own, or a DHCP server's. */
#pragma once

#include <stdint.h>

#include "esp_err.h"
#include "esp_netif.h"

/* Addresses are numbers here, 0xc0a80102 for 192.168.1.2; in ESP-IDF they stand in the network's order. */
typedef struct {
    uint32_t address;
    uint32_t mask;
    uint32_t router;
    uint32_t name_server;
} p1_addresses_t;

/* Gives them to an interface; an address of 0 means that a DHCP server gives all of them. */
esp_err_t p1_addresses_use(esp_netif_t *netif, const p1_addresses_t *wanted);
