/**
 * The serial port that the meter's P1 port is wired to. What arrives is handed to the device as `onSerial`, in chunks as
 * they came. The driver knows the inversion of the P1 line; the logic sees plain bytes.
 */

import { type Bytes, type u32 } from "ts2c";

/** How a byte stands on the line: `8N1` since DSMR 4, `7E1` for DSMR 2.2 and 3. Source: DSMR 5.0.2 P1, 5.12. */
export type Frame = "8N1" | "7E1";

/**
 * What the port itself finds wrong with a line: `framing`: a byte without its stop bit, so the speed is wrong or the line
 * disturbed; `parity`: one with a wrong parity bit; `overflow`: bytes came faster than they were read, and are lost.
 */
export type LineError = "framing" | "parity" | "overflow";

/**
 * Opens the port at `baud` bits per second, or changes an open port to it. `crossed`: the pins of RX and of the data request are
 * exchanged, for a cross cable. No data is requested then, until {@link dataRequest}: both pins are inputs.
 */
export declare function start(baud: u32, frame: Frame, crossed: boolean): void;

/** Queues `bytes` for the TX line. False, and nothing of them queued, when they do not fit: try again later. */
export declare function write(bytes: Bytes): boolean;

/** Whether a reader at the second port asks for data: its data request line is high. */
export declare function requested(): boolean;

/**
 * Drives the data request line (pin 2 of the RJ12). The meter sends while it is high; released it is high impedance,
 * never ground. Source: DSMR 5.0.2 P1, 5.7.1.
 */
export declare function dataRequest(wanted: boolean): void;

/** How often that happened since the start; 0 for ever where the port doesn't tell. */
export declare function lineErrors(of: LineError): u32;
