/* Made by ts2c from ts/platform/network.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** `wifi`: a station that joins by name and password. `wired`: Ethernet, which has neither. */
typedef enum TS_NARROW {
    PLATFORM_NETWORK_KIND_WIFI,
    PLATFORM_NETWORK_KIND_WIRED,
} platform_network_kind_t;

/**
 * What happened. `up` follows a successful `join`: there is an address. `down` ends a network that was up; every other one says
 * why an attempt failed: `wrong-password`; `not-found`: no network of that name is heard; `refused`: the access point
 * does not take the device; `no-cable`; `no-address`: the network is there, but gave no address within 30 s. `scanned`
 * answers `scan`.
 */
typedef enum TS_NARROW {
    PLATFORM_NETWORK_EVENT_UP,
    PLATFORM_NETWORK_EVENT_DOWN,
    PLATFORM_NETWORK_EVENT_WRONG_PASSWORD,
    PLATFORM_NETWORK_EVENT_NOT_FOUND,
    PLATFORM_NETWORK_EVENT_REFUSED,
    PLATFORM_NETWORK_EVENT_NO_CABLE,
    PLATFORM_NETWORK_EVENT_NO_ADDRESS,
    PLATFORM_NETWORK_EVENT_SCANNED,
} platform_network_event_t;

/** The text of each. */
extern const ts_bytes platform_network_event_texts[8];

/** What the board has. */
platform_network_kind_t p1_network_kind(void);

/** The name that the device gives to DHCP servers from the next attempt on: letters, digits and `-`, at most 32. */
void p1_network_set_host_name(ts_bytes name);

/**
 * The address of the following attempts, its mask, the router and the name server, as numbers: 192.168.1.2 is
 * 0xc0a80102. An `address` of 0 means that a DHCP server gives all of them, as at first.
 */
void p1_network_set_address(uint32_t address, uint32_t mask, uint32_t router, uint32_t name_server);

/**
 * Starts one attempt to join; exactly one event answers it. The driver makes no attempts of its own: when to try again is
 * the device's decision. A wired network ignores both parameters. An empty `password` means an open network.
 */
void p1_network_join(ts_bytes name, ts_bytes password);

/** Ends the network, or the attempt, without an event. */
void p1_network_leave(void);

/** Switches the interface off and on, for one that got stuck. Ends what {@link leave} ends. */
void p1_network_reset(void);

/** The device's address as a number; 0 while the network is not up. */
uint32_t p1_network_address(void);

/** The strength of the Wi-Fi's signal in dBm; 0 where there is none. */
int8_t p1_network_signal(void);

/** Looks for networks; `scanned` answers it. */
void p1_network_scan(void);

/** How many networks the last scan found, each name once, the strongest first. */
uint8_t p1_network_found_count(void);

/** Writes the name of one of them, and returns its length; 0 where there is none. */
uint8_t p1_network_found_name(uint8_t index, ts_span_u8 name);

/** The strength of its signal in dBm. */
int8_t p1_network_found_signal(uint8_t index);

/** Whether it asks for a password. */
bool p1_network_found_locked(uint8_t index);

/** The device's address at its own access point: 192.168.4.1, as a number. */
uint32_t p1_network_access_point_address(void);

/**
 * Opens the device's own access point; one that is open gets the new name and password, and loses its guests. An empty `password` leaves it open for everybody, else it has 8 to 63
 * bytes. False where the board has no Wi-Fi.
 */
bool p1_network_open_access_point(ts_bytes name, ts_bytes password);

/** Closes it. */
void p1_network_close_access_point(void);

/** How many are connected to it. */
uint8_t p1_network_guests(void);
