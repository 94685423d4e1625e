/** The computer that the device runs on. */

import { type i16, type range, type u32 } from "ts2c";

/** A random number, from hardware where there is some. A test can fix it. */
export declare function random(): u32;

/** The last three bytes of the chip's address (its MAC): what tells two devices of one home apart. */
export declare function chipId(): range<0, 0xffffff>;

/** Free memory in bytes. */
export declare function freeMemory(): u32;

/** The least free memory there ever was since the start, in bytes. */
export declare function leastFreeMemory(): u32;

/**
 * Why the device started: `power` was switched on, the reset `button`, a `restart` that the device asked for, a `crash`, a
 * `watchdog` that found it stuck, a `brownout` (too low a voltage), the computer at its `usb` port, or `unknown`.
 */
export type StartReason = "power" | "button" | "restart" | "crash" | "watchdog" | "brownout" | "usb" | "unknown";

/** Why this start was. */
export declare function startReason(): StartReason;

/** Whether the jumper that switches the simulator on was set at the start. */
export declare function jumper(): boolean;

/** Whether somebody holds the board's button down now; false where there is none. */
export declare function button(): boolean;

/** Temperature of the processor in °C; −274, below absolute zero, where there is no sensor. */
export declare function temperature(): i16;

/** Restarts the device, once the entry that calls this has returned. */
export declare function restart(): void;
