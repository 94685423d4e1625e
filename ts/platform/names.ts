/**
 * Names in the home, without a server: mDNS. The driver answers those who ask for the device, and asks for others. What it
 * hears comes back as `onNames` with a {@link NamesEvent}.
 */

import { type Bytes, type u16 } from "ts2c";

/** `found` comes with the address; `not-found`: nobody answered within two seconds. */
export type NamesEvent = "found" | "not-found";

/** From now on the device is `host`.local. At most 63 bytes. A new name replaces the old one. */
export declare function announce(host: Bytes): void;

/**
 * Offers a service over TCP at `port`: `_http` for the page. `records` are what it tells of itself, each `key=value` and a line feed, of at
 * most 160 bytes and 8 records (RFC 6763, 6). A service that is offered again has a new port and new records; port 0 takes it back.
 */
export declare function offer(service: Bytes, port: u16, records: Bytes): void;

/** Asks for the IPv4 address of `host`.local (without `.local`); one event answers it. A new question ends the old one. */
export declare function lookUp(host: Bytes): void;
