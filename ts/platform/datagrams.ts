/**
 * Datagrams of UDP. There is a port for short questions that the device answers: names, at its own access point; what arrives waits in the
 * driver, a few datagrams long, until the device takes it. And the device sends some that nobody answers: its log.
 */

import { type Bytes, type u16, type u32 } from "ts2c";

/** Opens the port at one of the device's own addresses. False where that can't be; the log says why. */
export declare function open(address: u32, port: u16): boolean;

/** Closes it. What waited is gone. */
export declare function close(): void;

/** Copies the oldest datagram that waits into `into`, as much as fits, and returns that length; 0 where none waits. */
export declare function receive(into: Uint8Array): u16;

/** Sends bytes to whoever sent the datagram that {@link receive} gave last. */
export declare function answer(bytes: Bytes): void;

/**
 * Sends a datagram to another computer, from whatever port is free. False where that can't be now; whether anybody gets it nobody says.
 * It writes no line of the log, for what is sent may be that.
 */
export declare function send(address: u32, port: u16, bytes: Bytes): boolean;
