/** The strip of three coloured lights. */

import { type range, type u8 } from "ts2c";

/** Gives light `index` a colour. The driver keeps it until the next call for that light. */
export declare function set(index: range<0, 2>, red: u8, green: u8, blue: u8): void;
