/** The serial console: what somebody types there comes as `onConsole`, line by line. On a desk it is the standard input and output. */

import { type Bytes } from "ts2c";

/**
 * From now on lines come. `commands` are the words with which one may begin, with a space between them: the chip's console may have
 * commands of others beside them, which the device does not see.
 */
export declare function listen(commands: Bytes): void;

/** Writes bytes to the console, as they are; the driver makes of LF what its terminal wants. */
export declare function write(bytes: Bytes): void;
