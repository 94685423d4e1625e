/* The Ethernet that the board has: one of openeth.c, rmii.c and w5500.c is linked. */
#pragma once

#include "esp_err.h"
#include "esp_eth_driver.h"

/*
 * Makes the MAC and the PHY. Either is NULL where it could not be made, and the log says why.
 */
esp_err_t p1_hardware_new(esp_eth_mac_t **mac, esp_eth_phy_t **phy);

/* Does what is left to do when ESP-IDF's driver is there. */
esp_err_t p1_hardware_installed(esp_eth_handle_t driver);
