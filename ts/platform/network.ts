/**
 * The network that the device is in: Wi-Fi or a cable, as the board has it, and beside it an access point of its own for a
 * phone that sets the device up. What happens comes back as `onNetwork` with a {@link NetworkEvent}.
 */

import { type Bytes, type i8, type range, type u32, type u8 } from "ts2c";

/** `wifi`: a station that joins by name and password. `wired`: Ethernet, which has neither. */
export type NetworkKind = "wifi" | "wired";

/**
 * What happened. `up` follows a successful `join`: there is an address. `down` ends a network that was up; every other one says
 * why an attempt failed: `wrong-password`; `not-found`: no network of that name is heard; `refused`: the access point
 * does not take the device; `no-cable`; `no-address`: the network is there, but gave no address within 30 s. `scanned`
 * answers `scan`.
 */
export type NetworkEvent =
  "up" | "down" | "wrong-password" | "not-found" | "refused" | "no-cable" | "no-address" | "scanned";

/** What the board has. */
export declare function kind(): NetworkKind;

/** The name that the device gives to DHCP servers from the next attempt on: letters, digits and `-`, at most 32. */
export declare function setHostName(name: Bytes): void;

/**
 * The address of the following attempts, its mask, the router and the name server, as numbers: 192.168.1.2 is
 * 0xc0a80102. An `address` of 0 means that a DHCP server gives all of them, as at first.
 */
export declare function setAddress(address: u32, mask: u32, router: u32, nameServer: u32): void;

/**
 * Starts one attempt to join; exactly one event answers it. The driver makes no attempts of its own: when to try again is
 * the device's decision. A wired network ignores both parameters. An empty `password` means an open network.
 */
export declare function join(name: Bytes, password: Bytes): void;

/** Ends the network, or the attempt, without an event. */
export declare function leave(): void;

/** Switches the interface off and on, for one that got stuck. Ends what {@link leave} ends. */
export declare function reset(): void;

/** The device's address as a number; 0 while the network is not up. */
export declare function address(): u32;

/** The strength of the Wi-Fi's signal in dBm; 0 where there is none. */
export declare function signal(): range<-128, 0>;

/** Looks for networks; `scanned` answers it. */
export declare function scan(): void;

/** How many networks the last scan found, each name once, the strongest first. */
export declare function foundCount(): range<0, 16>;

/** Writes the name of one of them, and returns its length; 0 where there is none. */
export declare function foundName(index: u8, name: Uint8Array): range<0, 32>;

/** The strength of its signal in dBm. */
export declare function foundSignal(index: u8): i8;

/** Whether it asks for a password. */
export declare function foundLocked(index: u8): boolean;

/** The device's address at its own access point: 192.168.4.1, as a number. */
export declare function accessPointAddress(): u32;

/**
 * Opens the device's own access point; one that is open gets the new name and password, and loses its guests. An empty `password` leaves it open for everybody, else it has 8 to 63
 * bytes. False where the board has no Wi-Fi.
 */
export declare function openAccessPoint(name: Bytes, password: Bytes): boolean;

/** Closes it. */
export declare function closeAccessPoint(): void;

/** How many are connected to it. */
export declare function guests(): range<0, 4>;
