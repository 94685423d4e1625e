/* What each kind of network is for the driver: one of ethernet.c and wifi.c is linked. */
#pragma once

#include <stdbool.h>

#include "esp_err.h"
#include "esp_netif.h"
#include "platform/network.h"

/* What the kind does when nobody has told the reason: its event when the link does not come up in time. */
extern const platform_network_event_t p1_link_absent;

/* How long the link may take to come up. */
extern const uint32_t p1_link_patience_ms;

/* Registers for the events of the kind. Once, before everything else. */
esp_err_t p1_link_init(void);

/* Makes the interface, if it is not there. */
esp_err_t p1_link_install(void);

/* Takes away what there is of the interface. */
void p1_link_uninstall(void);

/* The interface; NULL while it is not there. */
esp_netif_t *p1_link_netif(void);

/* Begins to bring the link up: what comes of it is told by p1_link_is. Both texts end with a null byte. */
esp_err_t p1_link_start(const char *name, const char *password);

/* Takes the link down, if it is not. */
void p1_link_stop(void);

/* Looks for networks. Waits until that is done; what was found is told by p1_network_found_count and the rest. */
void p1_link_scan(void);

/* p1_network.c: tells that the link came up or went down, and then why. Waits for room in the queue. */
void p1_link_is_up(void);
void p1_link_is_down(platform_network_event_t why);

/* p1_network.c: lets the task call this with a copy of both texts. False when too much waits for it. */
bool p1_link_call(void (*what)(const char *name, const char *password), ts_bytes name, ts_bytes password);
