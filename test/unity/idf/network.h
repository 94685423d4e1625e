/* What a test does with the networks: it is the home. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* Addresses are numbers: 192.168.1.2 is 0xc0a80102. */

/* From now on a DHCP server gives this address; 0: there is none, as at first. */
void idf_dhcp_server(uint32_t address);

/* There is an interface, "station" or "access point", that is up and has this address. */
void idf_netif_has(const char *kind, uint32_t address, uint32_t mask);

/* The lease is over. */
void idf_dhcp_lease_over(void);

/* Plugs the cable in, or pulls it out. It is in at first. */
void idf_cable(bool there);

/* A Wi-Fi that is heard from now on, before those that were added: the strongest comes last. Empty password: open. */
void idf_wifi_add(const char *name, const char *password, int8_t signal);

/* The next attempt to join, or the network that is up, ends with this reason of wifi_err_reason_t. */
void idf_wifi_refuse(uint8_t reason);
void idf_wifi_lose(uint8_t reason);

/* A phone joins the device's own access point, or leaves it. */
void idf_wifi_guest(bool there);
