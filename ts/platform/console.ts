/** The serial console: what somebody types there comes as `onConsole`, line by line. On a desk it is the standard input and output. */

import { type Bytes } from "ts2c";

/** Writes bytes to the console, as they are; the driver makes of LF what its terminal wants. */
export declare function write(bytes: Bytes): void;
