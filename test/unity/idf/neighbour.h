/* What a test does with the stand-in of mDNS. */
#pragma once

#include <stdint.h>

/* From now on `host`.local is at this address, as a number: 192.168.1.2 is 0xc0a80102. */
void idf_mdns_neighbour(const char *host, uint32_t address);
