/**
 * The serial console: what somebody types there comes as `onConsole`, line by line. On a desk it is the standard input and output.
 * A program at the other end may send packets: what begins a line with `IMPROV` and a byte of value 1 ends where its length, the byte
 * after the next, says: that many bytes and one more follow. It comes as a line as well, whatever is in it.
 */

import { type Bytes } from "ts2c";

/**
 * From now on lines come. `commands` are the words with which one may begin, with a space between them: the chip's console may have
 * commands of others beside them, which the device does not see.
 */
export declare function listen(commands: Bytes): void;

/** Writes bytes to the console, as they are; the driver makes of LF what its terminal wants. */
export declare function write(bytes: Bytes): void;

/** Writes a packet at once, as it is. Where nobody takes it, it is lost. */
export declare function send(packet: Bytes): void;
