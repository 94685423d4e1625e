/**
 * Room for many records of one size: SPIRAM where the chip has some, otherwise what is left of its memory. A power cut
 * empties it.
 */

import { type Bytes, type range, type u16, type u32 } from "ts2c";

/**
 * Asks for room for `records` records of `size` bytes each; what was stored is gone. How many there is room for: as many, fewer,
 * or none.
 */
export declare function reserve(records: u16, size: range<1, 1024>): u16;

/** Stores a record of at most the size that was asked for. Its `index` is below what `reserve` gave. */
export declare function write(index: u32, record: Bytes): void;

/** Fills `record` with what was stored at `index`. */
export declare function read(index: u32, record: Uint8Array): void;
