/** The computer that the device runs on. */

import { type i16, type range, type u32 } from "ts2c";

/** A random number, from hardware where there is some. A test can fix it. */
export declare function random(): u32;

/** The last three bytes of the chip's address (its MAC): what tells two devices of one home apart. */
export declare function chipId(): range<0, 0xffffff>;

/** Free memory in bytes. */
export declare function freeMemory(): u32;

/** Temperature of the processor in °C; −274, below absolute zero, where there is no sensor. */
export declare function temperature(): i16;

/** Restarts the device, once the entry that calls this has returned. */
export declare function restart(): void;
