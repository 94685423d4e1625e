/** What an answer of many parts is written in. */

import { type u32 } from "ts2c";

/** Room for a piece of an answer: for a telegram, and for the longest reading. */
export const ANSWER_SIZE = 4096;

/** Behind the end of a list. */
export const END: u32 = 0xffffffff;
