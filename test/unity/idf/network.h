/* What a test does with the networks: it is the home. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* Addresses are numbers: 192.168.1.2 is 0xc0a80102. */

/* From now on a DHCP server gives this address; 0: there is none, as at first. */
void idf_dhcp_server(uint32_t address);

/* The lease is over. */
void idf_dhcp_lease_over(void);

/* Plugs the cable in, or pulls it out. It is in at first. */
void idf_cable(bool there);
