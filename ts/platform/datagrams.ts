/**
 * A UDP port for short questions that the device answers: names, at its own access point. What arrives waits in the driver, a few
 * datagrams long, until the device takes it.
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
