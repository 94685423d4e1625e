/**
 * The firmware's image: the two slots for it in flash, which of them runs, and writing the other one. Flash is slow, so that happens
 * in the driver's own task; how it went comes back as `onUpdate` with an {@link UpdateEvent}.
 */

import { type Bytes, type range, type u16, type u32 } from "ts2c";

/**
 * `ready` answers `begin`, `written` each `write`, `installed` `finish`. Instead of them: `damaged`: the image is not whole, by
 * its own checksums, or not signed as it must be; `failed`: the flash can't be written, or the image is larger than a slot. Both end the update. `confirmed`
 * answers `confirm`; nothing does where the flash could not keep it.
 */
export type UpdateEvent = "ready" | "written" | "installed" | "damaged" | "failed" | "confirmed";

/**
 * What the running image is. `confirmed`: it stays. `trial`: it is new, and the next restart goes back to the one before
 * unless {@link confirm} comes first.
 */
export type ImageState = "confirmed" | "trial";

/** The chip that this firmware runs on, by Espressif's number: 0 ESP32, 5 C3, 9 S3, 13 C6. */
export declare function chip(): u16;

/** The bytes that a slot holds. */
export declare function slotSize(): u32;

/** Whether this build takes an image without a login: for test benches, since no defaults file says so. */
export declare function withoutLogin(): boolean;

/** Starts writing the slot that does not run. An update that was under way is given up. */
export declare function begin(): void;

/** Queues the next bytes of the image, at most 2048. False while the bytes before are not written. */
export declare function write(bytes: Bytes): boolean;

/** All bytes were written: checks the image, and makes it the one that the next start runs. */
export declare function finish(): void;

/** Gives the update up, without an event. The running image stays. */
export declare function abort(): void;

/** What the running image is. */
export declare function state(): ImageState;

/** Keeps the running image for good, once the flash has it that it stays. */
export declare function confirm(): void;

/** Writes the running image's version into `text`, and returns its length. */
export declare function version(text: Uint8Array): u32;

/** Writes the version of an image that was rolled back and still lies in the other slot; 0 where there is none. */
export declare function rolledBack(text: Uint8Array): u32;

/** Keeps at most 40 bytes over restarts, before whatever is asked for next: the device's note to itself about updates. */
export declare function keepNote(bytes: Bytes): void;

/** Copies what was kept into `into`, and returns its length; 0 where there is nothing. To be called at start only. */
export declare function note(into: Uint8Array): range<0, 40>;
