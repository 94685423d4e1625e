import { type Bytes } from "ts2c";

/** Writes bytes to the standard output, as they are. */
export declare function write(bytes: Bytes): void;
